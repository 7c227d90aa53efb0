import type { LecternRecord } from '../../src/record/record.ts'
import { parseQuery, type Query } from '../../src/search/query.ts'
import { createAnalyzer } from '../../src/text/analyze.ts'
import { createLexicon } from '../../src/text/lexicon.ts'
import { words } from '../support/index.ts'
import { writeArticle, writeRecord } from '../support/records.ts'

export const lexicon = createLexicon(words)
export const analyze = createAnalyzer(lexicon)

/** The question as the search path parses it. */
export function ask(question: string): Query {
  return parseQuery(question, { analyze, lexicon, speakers: new Map() })
}

/** A query of just these terms. */
export function queryOf(terms: [term: string, weight: number][]): Query {
  return {
    question: '',
    terms: terms.map(([term, weight]) => ({ term, weight })),
    speakers: [],
    years: [],
    places: [],
    speakerNames: [],
    asksForWords: false,
    asksForNow: false,
  }
}

/** Passages 0 to 6; what 4 says stands around 6, and 5 is the question that 6 replies to. */
export async function writeTown(): Promise<LecternRecord[]> {
  const pieces = [
    { heading: '附录' },
    { kind: 'question', says: '票价' },
    { kind: 'reply', speaker: '陆闻溪', says: '八元。' },
  ] as const
  const yearbook = await writeRecord({ id: 'e', title: '年鉴' }, pieces)
  return [
    await writeArticle({ id: 'a', title: '' }, '灯塔今年重新刷了白漆。'),
    await writeArticle({ id: 'b', title: '' }, '灯塔高四十一米。Lighthouses are tall.'),
    await writeArticle({ id: 'c', title: '' }, '渡轮开过灯塔。'),
    await writeArticle({ id: 'd', title: '' }, '博物馆周一闭馆。'),
    await writeArticle({ id: 'f', title: '' }, '年鉴、附录、票价、陆闻溪。'),
    yearbook,
  ]
}
