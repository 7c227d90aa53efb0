import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'

// From dist/scripts too, where scripts run.
const root = fileURLToPath(new URL('../..', import.meta.url))
const wrangler = join(root, 'node_modules/wrangler/bin/wrangler.js')

export type Running = ChildProcessByStdio<null, Readable, Readable>

/** Address of the site in `wrangler.toml` of the tests. */
export const siteUrl = 'https://quotes.example'

/** Of a Worker with a store. */
export const adminToken = 'a-token-of-the-tests'

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

export interface WorkerProject {
  main: string
  indexFolder: string
  /** Size of the files that an image is cut into, in bytes. Defaults to that of `gather-assets.mjs`. */
  pieceSize?: number
  /** Questions in a minute. Defaults to more than tests ask. */
  rateLimit?: number
  /** Whether there is a database, empty at first, and a token to read what it keeps. */
  store?: boolean
  /** Public address. Defaults to `siteUrl`. */
  site?: string
  /** Set as `wrangler secret put` sets them. */
  secrets?: Readonly<Record<string, string>>
}

/** The project's own `wrangler.toml` but for its paths and the address of the site. */
export async function writeConfig(
  folder: string,
  {
    main,
    indexFolder,
    pieceSize,
    rateLimit = 100_000,
    store = false,
    site = siteUrl,
    secrets = {},
  }: WorkerProject,
): Promise<string> {
  const own = await readFile(join(root, 'wrangler.toml'), 'utf8')
  const assets = join(folder, 'assets')
  const gather = ['node', join(root, 'scripts/gather-assets.mjs'), indexFolder, assets, pieceSize ?? ''].join(
    ' ',
  )
  const text = own
    .replace('"src/adapter/cloudflare-workers.ts"', JSON.stringify(main))
    .replace('"node scripts/gather-assets.mjs"', JSON.stringify(gather))
    .replace('"./dist/worker"', JSON.stringify(assets))
    .replace('limit = 60', `limit = ${rateLimit}`)
    .replace('SITE_URL = ""', `SITE_URL = ${JSON.stringify(site)}`)
  const config = join(folder, 'wrangler.toml')
  await writeFile(config, store ? withDatabase(text) : text)
  const set = Object.entries({ ...secrets, ...(store && { LECTERN_ADMIN_TOKEN: adminToken }) })
  if (set.length > 0)
    await writeFile(join(folder, '.dev.vars'), set.map(([name, value]) => `${name}="${value}"\n`).join(''))
  return config
}

/** Takes the database of `wrangler.toml` out of its comment. */
function withDatabase(text: string): string {
  const block = /^# \[\[d1_databases\]\]\n(?:# .+\n)+/mu
  if (!block.test(text)) throw new Error('wrangler.toml has no database in a comment')
  return text.replace(block, (lines) => lines.replaceAll(/^# /gmu, ''))
}

/** Everything that wrangler writes goes to `folder`; nothing goes to or comes from the network. */
export function startWrangler(folder: string, ...args: string[]): Running {
  const { FORCE_COLOR: _, ...env } = process.env
  return spawn(process.execPath, [wrangler, ...args], {
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
}

// ---------------------------------------------------------------------------

const workerSource = join(root, 'src/adapter/cloudflare-workers.ts')

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
