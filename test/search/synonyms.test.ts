import { describe, expect, it } from 'vitest'
import { createLectern } from '../../src/answer/create-lectern.ts'
import { buildIndex } from '../../src/search/build.ts'
import { openIndex } from '../../src/search/open.ts'
import { parseQuery, type Query } from '../../src/search/query.ts'
import { createAnalyzer } from '../../src/text/analyze.ts'
import { createLexicon } from '../../src/text/lexicon.ts'
import { createSynonyms, type SynonymGroup } from '../../src/text/synonyms.ts'
import { faultOf, words } from '../support/index.ts'
import { writeArticle } from '../support/records.ts'

const lexicon = createLexicon(words)
const groups: SynonymGroup[] = [
  ['渡轮', '摆渡船', 'ferry'],
  ['Port of Nanyu', 'Nanyu harbour'],
  ['陆上交通', 'LT'],
]

function parse(question: string): Query {
  const analyze = createAnalyzer(lexicon, createSynonyms(groups))
  return parseQuery(question, { analyze, lexicon, speakers: new Map() })
}

function termOf(question: string, term: string) {
  return parse(question).terms.find((candidate) => candidate.term === term)
}

describe('a question with a word that has synonyms', () => {
  it('asks for the term of the group too, which covers the terms of the word', () => {
    expect(parse('灯塔摆渡船').terms.map(({ term }) => term)).toEqual([
      '灯塔',
      '塔摆',
      '摆渡',
      '渡船',
      '~渡轮',
    ])
    expect(termOf('灯塔，摆渡船', '~渡轮')?.covers).toEqual(['摆渡', '渡船'])
  })

  it('covers what is there only because the word stands beside another, but no word', () => {
    expect(termOf('灯塔摆渡船', '~渡轮')?.covers).toEqual(['塔摆', '摆渡', '渡船'])
    expect(termOf('摆渡船', '~渡轮')?.covers).toEqual(['摆渡', '渡船'])
  })

  it('does not cover a term that is asked for elsewhere as well', () => {
    expect(termOf('摆渡船，渡船', '~渡轮')?.covers).toEqual(['摆渡'])
  })

  it('weighs about what it weighs without synonyms', () => {
    const weightOf = ({ terms }: Query) => terms.reduce((sum, { weight }) => sum + weight, 0)
    const analyze = createAnalyzer(lexicon)
    for (const question of ['摆渡船', '灯塔，摆渡船的渡轮', 'the ferry']) {
      const plain = parseQuery(question, { analyze, lexicon, speakers: new Map() })
      expect(weightOf(parse(question))).toBeCloseTo(weightOf(plain))
    }
  })

  it('knows an abbreviation by its capitals, and a name that holds words which are no terms', () => {
    expect(termOf('LT有多少人', '~陆上交通')).toBeDefined()
    expect(termOf('lt有多少人', '~陆上交通')).toBeUndefined()
    expect(termOf('How old is the Port of Nanyu?', '~port of nanyu')).toBeDefined()
  })

  it('finds what is said with another member, and more surely than without', async () => {
    const records = [
      await writeArticle({ id: 'a' }, '渡轮每天开四十四班。'),
      await writeArticle({ id: 'b' }, '灯塔每天开四小时。'),
    ]
    const question = '摆渡船每天开多少班'
    const [plain, withSynonyms] = await Promise.all([
      askOf(records, [], question),
      askOf(records, groups, question),
    ])
    expect(withSynonyms?.text).toContain('渡轮每天')
    expect(withSynonyms?.confidence).toBeGreaterThan((plain?.confidence ?? 0) + 0.1)
    const marked = withSynonyms?.highlights.map(({ start, end }) => withSynonyms.text.slice(start, end))
    expect(marked?.join('')).toContain('渡轮')
  })

  it('is not told to be missing where records say it with another member', async () => {
    const records = [await writeArticle({ id: 'a' }, '陆上交通不经过灯塔。')]
    const question = 'LT有几班'
    const [plain, withSynonyms] = await Promise.all([
      outcomeOf(records, [], question),
      outcomeOf(records, groups, question),
    ])
    expect(plain).toMatchObject({ kind: 'abstention', missing: ['LT'] })
    expect(withSynonyms).not.toMatchObject({ missing: ['LT'] })
  })

  it('still puts the very word first', async () => {
    const records = [
      await writeArticle({ id: 'a' }, '渡轮每天开四十四班。'),
      await writeArticle({ id: 'b' }, '摆渡船每天开十二班。'),
    ]
    expect((await askOf(records, groups, '摆渡船每天开多少班'))?.text).toContain('摆渡船')
    expect((await askOf(records, groups, '渡轮每天开多少班'))?.text).toContain('渡轮')
  })
})

describe('the synonyms of an index', () => {
  it('are the same in any order, and part of its fingerprint', async () => {
    const build = (synonyms: SynonymGroup[]) => buildIndex([], { lexicon, synonyms })
    const [first, turned, none] = await Promise.all([build(groups), build([...groups].reverse()), build([])])
    expect([...turned.files]).toEqual([...first.files])
    expect(none.manifest.analyzer).not.toBe(first.manifest.analyzer)
  })

  it('are refused where a word has two groups', async () => {
    const synonyms = [
      ['渡轮', '轮渡'],
      ['渡船', '渡輪'],
    ]
    const fault = await faultOf(buildIndex([], { lexicon, synonyms }))
    expect(fault.code).toBe('synonyms-invalid')
    expect(fault.message).toContain('write all words of one meaning on one line')
  })
})

type Records = Parameters<typeof buildIndex>[0]

async function outcomeOf(records: Records, synonyms: SynonymGroup[], question: string) {
  const { files } = await buildIndex(records, { lexicon, synonyms })
  return createLectern(await openIndex(async (name) => files.get(name))).ask({ question })
}

async function askOf(records: Records, synonyms: SynonymGroup[], question: string) {
  const outcome = await outcomeOf(records, synonyms, question)
  return outcome.kind === 'answer' ? outcome.quotes[0] : outcome.nearest[0]
}
