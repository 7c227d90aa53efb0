import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildCorpusIndex } from '../../src/adapter/node-build.ts'
import { openIndexFolder } from '../../src/adapter/node-index.ts'
import type { Citation, Outcome } from '../../src/answer/answer.ts'
import { createLectern } from '../../src/answer/create-lectern.ts'
import type { Lectern } from '../../src/answer/lectern.ts'
import { toReply } from '../../src/bot/reply.ts'
import { interfaceLanguages } from '../../src/text/interface-language.ts'
import { start } from '../contract/platform-case.ts'
import { openPlatform } from '../contract/platform-scene.ts'
import { cases } from './cases.ts'
import { compareShown, quotesOf, site } from './shown.ts'

/** One case of each platform: how a message comes does not change how it looks. */
const platforms = [...new Map(cases.map((one) => [one.name, one]))]

const token = (vote: string) => `fb1.${'a'.repeat(22)}.${vote}.${'A'.repeat(22)}`

const golden = readFileSync(new URL('../golden/questions.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { question: string }).question)

const folder = mkdtempSync(join(tmpdir(), 'lectern-rendered-'))
let lectern: Lectern
let outcomes: Outcome[]

beforeAll(async () => {
  const corpus = new URL('../../corpus', import.meta.url).pathname
  await buildCorpusIndex({ corpus, index: folder, now: () => 0 })
  lectern = createLectern(await openIndexFolder(folder))
  outcomes = await Promise.all(golden.map((question) => lectern.ask({ question, limit: 3 })))
})

afterAll(() => rmSync(folder, { recursive: true }))

describe.each(platforms)('what %s shows', (name, platform) => {
  const { environment, taken, checkLimits } = platform
  const { render } = openPlatform(environment, { now: () => start, fetch: async () => Response.json(taken) })
  const votes = {
    up: token('up'),
    down: token('down'),
    upPage: `${site}/f/${name}/${token('up')}`,
    downPage: `${site}/f/${name}/${token('down')}`,
  }

  it('are the words of the records, for every golden question', () => {
    for (const outcome of outcomes) {
      const { question } = outcome
      for (const language of interfaceLanguages) {
        const message = render(
          toReply(outcome, { language, site, votes, more: `more1.3.["${question}",{}]` }),
        )
        checkLimits(message)
        const quotes = quotesOf(outcome)
        const { whole } = compareShown(platform, { message, quotes }, wordsInRecord)
        expect(whole, question).toBe(quotes.length)
      }
    }
  })

  it('are whole turns too, or where they stand', () => {
    for (const record of lectern.records) {
      for (const { span } of record.turns) {
        const words = record.text.slice(span.start, span.end)
        const outcome = answerOf(words)
        const message = render(toReply(outcome, { language: 'zh-Hans', site, votes }))
        checkLimits(message)
        compareShown(platform, { message, quotes: quotesOf(outcome) }, () => words)
      }
    }
  })
})

// ---------------------------------------------------------------------------

function wordsInRecord({ record: id, span }: Citation): string | undefined {
  return lectern.records.find((record) => record.id === id)?.text.slice(span.start, span.end)
}

function answerOf(text: string): Outcome {
  const citation = {
    record: 'r',
    version: '0'.repeat(64),
    title: '发布会',
    kind: 'briefing' as const,
    span: { start: 0, end: text.length },
    passage: { start: 0, end: text.length },
    url: '/r/r#t0',
  }
  const quote = { text, score: 1, confidence: 1, highlights: [], citation, alsoIn: [] }
  return {
    kind: 'answer',
    question: '',
    quotes: [quote],
    followUps: [],
    searched: { records: 1, passages: 1 },
    index: 'f',
  }
}
