import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeSpans } from '../../src/answer/quote.ts'
import { openLectern } from '../support/index.ts'
import { writeArticle } from '../support/records.ts'

const anySpan = fc
  .tuple(fc.nat(30), fc.integer({ min: 1, max: 6 }))
  .map(([start, length]) => ({ start, end: start + length }))

describe('mergeSpans', () => {
  it('makes one of spans that overlap or touch', () => {
    expect(
      mergeSpans([
        { start: 4, end: 6 },
        { start: 0, end: 2 },
        { start: 2, end: 3 },
        { start: 1, end: 2 },
      ]),
    ).toEqual([
      { start: 0, end: 3 },
      { start: 4, end: 6 },
    ])
    expect(mergeSpans([])).toEqual([])
  })

  it('covers what the spans cover, in order and apart', () => {
    fc.assert(
      fc.property(fc.array(anySpan), (spans) => {
        const merged = mergeSpans(spans)
        const unitsOf = (list: typeof spans) =>
          Array.from({ length: 40 }, (_, at) => list.some(({ start, end }) => at >= start && at < end))
        expect(unitsOf(merged)).toEqual(unitsOf(spans))
        merged.slice(1).forEach(({ start }, at) => {
          expect(start).toBeGreaterThan(merged[at]?.end as number)
        })
      }),
    )
  })
})

describe('a quote', () => {
  async function quoteFrom(text: string, question: string): Promise<string | undefined> {
    const lectern = await openLectern([await writeArticle({ id: 'a' }, text)], { threshold: 0 })
    const outcome = await lectern.ask({ question })
    return outcome.kind === 'answer' ? outcome.quotes[0]?.text : undefined
  }

  it('stays inside one paragraph', async () => {
    expect(await quoteFrom('灯塔很高。\n灯塔很白。', '灯塔很高很白')).not.toContain('\n')
  })

  it('is cut between clauses where one sentence is too long', async () => {
    const text = `${'码头的仓库全部重新粉刷，'.repeat(20)}灯塔高四十一米，${'院子里种了两排槐树，'.repeat(20)}都在春天完工。`
    const quote = await quoteFrom(text, '灯塔多高')
    expect(quote).toContain('灯塔高四十一米，')
    expect(quote?.length).toBeLessThanOrEqual(160)
    expect(quote).toMatch(/^(码头|灯塔|院子).*，$/u)
  })

  it('is cut between clauses of letters, without the space between them', async () => {
    const text = `${'The warehouses by the quay were painted once more, '.repeat(8)}and the lighthouse is forty metres tall, ${'two rows of trees were planted in the yard, '.repeat(8)}all in spring.`
    const quote = await quoteFrom(text, 'How tall is the lighthouse?')
    expect(quote).toContain('the lighthouse is forty metres tall')
    expect(quote).toBe(quote?.trim())
  })

  it('is cut hard only where a sentence has no mark at all, and never inside a character', async () => {
    const quote = await quoteFrom('𠮷'.repeat(300), '𠮷𠮷')
    expect(quote).toMatch(/^𠮷+$/u)
    expect(quote?.length).toBeLessThanOrEqual(160)
  })
})
