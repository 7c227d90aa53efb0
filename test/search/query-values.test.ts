import { describe, expect, it } from 'vitest'
import { parseQuery } from '../../src/search/query.ts'
import { analyze, lexicon } from '../contract/town.ts'

function valuesOf(question: string): string[] {
  const { terms } = parseQuery(question, { analyze, lexicon, speakers: new Map() })
  return terms.map(({ term }) => term).filter((term) => /^[#@]/.test(term))
}

describe('what a question asks by number or date', () => {
  it.each([
    ['请问三万五千吨是什么', ['#35000']],
    ['今年1—7月外贸多少', ['@1..7月']],
    ['上半年外贸如何', ['@1..6月']],
    ['What were exports from January to July?', ['@1..7月']],
    ['What opened on the 31st of August?', ['#31', '@8月', '@8-31']],
    ['What happened in the first half of the year?', ['@1..6月']],
    ['Who lent thirty-five million?', ['#35000000']],
  ])('is the same in the question %s as in a text', (question, values) => {
    expect(valuesOf(question)).toEqual(values)
  })
})
