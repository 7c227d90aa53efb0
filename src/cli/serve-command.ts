import { type Command, Option } from 'commander'
import { openIndexFolder } from '../adapter/node-index.ts'
import { createLectern } from '../answer/create-lectern.ts'
import { createBehind } from '../behind/behind.ts'
import { within } from '../behind/within.ts'
import type { LogEntry } from '../http/middleware/observe.ts'
import type { Store } from '../store/store.ts'
import {
  parseHost,
  parseOrigin,
  parseOrigins,
  quoteCharsOption,
  thresholdOption,
  wholeNumber,
} from './arguments.ts'
import { readSecrets, storeOption } from './store-options.ts'
import { packageVersion } from './version.ts'

interface ServeOptions {
  index: string
  port: number
  host: string
  cors?: string[]
  url?: string
  quoteChars?: number
  threshold?: number
  store?: string
  retentionDays?: number
  questionLog: boolean
  json?: boolean
}

/** How long what goes on behind responses may take to end, in milliseconds. */
const drainTime = 5000

export function addServeCommand(program: Command): void {
  program
    .command('serve')
    .description('serve the HTTP API and the pages')
    .requiredOption('--index <dir>', 'folder of the index')
    .option('--port <n>', 'port to listen on; 0 takes any free one', wholeNumber(0, 65_535), 8787)
    .addOption(
      new Option('--host <address>', 'address to listen on; 0.0.0.0 serves the network')
        .env('LECTERN_HOST')
        .default('127.0.0.1')
        .argParser(parseHost),
    )
    .option(
      '--cors <origin...>',
      'origins whose pages may embed the widget and call the API, or *',
      parseOrigins,
    )
    .option(
      '--url <origin>',
      'public address of the site, for permalinks, citations and the sitemap',
      parseOrigin,
    )
    .option(...quoteCharsOption)
    .option(...thresholdOption)
    .addOption(storeOption())
    .option(
      '--retention-days <n>',
      'how many days questions and feedback are kept (90 unless given)',
      wholeNumber(1, 36_500),
    )
    .option('--no-question-log', 'keep no questions, only what readers say of answers')
    .option('--json', 'print the address and the log as JSON lines')
    .action(async (options: ServeOptions) => {
      const { index, port, host, cors, url, quoteChars, threshold, json } = options
      const stopped = waitForSignal()
      const [{ createApp }, { createMemoryStore }, { serveNode }, { nodeAssets }, { prepareBehind }] =
        await Promise.all([
          import('../http/app.ts'),
          import('../http/answer-store.ts'),
          import('../adapter/node.ts'),
          import('../adapter/node-assets.ts'),
          import('../adapter/node-prepare.ts'),
        ])
      const lectern = createLectern(await openIndexFolder(index), {
        ...(quoteChars !== undefined && { quoteChars }),
        ...(threshold !== undefined && { threshold }),
      })
      const log = (entry: LogEntry) => {
        if (json || entry.level === 'error') process.stderr.write(`${JSON.stringify(entry, errorAsText)}\n`)
      }
      const { adminToken, ...secrets } = readSecrets()
      const store = await openStore(options, secrets)
      const { openBots } = await import('../adapter/bots.ts')
      const behind = createBehind()
      const bots = await openBots({
        lectern,
        behind,
        environment: process.env,
        ...(store && { store }),
        ...(url !== undefined && { siteUrl: url }),
        tellFault({ platform, what, error }) {
          process.stderr.write(
            `${JSON.stringify({ level: 'error', message: what, platform, error }, errorAsText)}\n`,
          )
        },
      })
      const app = createApp({
        lectern,
        version: packageVersion,
        assets: nodeAssets(),
        answers: createMemoryStore(),
        corsOrigins: cors ?? [],
        ...(url !== undefined && { siteUrl: url }),
        ...(store && { store }),
        ...(adminToken !== undefined && { adminToken }),
        goOn: behind.goOn,
        ...(bots && { mount: bots.mount }),
        log,
      })
      const server = await serveNode({ app, port, hostname: host })
      const { records, passages } = lectern.counts
      process.stdout.write(
        json
          ? `${JSON.stringify({ url: server.url, records, passages, index: lectern.fingerprint, ...(bots && { bots: bots.platforms }) })}\n`
          : `Lectern listens on ${server.url} (${records} records, ${passages} passages). Stop it with Ctrl-C.\n`,
      )
      if (bots && !json) process.stdout.write(`Bots: ${bots.platforms.join(', ')}.\n`)
      prepareBehind(lectern)
      await stopped
      await server.close()
      await within(behind.drain(), drainTime)
      await store?.close()
    })
}

async function openStore(
  { store: location, retentionDays, questionLog }: ServeOptions,
  { storeToken: token }: { storeToken?: string },
): Promise<Store | undefined> {
  if (location === undefined) return undefined
  const { openNodeStore, pruneHourly } = await import('../adapter/node-store.ts')
  const store = await openNodeStore({
    location,
    questionLog,
    ...(token !== undefined && { token }),
    ...(retentionDays !== undefined && { retentionDays }),
  })
  pruneHourly(store, (error) => {
    process.stderr.write(
      `${JSON.stringify({ level: 'error', message: 'store not pruned', error }, errorAsText)}\n`,
    )
  })
  return store
}

/** Resolves at the first SIGTERM or SIGINT; a second one ends the process at once, as usual. */
function waitForSignal(): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      process.off('SIGTERM', stop)
      process.off('SIGINT', stop)
      resolve()
    }
    process.on('SIGTERM', stop)
    process.on('SIGINT', stop)
  })
}

function errorAsText(_key: string, value: unknown): unknown {
  return value instanceof Error ? (value.stack ?? value.message) : value
}
