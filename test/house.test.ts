import { describe, expect, it } from 'vitest'
import { folderOf, readSources, type Source, toSource } from './support/sources.ts'

const core = ['errors.ts', 'text', 'record', 'search', 'answer']

/** What each folder may import; itself always. */
const arrows: Record<string, string[]> = {
  'errors.ts': [],
  text: ['errors.ts'],
  record: ['errors.ts', 'text'],
  search: ['errors.ts', 'text', 'record'],
  answer: ['errors.ts', 'text', 'record', 'search'],
  ingest: ['errors.ts', 'text', 'record'],
  eval: core,
  pages: core,
  behind: [],
  http: [...core, 'store', 'pages', 'behind'],
  store: core,
  bot: [...core, 'store', 'behind'],
  // Types, addresses and ways to cite; `/widget.js` must stay small.
  widget: ['text', 'record', 'answer'],
  adapter: [...core, 'ingest', 'store', 'pages', 'behind', 'http', 'bot'],
  cli: [...core, 'ingest', 'eval', 'store', 'pages', 'behind', 'http', 'bot', 'adapter'],
}

/** The files that are the library's lists of names, and import what they list. */
const lists = ['index.ts', 'node.ts']

/** Where a package may be imported. */
const packages: Record<string, string[]> = {
  nodejieba: ['adapter'],
  minisearch: ['search'],
  '@observablehq/plot': ['cli'],
  '@noble/ciphers': ['bot', 'text'],
  hono: ['behind', 'http', 'pages', 'bot', 'adapter'],
  'discord-interactions': ['bot'],
  '@hono/node-server': ['adapter'],
  '@hono/zod-openapi': ['http'],
  '@asteasolutions/zod-to-openapi': ['http'],
  '@libsql/client': ['store'],
}

/** What `http` and `bot` know of the store: its contract, and pure functions. `adapter` and `cli` open one. */
const storeContract = [
  'store/store.ts',
  'store/answer-id.ts',
  'store/questions-csv.ts',
  'store/vote-token.ts',
]

/** Folders that do no I/O and read no clock, environment or randomness: they are given them. */
const pure = ['text', 'record', 'search', 'answer', 'eval']

