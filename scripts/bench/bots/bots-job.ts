import type { Outcome, Quote } from '../../../src/answer/answer.ts'
import { compareShown, quotesOf, site } from '../../../test/bot/shown.ts'
import type { Sent } from '../../../test/contract/platform-case.ts'
import { percentile } from '../figures.ts'
import { seeded } from '../seeded.ts'
import { type Answered, openScene, type Scene, type SceneOptions } from './scene.ts'
import { type Way, ways } from './ways.ts'

export interface BotsInput extends SceneOptions {
  questions: string[]
}

/** Milliseconds from the request to the answer: its body, or the call that carries it. */
export type BotFigures = {
  p50: number
  p99: number
}

/** Figures of `/api/ask`, then of each way. */
export async function botsJob({ questions, ...options }: BotsInput): Promise<BotFigures[]> {
  const scene = await openScene(options)
  try {
    // Before the clock counts, V8 compiles what is hot, and records are read: whoever asks first pays for nobody.
    for (const question of questions) await compareAnswers(scene, question)
    const times = [undefined, ...ways].map((): number[] => [])
    const random = seeded(questions.length)
    for (const question of questions) {
      for (const at of shuffled(times.length, random)) {
        const way = ways[at - 1]
        const { responded, called } = await (way ? askBot(scene, way, question) : askApi(scene, question))
        times[at]?.push(way?.isCall ? called : responded)
      }
    }
    return times.map((own) => ({ p50: percentile(own, 0.5), p99: percentile(own, 0.99) }))
  } finally {
    await scene.close()
  }
}

// ---------------------------------------------------------------------------

/** Numbers below `count`: nobody is always the first, or always after the same one. */
function shuffled(count: number, random: () => number): number[] {
  const places = Array.from({ length: count }, (_, at) => ({ at, by: random() }))
  return places.sort((one, other) => one.by - other.by).map(({ at }) => at)
}

function askApi(scene: Scene, question: string): Promise<Answered> {
  return scene.send(new Request(`${site}/api/ask?q=${encodeURIComponent(question)}`))
}

let deliveries = 0

async function askBot(scene: Scene, { platform }: Way, question: string): Promise<Answered> {
  const sent = await platform.ask(question, { at: Date.now(), delivery: `d${++deliveries}` })
  return scene.send(toRequest(sent), platform.taken)
}

function toRequest({ path, headers, body }: Sent): Request {
  return new Request(`${site}${path}`, { method: 'POST', headers, body })
}

/** @throws where a bot answers otherwise than `/api/ask`: then their times would tell nothing. */
async function compareAnswers(scene: Scene, question: string): Promise<void> {
  const { body } = await askApi(scene, question)
  const quotes = quotesOf(JSON.parse(body) as Outcome)
  for (const way of ways) {
    const { platform, what } = way
    const answered = await askBot(scene, way, question)
    const message = await platform.messageOf({ status: 200, body: answered.body }, answered.calls)
    try {
      platform.checkLimits(message)
      compareShown(platform, { message, quotes }, (citation) => wordsOf(quotes, citation))
    } catch (cause) {
      throw new Error(`${what} answers ${JSON.stringify(question)} otherwise`, { cause })
    }
  }
}

function wordsOf(quotes: readonly Quote[], citation: Quote['citation']): string | undefined {
  return quotes.find((quote) => quote.citation === citation)?.text
}
