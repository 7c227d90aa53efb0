import { describe, expect, it } from 'vitest'
import type { Quote } from '../../src/answer/answer.ts'
import { openLectern } from '../support/index.ts'
import { writeArticle } from '../support/records.ts'

describe('a quote', () => {
  async function quoteFrom(text: string, question: string): Promise<Quote> {
    const lectern = await openLectern([await writeArticle({ id: 'a' }, text)], { threshold: 0 })
    const outcome = await lectern.ask({ question })
    const [quote] = outcome.kind === 'answer' ? outcome.quotes : []
    if (!quote) throw new Error('no quote')
    return quote
  }

  it('stays inside one paragraph', async () => {
    const { text } = await quoteFrom('灯塔很高。\n灯塔很白。', '灯塔很高很白')
    expect(text).not.toContain('\n')
  })

  it('is the beginning of a sentence that is too long, up to the end of a clause, and tells the rest', async () => {
    const sentence = `灯塔高四十一米，${'院子里种了两排槐树，'.repeat(40)}都在春天完工。`
    const { text, clipped } = await quoteFrom(`码头重新粉刷。${sentence}`, '灯塔多高')
    expect(text).toMatch(/^灯塔高四十一米，.*，$/u)
    expect(text.length).toBeLessThanOrEqual(160)
    expect(text + clipped?.after).toBe(sentence)
  })

  it('is cut between clauses of letters, without the space between them', async () => {
    const sentence = `The lighthouse is forty metres tall, ${'two rows of trees were planted in the yard, '.repeat(8)}all in spring.`
    const { text, clipped } = await quoteFrom(sentence, 'How tall is the lighthouse?')
    expect(text).toMatch(/^The lighthouse is forty metres tall, .*,$/u)
    expect(`${text} ${clipped?.after}`).toBe(sentence)
  })

  it('is cut hard only where a sentence has no mark at all, and never inside a character', async () => {
    const { text } = await quoteFrom('𠮷'.repeat(300), '𠮷𠮷')
    expect(text).toMatch(/^𠮷+$/u)
    expect(text.length).toBeLessThanOrEqual(160)
  })
})
