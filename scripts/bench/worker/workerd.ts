import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'

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
  const child = spawn(findWorkerd(), ['serve', config, '--control-fd=3'], {
    cwd: dirname(config),
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  try {
    const port = await Promise.race([
      readPort(child.stdio[3] as Readable),
      ended.then(() => Promise.reject(new Error(`workerd ended with ${child.exitCode}`))),
    ])
    const response = await fetch(`http://127.0.0.1:${port}${path}`)
    const text = await response.text()
    if (!response.ok) throw new Error(`the Worker answered ${response.status}: ${text}`)
    return performance.now() - begun
  } finally {
    child.kill('SIGKILL')
    await ended
  }
}

// ---------------------------------------------------------------------------

/** workerd says on its control channel, a line of JSON each, where it listens. */
function readPort(control: Readable): Promise<number> {
  let said = ''
  return new Promise((resolve) => {
    control.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const port = /"event":"listen".*"port":(\d+)/.exec(said)?.[1]
      if (port !== undefined) resolve(Number(port))
    })
  })
}