const impure =
  /\bprocess\b|\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bMath\.random\b|\brandomUUID\b|\bgetRandomValues\b|\bperformance\b|\bconsole\b|\bfetch\(|\bglobalThis\b/

const sources = readSources()
const paths = new Set(sources.map(({ path }) => path))

function within(folders: readonly string[]): Source[] {
  return sources.filter(({ path }) => folders.includes(folderOf(path)))
}

function isOwn(imported: string): boolean {
  return /\.tsx?$/.test(imported)
}

describe('the house', () => {
  it('is read whole', () => {
    expect(sources.length).toBeGreaterThan(50)
    const imported = sources.flatMap(({ imports }) => imports.filter(isOwn))
    expect(imported.length).toBeGreaterThan(sources.length)
    expect(imported.filter((path) => !paths.has(path))).toEqual([])
    for (const name of Object.keys(packages)) expect(importersOf(name)).not.toEqual([])
  })

  it('has a place in its arrows for every folder', () => {
    const folders = new Set(sources.map(({ path }) => folderOf(path)))
    expect([...folders].filter((folder) => !(folder in arrows) && !lists.includes(folder))).toEqual([])
  })

  it('lets its arrows go one way', () => {
    const wrong = sources
      .filter(({ path }) => !lists.includes(path))
      .flatMap(({ path, imports }) => {
        const allowed = [folderOf(path), ...(arrows[folderOf(path)] ?? [])]
        return imports
          .filter((imported) => isOwn(imported) && !allowed.includes(folderOf(imported)))
          .map((imported) => `${path} -> ${imported}`)
      })
    expect(wrong).toEqual([])
  })

  it('has arrows that lead in no circle', () => {
    expect(findCircle(new Map(Object.entries(arrows)))).toBeUndefined()
  })

  it('has no circle of files', () => {
    const graph = new Map(sources.map(({ path, imports }) => [path, imports.filter(isOwn)]))
    expect(findCircle(graph)).toBeUndefined()
  })

  it('keeps each package to its folders', () => {
    for (const [name, folders] of Object.entries(packages)) {
      expect(importersOf(name).filter((path) => !folders.includes(folderOf(path)))).toEqual([])
    }
  })

  it('knows the store by its contract only, but for where it is opened', () => {
    const found = within([...core, 'eval', 'pages', 'http', 'bot']).flatMap(({ path, imports }) =>
      imports
        .filter((imported) => folderOf(imported) === 'store' && !storeContract.includes(imported))
        .map((imported) => `${path} -> ${imported}`),
    )
    expect(found).toEqual([])
    const pureFiles = sources.filter(({ path }) => storeContract.includes(path))
    expect(pureFiles.filter(({ code }) => impure.test(code)).map(({ path }) => path)).toEqual([])
  })

  it('loads the libSQL client only where a store in it is opened, and never in a Worker', () => {
    const loads = /import\(\s*'@libsql\/client'\s*\)|import\(\s*'[^']*libsql-store\.ts'\s*\)/
    for (const { path, code } of sources) {
      const imported = code.replaceAll(/import type [^;]*? from '@libsql\/client'/g, '').replace(loads, '')
      expect({ path, isLoaded: /'@libsql\/client'|libsql-store\.ts'/.test(imported) }).toEqual({
        path,
        isLoaded: false,
      })
    }
    const graph = new Map(sources.map(({ path, imports }) => [path, imports]))
    expect(reach('adapter/cloudflare-workers.ts', graph)).not.toContain('store/libsql-store.ts')
    expect(reach('adapter/cloudflare-workers.ts', graph)).toContain('store/d1-store.ts')
  })

  it('imports nothing of Node from text to answer', () => {
    const found = within([...core, 'eval', 'pages', 'http', 'bot', 'store', 'index.ts']).flatMap(
      ({ path, imports }) =>
        imports.filter((name) => name.startsWith('node:')).map((name) => `${path} -> ${name}`),
    )
    expect(found).toEqual([])
  })

  it('reads no clock, environment or randomness from text to answer', () => {
    const found = within(pure).flatMap(({ path, code }) => {
      const match = impure.exec(code)
      return match ? `${path}: ${match[0]}` : []
    })
    expect(found).toEqual([])
  })
})

describe('the reader of the house', () => {
  it('sees every form of import, and none in a comment', () => {
    const { imports } = toSource(
      'http/routes/ask.ts',
      [
        "import { z } from 'zod'",
        "import type { Lectern } from '../../answer/lectern.ts'",
        "export {\n  a,\n  type B,\n} from './b.ts'",
        "import './c.ts'",
        "const d = await import('../d.ts')",
        "// import '../never.ts'",
        "/** from '../never.ts' */ const url = 'https://a.example' // from '../never.ts'",
      ].join('\n'),
    )
    expect(imports).toEqual(['zod', 'answer/lectern.ts', 'http/routes/b.ts', 'http/routes/c.ts', 'http/d.ts'])
  })

  it('finds a circle where there is one', () => {
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', []],
      ['d', ['b']],
    ])
    expect(findCircle(graph)).toEqual(['b', 'd', 'b'])
  })
})

/** Files that import a package or a module of it. */
function importersOf(name: string): string[] {
  const isIt = (imported: string) => imported === name || imported.startsWith(`${name}/`)
  return sources.filter(({ imports }) => imports.some(isIt)).map(({ path }) => path)
}

/** Everything that a file imports, and what that imports. */
function reach(from: string, graph: ReadonlyMap<string, readonly string[]>): string[] {
  const reached = new Set([from])
  for (const path of reached) for (const next of graph.get(path) ?? []) reached.add(next)
  return [...reached]
}

/** A way that leads back to where it began; undefined when there is none. */
function findCircle(graph: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>()
  const visit = (node: string, way: string[]): string[] | undefined => {
    if (way.includes(node)) return [...way.slice(way.indexOf(node)), node]
    if (done.has(node)) return undefined
    for (const next of graph.get(node) ?? []) {
      const circle = visit(next, [...way, node])
      if (circle) return circle
    }
    done.add(node)
    return undefined
  }
  for (const node of graph.keys()) {
    const circle = visit(node, [])
    if (circle) return circle
  }
  return undefined
}
