import { readFileSync } from 'node:fs'
import { createRequire, isBuiltin } from 'node:module'
import { cpus, totalmem } from 'node:os'
import { dirname, join } from 'node:path'

export interface Machine {
  cpu: string
  cores: number
  /** Bytes. */
  memory: number
  node: string
  /** Version of each package. */
  packages: Record<string, string>
  /** `YYYY-MM-DD`. */
  date: string
}

export function describeMachine(packages: readonly string[]): Machine {
  const all = cpus()
  return {
    cpu: all[0]?.model.trim() ?? 'unknown',
    cores: all.length,
    memory: totalmem(),
    node: process.version,
    packages: Object.fromEntries(packages.map((name) => [name, versionOf(name)])),
    date: new Date().toISOString().slice(0, 10),
  }
}

// ---------------------------------------------------------------------------

const require = createRequire(import.meta.url)

/** Not every package lets its `package.json` be required. */
function versionOf(name: string): string {
  if (isBuiltin(name)) return process.versions.sqlite ?? process.version
  for (const folder of require.resolve.paths(name) ?? []) {
    try {
      const file = join(folder, name, 'package.json')
      return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
    } catch {
      // In a folder further up, then.
    }
  }
  throw new Error(`there is no package ${name} above ${dirname(import.meta.url)}`)
}
