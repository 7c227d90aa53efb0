import type { Lectern } from '../../src/answer/lectern.ts'
import { toReadLink } from '../../src/answer/permalink.ts'

/** A page to look at: a name for its files, and its path. */
export interface Scene {
  name: string
  path: string
}

/** Every page, and the states of those that have several. `lectern` answers over the demonstration corpus. */
export async function listPages(lectern: Lectern): Promise<Scene[]> {
  const answer = await lectern.ask({ question: answered })
  if (answer.kind !== 'answer') throw new Error(`the demonstration corpus no longer answers ${answered}`)
  const [quote] = answer.quotes
  const speaker = quote?.citation.speaker?.name
  if (!quote || speaker === undefined) throw new Error(`nobody is quoted for ${answered}`)
  const cited = toReadLink(quote.citation)
  return [
    { name: 'ask', path: '/' },
    { name: 'ask-answer', path: `/?q=${answered}` },
    { name: 'ask-filtered', path: `/?q=${answered}&kind=briefing&from=2025-01-01&to=2025-12-31` },
    { name: 'ask-abstention', path: '/?q=火星上有水吗' },
    { name: 'ask-nearest', path: '/?q=海上风电的总设计师是谁' },
    { name: 'ask-problem', path: '/?q=%20' },
    { name: 'ask-bad-date', path: '/?q=港区&from=2025-02-30' },
    { name: 'record', path: `/r/${quote.citation.record}` },
    { name: 'record-quote', path: cited },
    { name: 'record-changed', path: cited.replace(/v=\w+/u, 'v=000000000000') },
    { name: 'record-no-words', path: `/r/${quote.citation.record}?s=999990-999999` },
    { name: 'record-english', path: '/r/2025-07-briefing-offshore-wind' },
    { name: 'record-factsheet', path: '/r/factsheet-tianjin-trade' },
    { name: 'records', path: '/records' },
    { name: 'speakers', path: '/speakers' },
    { name: 'speaker', path: `/speakers/${encodeURIComponent(speaker)}` },
    { name: 'embed', path: '/embed' },
    { name: 'not-found', path: '/nothing' },
  ]
}

// ---------------------------------------------------------------------------

const answered = '港区去年的集装箱吞吐量是多少'
