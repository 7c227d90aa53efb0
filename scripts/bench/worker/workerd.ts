import { execFileSync, spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { readHeld } from './inspect.ts'

const require = createRequire(import.meta.url)

/** The runtime that wrangler brings. */
function findWorkerd(): string {
  const wrangler = dirname(require.resolve('wrangler/package.json'))
  return join(dirname(require.resolve('workerd/package.json', { paths: [wrangler] })), 'bin/workerd')
}

export interface WorkerSettings {
  /** Folder of the configuration and of what it names. */
  folder: string
  /** File in the folder: one module. */
  module: string
  /** Folder in the folder that the binding `ASSETS` serves. */
  assets?: string
  compatibilityDate: string
}

/** Writes a configuration of workerd. @returns its path. */
export async function writeWorkerConfig(settings: WorkerSettings): Promise<string> {
  const { folder, module, assets, compatibilityDate } = settings
  const disk = assets === undefined ? '' : `, (name = "assets", disk = "${assets}")`
  const bindings = assets === undefined ? '' : `bindings = [(name = "ASSETS", service = "assets")],`
  const text = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .worker)${disk}],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
const worker :Workerd.Worker = (
  modules = [(name = "worker", esModule = embed "${module}")],
  ${bindings}
  compatibilityDate = "${compatibilityDate}",
);
`
  const config = join(folder, `${module}.capnp`)
  await writeFile(config, text)
  return config
}

/** Milliseconds from starting workerd to the end of its first answer. It is ended afterwards. */
export async function timeFirstAnswer(config: string, path: string): Promise<number> {
  const begun = performance.now()
  return withWorkerd(config, async ({ origin }) => {
    await ask(origin + path)
    return performance.now() - begun
  })
}

export interface Memory {
  /** Bytes that the isolate holds. */
  held: number
  /** Bytes that the process of workerd has in memory. */
  resident: number
}

/** What workerd has after answering these, one after the other. */
export async function readMemory(config: string, paths: readonly string[]): Promise<Memory> {
  return withWorkerd(
    config,
    async ({ origin, inspector, pid }) => {
      for (const path of paths) await ask(origin + path)
      const resident =
        1024 * Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }))
      return { held: await readHeld(inspector), resident }
    },
    ['--inspector-addr=127.0.0.1:0'],
  )
}

// ---------------------------------------------------------------------------

/** workerd says on its control channel, a line of JSON each, where it listens. */
function readPorts(control: Readable): Promise<{ port: number; inspector: number }> {
  let said = ''
  return new Promise((resolve) => {
    control.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const port = /"event":"listen",.*"port":(\d+)/.exec(said)?.[1]
      // Told first, where there is one.
      const inspector = /"event":"listen-inspector",.*"port":(\d+)/.exec(said)?.[1] ?? 0
      if (port !== undefined) resolve({ port: Number(port), inspector: Number(inspector) })
    })
  })
}

interface Workerd {
  origin: string
  /** Port of its inspector; 0 where it has none. */
  inspector: number
  pid: number
}

/** workerd runs until `use` is through. */
async function withWorkerd<T>(
  config: string,
  use: (running: Workerd) => Promise<T>,
  options: readonly string[] = [],
): Promise<T> {
  const child = spawn(findWorkerd(), ['serve', config, '--control-fd=3', ...options], {
    cwd: dirname(config),
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  try {
    const { port, inspector } = await Promise.race([
      readPorts(child.stdio[3] as Readable),
      ended.then(() => Promise.reject(new Error(`workerd ended with ${child.exitCode}`))),
    ])
    return await use({ origin: `http://127.0.0.1:${port}`, inspector, pid: child.pid as number })
  } finally {
    child.kill('SIGKILL')
    await ended
  }
}

async function ask(address: string): Promise<void> {
  const response = await fetch(address)
  const text = await response.text()
  if (!response.ok) throw new Error(`the Worker answered ${response.status}: ${text}`)
}
