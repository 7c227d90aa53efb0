import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, sep } from 'node:path'

/** A source file, its path relative to `src`, with forward slashes. */
export interface Source {
  path: string
  /** Without comments. */
  code: string
  /** What it imports, types included: relative ones as paths in `src`, others as they are written. */
  imports: string[]
}

const src = join(import.meta.dirname, '../../src')

export function readSources(): Source[] {
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
    .sort()
    .map((path) => toSource(path, readFileSync(join(src, path), 'utf8')))
}

export function toSource(path: string, text: string): Source {
  const code = withoutComments(text)
  const imports = [...code.matchAll(specifier)].map((match) => resolve(path, match[1] ?? match[2] ?? ''))
  return { path, code, imports }
}

/** The folder at the top of `src`; the file itself where it stands in none. */
export function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : path
}

/** `import … from '…'`, `export … from '…'`, `import '…'`; `import('…')` and `require('…')`. */
const specifier = /\b(?:from|import)\s*['"]([^'"]+)['"]|\b(?:import|require)\(\s*['"]([^'"]+)['"]/g

/** Strings are kept, so that the slashes of an address open no comment. */
function withoutComments(text: string): string {
  return text.replace(
    /('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm,
    (_, kept: string | undefined) => kept ?? '',
  )
}

function resolve(path: string, imported: string): string {
  if (!imported.startsWith('.')) return imported
  return normalize(join(dirname(path), imported))
    .split(sep)
    .join('/')
}
