import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { harbour, makeFolder, newPath } from '../cli/folders.ts'
import { runCli } from '../cli/run-cli.ts'
import { startServer } from '../cli/start-server.ts'
import { root } from './stages.ts'

type Unit = Map<string, string[]>

/** All settings of a unit by name, in the order in which they stand. */
function readUnit(name: string): Unit {
  const unit: Unit = new Map()
  for (const line of readFileSync(`${root}/deploy/${name}`, 'utf8').split('\n')) {
    const [, key, value] = /^(\w+)=(.*)$/.exec(line) ?? []
    if (key !== undefined && value !== undefined) unit.set(key, [...(unit.get(key) ?? []), value])
  }
  return unit
}

/** What follows the program in ExecStart, with other folders, and as the variables say. */
function argumentsOf(unit: Unit, replaced: Record<string, string>): string[] {
  const [node, program, ...args] = (unit.get('ExecStart')?.[0] ?? '').split(' ')
  expect(node).toBe('/usr/bin/node')
  expect(existsSync(`${root}/${program}`)).toBe(true)
  return args.flatMap((arg) => (replaced[arg] ?? arg).split(' ').filter((word) => word !== ''))
}

const server = readUnit('lectern.service')
const builder = readUnit('lectern-index.service')

describe('the systemd units', () => {
  it('build an index and serve it', async () => {
    const index = await newPath()
    const corpus = await makeFolder({ 'a.md': harbour('北湾', 21) })
    const folders = { '/srv/lectern/corpus': corpus, '/srv/lectern/index': index }
    expect((await runCli(...argumentsOf(builder, folders))).code).toBe(0)
    const options = '--url https://ask.example.org --port 0'
    const [command, ...args] = argumentsOf(server, { ...folders, $LECTERN_OPTIONS: options })
    expect(command).toBe('serve')
    const { line } = await startServer(...args)
    expect(JSON.parse(line)).toMatchObject({ records: 1 })
  })

  it('run as a user of their own, with no privileges', () => {
    for (const unit of [server, builder]) {
      expect(unit.get('User')).toEqual(['lectern'])
      expect(unit.get('CapabilityBoundingSet')).toEqual([''])
      expect(unit.get('NoNewPrivileges')).toEqual(['yes'])
      expect(unit.get('ProtectSystem')).toEqual(['strict'])
    }
  })

  it('let only the builder write, and only its index', () => {
    expect(server.has('ReadWritePaths')).toBe(false)
    expect(builder.get('ReadWritePaths')).toEqual(['/srv/lectern/index'])
  })

  it('do not forbid what Node needs to compile JavaScript', () => {
    for (const unit of [server, builder]) expect(unit.has('MemoryDenyWriteExecute')).toBe(false)
  })
})
