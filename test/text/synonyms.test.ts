import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAnalyzer } from '../../src/text/analyze.ts'
import { createLexicon } from '../../src/text/lexicon.ts'
import { createSynonyms, type SynonymGroup } from '../../src/text/synonyms.ts'
import { anyText } from '../support/arbitrary.ts'

const lexicon = createLexicon(['朋友', '城市', '友好', '渡轮', '灯塔'])
const harbour: SynonymGroup[] = [
  ['友好城市', '友城', '姊妹城'],
  ['渡轮', '轮渡', 'ferry boat'],
  ['航海与渔业协会', 'NFA', '海渔协'],
  ['海渔协年会', '渔业年会'],
  ['information technology', 'IT'],
]

const analyze = createAnalyzer(lexicon, createSynonyms(harbour))

/** The parts of a text that stand for a group, each with the group's term. */
function find(text: string, groups = harbour): [string, string][] {
  return createAnalyzer(
    lexicon,
    createSynonyms(groups),
  )(text)
    .filter(({ term }) => term.startsWith('~'))
    .map(({ term, start, end }) => [term, text.slice(start, end)])
}

describe('synonyms', () => {
  it('give every member of a group the term of its first', () => {
    expect(find('友城很多，姊妹城也是友好城市')).toEqual([
      ['~友好城市', '友城'],
      ['~友好城市', '姊妹城'],
      ['~友好城市', '友好城市'],
    ])
  })

  it('are found in either script and width, and where they stand', () => {
    expect(find('坐輪渡')).toEqual([['~渡轮', '輪渡']])
    expect(find('ＮＦＡ來函')).toEqual([['~航海与渔业协会', 'ＮＦＡ']])
  })

  it('are found in the singular and the plural, over blanks and hyphens', () => {
    for (const text of ['two Ferry Boats', 'a ferry-boat', 'ferry  boat'])
      expect(find(text).map(([term]) => term)).toEqual(['~渡轮'])
  })

  it('are not found inside a longer word, over a line break or over other marks', () => {
    for (const text of ['NFAX', 'INFA', 'ferry boatyard', 'ferry\nboat', 'ferry, boat', '渡、轮'])
      expect(find(text)).toEqual([])
  })

  it('take capitals for an abbreviation only where the text has capitals', () => {
    expect(find('The IT office')).toEqual([['~information technology', 'IT']])
    expect(find('it rains')).toEqual([])
    expect(find('It rains')).toEqual([])
    expect(find('INFORMATION TECHNOLOGY')).toHaveLength(1)
  })

  it('are found before a letter of another script', () => {
    expect(find('NFA年會')).toEqual([['~航海与渔业协会', 'NFA']])
  })

  it('are found inside a longer one of another group, and once inside one of their own', () => {
    expect(find('海渔协年会')).toEqual(
      expect.arrayContaining([
        ['~海渔协年会', '海渔协年会'],
        ['~航海与渔业协会', '海渔协'],
      ]),
    )
    expect(find('青年友好城市', [['友好城市', '友好']])).toEqual([['~友好城市', '友好城市']])
  })

  it('are not found where two words of the lexicon meet inside them', () => {
    expect(find('朋友城市')).toEqual([])
    expect(find('老友城里')).toEqual([['~友好城市', '友城']])
  })

  it('leave all other terms as they are', () => {
    const plain = createAnalyzer(lexicon)
    fc.assert(
      fc.property(anyText, (text) => {
        expect(analyze(text).filter(({ term }) => !term.startsWith('~'))).toEqual(plain(text))
      }),
    )
    expect(find('友城', [])).toEqual([])
  })

  it('have spans that say a member, whatever stands around it', () => {
    const member = fc.constantFrom(...harbour.flat())
    fc.assert(
      fc.property(anyText, member, anyText, (before, word, after) => {
        const text = `${before}。${word}。${after}`
        const at = before.length + 1
        const matches = analyze(text).filter(({ term }) => term.startsWith('~'))
        expect(matches.map(({ start, end }) => [start, end])).toContainEqual([at, at + word.length])
      }),
      { numRuns: 50 },
    )
  })
})
