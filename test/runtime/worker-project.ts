import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildCorpusIndex } from '../../src/adapter/node-build.ts'
import { afterFile } from '../support/after-file.ts'
import {
  bundleWorker,
  type Running,
  startWrangler,
  type WorkerProject,
  writeConfig,
} from './worker-bundle.ts'

/** Of the demonstration. */
export const corpus = fileURLToPath(new URL('../../corpus', import.meta.url))

/** A folder that goes after the tests of a file, once its Workers have stopped. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-worker-'))
  afterFile(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** Index of the demonstration corpus (an image), and the bundle that wrangler makes of the Worker for it. */
export async function bundleDemonstration(): Promise<{ index: string; bundle: string; metafile: string }> {
  const folder = await makeFolder()
  const index = join(folder, 'index')
  await buildCorpusIndex({ corpus, index, retriever: 'frozen', now: () => performance.now() })
  return { index, ...(await bundleWorker(folder, index)) }
}

/**
 * Runs a bundle as it is in workerd, on a free port, with the settings of `wrangler.toml`.
 * @returns `http://host:port`
 */
export async function startWorker(
  bundle: string,
  indexFolder: string,
  options: Pick<WorkerProject, 'pieceSize' | 'rateLimit' | 'store' | 'secrets' | 'site'> = {},
): Promise<string> {
  const folder = await makeFolder()
  const config = await writeConfig(folder, { main: bundle, indexFolder, ...options })
  await writeFile(config, `no_bundle = true\n${await readFile(config, 'utf8')}`)
  const ports = ['--ip', '127.0.0.1', '--port', '0', '--inspector-port', '0']
  const plain = '--show-interactive-dev-session=false'
  const child = startWrangler(folder, 'dev', '--config', config, ...ports, plain)
  afterFile(() => stop(child))
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

/** wrangler stops workerd before it ends. */
function stop(child: Running): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.on('exit', () => resolve())
    child.kill('SIGTERM')
  })
}
