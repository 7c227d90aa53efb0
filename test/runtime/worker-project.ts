import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { afterFile } from '../support/after-file.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const wrangler = join(root, 'node_modules/wrangler/bin/wrangler.js')

type Running = ChildProcessByStdio<null, Readable, Readable>

/** A folder that goes after the tests of a file, once its Workers have stopped. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-worker-'))
  afterFile(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/**
 * Bundles the Worker as `wrangler deploy` does, for the index in `indexFolder`.
 * @returns paths of the bundle, one file, and of esbuild's account of it
 */
export async function bundleWorker(
  folder: string,
  indexFolder: string,
): Promise<{ bundle: string; metafile: string }> {
  const config = await writeConfig(folder, { main: workerSource, indexFolder })
  const outdir = join(folder, 'bundle')
  const metafile = join(folder, 'bundle.json')
  const to = ['--dry-run', '--outdir', outdir, '--metafile', metafile]
  const { code, output } = await runToEnd(startWrangler(folder, 'deploy', '--config', config, ...to))
  if (code !== 0) throw new Error(`wrangler deploy --dry-run ended with ${code}: ${output}`)
  if (output.includes('WARNING')) throw new Error(`wrangler deploy --dry-run warns: ${output}`)
  return { bundle: join(outdir, 'cloudflare-workers.js'), metafile }
}

/**
 * Runs a bundle as it is in workerd, on a free port, with the settings of `wrangler.toml`.
 * @returns `http://host:port`
 */
export async function startWorker(bundle: string, indexFolder: string): Promise<string> {
  const folder = await makeFolder()
  const config = await writeConfig(folder, { main: bundle, indexFolder })
  await writeFile(config, `no_bundle = true\n${await readFile(config, 'utf8')}`)
  const ports = ['--ip', '127.0.0.1', '--port', '0', '--inspector-port', '0']
  const plain = '--show-interactive-dev-session=false'
  const child = startWrangler(folder, 'dev', '--config', config, ...ports, plain)
  let printed = ''
  return new Promise((resolve, reject) => {
    const read = (text: string) => {
      printed += text
      const url = /Ready on (http:\/\/[\w.:]+)/.exec(printed)?.[1]
      if (url !== undefined) resolve(url)
    }
    child.stdout.setEncoding('utf8').on('data', read)
    child.stderr.setEncoding('utf8').on('data', read)
    child.on('exit', (code) => reject(new Error(`wrangler dev ended with ${code}: ${printed}`)))
  })
}

// ---------------------------------------------------------------------------

const workerSource = join(root, 'src/adapter/cloudflare-workers.ts')

/** Address of the site in `wrangler.toml` of the tests. */
export const siteUrl = 'https://quotes.example'

/** The project's own `wrangler.toml` but for its paths and the address of the site. */
async function writeConfig(
  folder: string,
  { main, indexFolder }: { main: string; indexFolder: string },
): Promise<string> {
  const own = await readFile(join(root, 'wrangler.toml'), 'utf8')
  const assets = join(folder, 'assets')
  const gather = ['node', join(root, 'scripts/gather-assets.mjs'), indexFolder, assets].join(' ')
  const text = own
    .replace('"src/adapter/cloudflare-workers.ts"', JSON.stringify(main))
    .replace('"node scripts/gather-assets.mjs"', JSON.stringify(gather))
    .replace('"./dist/worker"', JSON.stringify(assets))
    .replace('SITE_URL = ""', `SITE_URL = ${JSON.stringify(siteUrl)}`)
  const config = join(folder, 'wrangler.toml')
  await writeFile(config, text)
  return config
}

/** Everything that wrangler writes goes to `folder`; nothing goes to or comes from the network. */
function startWrangler(folder: string, ...args: string[]): Running {
  const { FORCE_COLOR: _, ...env } = process.env
  const child = spawn(process.execPath, [wrangler, ...args], {
    cwd: folder,
    env: {
      ...env,
      NO_COLOR: '1',
      CI: '1',
      HOME: folder,
      XDG_CONFIG_HOME: folder,
      TMPDIR: folder,
      WRANGLER_LOG_PATH: folder,
      WRANGLER_SEND_METRICS: 'false',
      WRANGLER_HIDE_BANNER: 'true',
      CLOUDFLARE_CF_FETCH_ENABLED: 'false',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  afterFile(() => stop(child))
  return child
}

function runToEnd(child: Running): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text
      })
    }
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })
}

/** wrangler stops workerd before it ends. */
function stop(child: Running): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.on('exit', () => resolve())
    child.kill('SIGTERM')
  })
}
