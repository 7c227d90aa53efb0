import { parseArgs } from 'node:util'

export const parts = ['retrieval', 'answers', 'http', 'bots', 'worker'] as const

export type Part = (typeof parts)[number]

export interface BenchOptions {
  /** Folder of transcripts, as `lectern index` reads it. */
  corpus: string
  /** How many passages are searched, ascending. */
  sizes: number[]
  /** How many passages the Worker's index holds at most. */
  workerSizes: number[]
  /** How many passages the Worker's image holds at most when its memory is measured. */
  memorySize: number
  /** How many questions of each length. */
  questions: number
  /** How many questions bots are asked, short and long together. */
  botQuestions: number
  /** How often everything is measured. */
  rounds: number
  /** Seconds for each measurement of the server. */
  seconds: number
  only: Part[]
  /** Where the figures go as JSON. */
  json?: string
  /** Folder for README.md and plots. */
  out?: string
  /** The options as given, but for those of where to write. */
  given: string[]
}

export const usage = `npm run bench -- DIR [options]

  DIR                  transcripts, as lectern index reads them
  --only PART,…        ${parts.join(', ')}; all of them without
  --sizes N,…          passages that are searched (1000,10000,31000; 100000 takes half an hour more)
  --worker-sizes N,…   passages of the Worker's index, each file of which may hold 25 MiB (1000,10000)
  --memory-size N      passages of the Worker's image when its memory is measured (31000)
  --questions N        questions of each length (200)
  --bot-questions N    questions that bots are asked, short and long (500)
  --rounds N           times that everything is measured (3)
  --seconds N          seconds for each measurement of the server (5)
  --json FILE          writes the figures
  --out DIR            writes README.md and plots (docs/bench when all parts run)`

/** @throws {Error} what is wrong with the arguments. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    allowPositionals: true,
    tokens: true,
    options: {
      only: { type: 'string', default: parts.join(',') },
      sizes: { type: 'string', default: '1000,10000,31000' },
      'worker-sizes': { type: 'string', default: '1000,10000' },
      'memory-size': { type: 'string', default: '31000' },
      questions: { type: 'string', default: '200' },
      'bot-questions': { type: 'string', default: '500' },
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '5' },
      json: { type: 'string' },
      out: { type: 'string' },
    },
  })
  const [corpus, ...others] = positionals
  if (corpus === undefined || others.length > 0) throw new Error('give one folder of transcripts')
  const only = values.only.split(',').map(readPart)
  const out = values.out ?? (only.length === parts.length ? 'docs/bench' : undefined)
  return {
    corpus,
    only,
    sizes: readCounts('--sizes', values.sizes),
    workerSizes: readCounts('--worker-sizes', values['worker-sizes']),
    memorySize: readCount('--memory-size', values['memory-size']),
    questions: readCount('--questions', values.questions),
    botQuestions: readCount('--bot-questions', values['bot-questions']),
    rounds: readCount('--rounds', values.rounds),
    seconds: readCount('--seconds', values.seconds),
    given: tokens.flatMap((token) =>
      token.kind === 'option' && token.name !== 'json' && token.name !== 'out'
        ? [token.rawName, token.value ?? '']
        : [],
    ),
    ...(values.json !== undefined && { json: values.json }),
    ...(out !== undefined && { out }),
  }
}

// ---------------------------------------------------------------------------

function readPart(name: string): Part {
  const part = parts.find((known) => known === name)
  if (part === undefined) throw new Error(`--only takes ${parts.join(', ')}, not "${name}"`)
  return part
}

function readCounts(option: string, text: string): number[] {
  const counts = text.split(',').map((count) => readCount(option, count))
  return [...new Set(counts)].sort((a, b) => a - b)
}

function readCount(option: string, text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new Error(`${option} takes whole numbers from 1, not "${text}"`)
  return Number(text)
}
