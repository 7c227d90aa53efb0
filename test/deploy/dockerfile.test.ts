import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readArgument, readStages, root } from './stages.ts'

const stages = readStages()
const last = stages.at(-1)!
const fromCheckout = stages.flatMap(({ copied }) =>
  copied.filter(({ from }) => from === undefined).flatMap(({ sources }) => sources),
)

/** Without the folder that the image keeps the program in. */
function inCheckout(path: string): string {
  return path.replace(/^\/app\//, '')
}

describe('the Dockerfile', () => {
  it('has a stage that builds and a stage that runs, on the same Node and Debian', () => {
    expect(stages.map(({ name }) => name)).toEqual(['build', undefined])
    expect(last.image).toBe(`${stages[0]?.image}-slim`)
    expect(stages[0]?.image).toMatch(/^node:\$\{NODE\}-[a-z]+$/)
  })

  it('takes a Node that package.json allows', () => {
    const { engines } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'))
    const lowest = Number(/\d+/.exec(engines.node)?.[0])
    expect(Number(readArgument('NODE'))).toBeGreaterThanOrEqual(lowest)
  })

  it('compiles nodejieba in the stage that builds', () => {
    expect(stages[0]?.run).toContain('npm ci --ignore-scripts')
    expect(stages[0]?.run).toContain('node_modules/nodejieba run rebuild')
    expect(stages[0]?.run).toContain('npm prune --omit=dev')
  })

  it('installs nothing in the stage that runs', () => {
    expect(last.run).not.toMatch(/\b(?:apt|apt-get|apk|npm|npx|yarn|curl|wget|g\+\+|gcc|make|python3?)\b/)
    expect(last.copied.filter(({ from }) => from === 'build').flatMap(({ sources }) => sources)).toEqual([
      '/app/package.json',
      '/app/node_modules',
      '/app/dist',
    ])
  })

  it('does not run as root, and says so in numbers', () => {
    expect(last.user).toMatch(/^[1-9]\d*:[1-9]\d*$/)
  })

  it('copies what there is', () => {
    const fromBuild = last.copied
      .filter(({ from }) => from === 'build')
      .flatMap(({ sources }) => sources.map(inCheckout))
    expect([...fromCheckout, ...fromBuild].filter((path) => !existsSync(`${root}/${path}`))).toEqual([])
  })

  it('starts the command itself, which so gets the signals, and serves unless told otherwise', () => {
    expect(last.entrypoint).toEqual(['node', '/app/dist/cli/main.js'])
    expect(last.command).toEqual(['serve', '--index', '/index'])
    expect(last.env.get('LECTERN_HOST')).toBe('0.0.0.0')
  })

  it('gives its health check longer than the check gives the server', () => {
    expect(last.health?.flags.get('timeout')).toBe('5s')
    expect(readFileSync(`${root}/deploy/health.mjs`, 'utf8')).toContain('AbortSignal.timeout(4000)')
  })
})

describe('.dockerignore', () => {
  it('lets pass what the Dockerfile copies, and nothing else', () => {
    const lines = readFileSync(`${root}/.dockerignore`, 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
    expect(lines[0]).toBe('*')
    expect(lines.slice(1).sort()).toEqual(fromCheckout.map((path) => `!${path}`).sort())
  })
})
