import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Effect, Explanation, Quote } from '../../src/answer/answer.ts'
import type { Lectern } from '../../src/answer/lectern.ts'
import { anyCorpus, anyQuestion } from '../support/corpus.ts'
import { openLectern } from '../support/index.ts'
import { writeJiangting } from '../support/town.ts'

function total(effects: Effect[]): number {
  return effects.reduce((sum, { effect }) => sum + effect, 0)
}

/** Checks the explanation of any quote that any question finds. */
function forAnyExplanation(check: (explanation: Explanation, quote: Quote) => void): Promise<void> {
  return fc.assert(
    fc.asyncProperty(anyCorpus, anyQuestion, async (write, question) => {
      const lectern = await openLectern(await write())
      const outcome = await lectern.ask({ question, limit: 20, explain: true })
      for (const quote of outcome.kind === 'answer' ? outcome.quotes : outcome.nearest) {
        if (!quote.explanation) throw new Error('no explanation')
        check(quote.explanation, quote)
      }
    }),
    { numRuns: 40 },
  )
}

describe('an explanation', () => {
  it('has features whose effects add up to the score', () =>
    forAnyExplanation(({ features }, { score }) => {
      expect(total(features)).toBeCloseTo(score, 9)
    }))

  it('has signals whose effects add up to the logit of the confidence', () =>
    forAnyExplanation(({ confidence }, quote) => {
      expect(1 / (1 + Math.exp(-total(confidence)))).toBeCloseTo(quote.confidence, 9)
    }))

  it('has effects that are value times weight, each of another name', () =>
    forAnyExplanation(({ features, confidence }) => {
      for (const effects of [features, confidence]) {
        for (const { value, weight, effect } of effects) expect(effect).toBe(value * weight)
        expect(new Set(effects.map(({ name }) => name)).size).toBe(effects.length)
      }
    }))
})

describe('explaining', () => {
  let lectern: Lectern
  beforeAll(async () => {
    lectern = await openLectern(await writeJiangting(), { threshold: 0 })
  })

  async function firstQuote(question: string, explain?: boolean): Promise<Quote | undefined> {
    const outcome = await lectern.ask({ question, ...(explain !== undefined && { explain }) })
    return outcome.kind === 'answer' ? outcome.quotes[0] : undefined
  }

  it('is left out unless it is asked for, and changes nothing else', async () => {
    const plain = await firstQuote('招募了多少名志愿者')
    expect(plain).not.toHaveProperty('explanation')
    expect(await firstQuote('招募了多少名志愿者', false)).toEqual(plain)
    const { explanation, ...rest } = (await firstQuote('招募了多少名志愿者', true)) as Quote
    expect(explanation).toBeDefined()
    expect(rest).toEqual(plain)
  })

  it('tells of each term whether the quote holds it, or only what stands around', async () => {
    const quote = await firstQuote('渡轮的票价涨到骆驼', true)
    expect(quote?.text).toContain('8元')
    const found = new Map(quote?.explanation?.terms.map(({ term, found }) => [term, found]))
    expect(found.get('票价')).toBe('context')
    expect(found.get('骆驼')).toBe('no')
    const held = await firstQuote('一共招募了多少名志愿者', true)
    const inQuote = new Map(held?.explanation?.terms.map(({ term, found }) => [term, found]))
    expect(inQuote.get('志愿者')).toBe('quote')
  })

  it('explains the nearest passages of an abstention too', async () => {
    const strict = await openLectern(await writeJiangting(), { threshold: 1 })
    const outcome = await strict.ask({ question: '灯塔岛的航线', explain: true })
    const nearest = outcome.kind === 'abstention' ? outcome.nearest : []
    expect(nearest.length).toBeGreaterThan(0)
    for (const { explanation } of nearest) expect(explanation?.features.length).toBeGreaterThan(0)
  })
})
