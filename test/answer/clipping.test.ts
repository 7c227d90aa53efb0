import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createGuard, type Guarded, guardSpan } from '../../src/answer/clipping.ts'
import { qualifies, speaksAgainst } from '../../src/answer/qualifiers.ts'
import type { LecternRecord } from '../../src/record/record.ts'
import { parseQuery } from '../../src/search/query.ts'
import { rank } from '../../src/search/rank.ts'
import { findSentences } from '../../src/text/sentence.ts'
import { containsSpan, type Span, sliceSpan } from '../../src/text/span.ts'
import { sentences as townSentences } from '../support/corpus.ts'
import { openLectern, openRecords } from '../support/index.ts'
import { type Block, writeArticle, writeRecord } from '../support/records.ts'

/** What comes of quoting `quoted` out of `text`, in words. */
function guard(text: string, quoted: string, maxLength = 160) {
  const start = text.indexOf(quoted)
  const span = { start, end: start + quoted.length }
  const within = { start: 0, end: text.length }
  const guarded: Guarded = guardSpan(text, span, { within, maxLength })
  return { text: sliceSpan(text, guarded.span), clipped: guarded.clipped }
}

describe('the clipping guard', () => {
  it('leaves a quote alone where nothing beside it qualifies it', () => {
    const text = '码头有六个泊位。大桥十月通车。票价两元。'
    expect(guard(text, '大桥十月通车。')).toEqual({ text: '大桥十月通车。', clipped: undefined })
  })

  it('widens a quote over what takes it back', () => {
    expect(guard('大桥十月通车。但货车不能通行。票价两元。', '大桥十月通车。').text).toBe(
      '大桥十月通车。但货车不能通行。',
    )
    expect(
      guard('The bridge opens in May. However, lorries may not use it.', 'The bridge opens in May.'),
    ).toEqual({ text: 'The bridge opens in May. However, lorries may not use it.', clipped: undefined })
  })

  it('widens a quote that begins against what was said over what it speaks against', () => {
    expect(guard('新馆周一开放。不过，夜场要等到秋天。', '不过，夜场要等到秋天。').text).toBe(
      '新馆周一开放。不过，夜场要等到秋天。',
    )
  })

  it('widens a quote over the condition that it hangs on', () => {
    expect(guard('如果资金到位，二期明年开工。二期有三个泊位。', '二期有三个泊位。').text).toBe(
      '如果资金到位，二期明年开工。二期有三个泊位。',
    )
  })

  it('goes on for as long as one qualifier follows another', () => {
    const text = '大桥十月通车。但货车不能通行。除非另有许可。不过许可很少。灯塔照旧。'
    expect(guard(text, '大桥十月通车。').text).toBe(
      '大桥十月通车。但货车不能通行。除非另有许可。不过许可很少。',
    )
  })

  it('tells what it has no room for', () => {
    const text = '船期照旧。但大桥十月通车。但货车不能通行。'
    expect(guard(text, '但大桥十月通车。', 9)).toEqual({
      text: '但大桥十月通车。',
      clipped: { before: '船期照旧。', after: '但货车不能通行。' },
    })
  })

  it('tells what stands in another paragraph', () => {
    expect(guard('大桥十月通车。\n\n但货车不能通行。', '大桥十月通车。')).toEqual({
      text: '大桥十月通车。',
      clipped: { after: '但货车不能通行。' },
    })
  })

  it('does not carry a condition over a paragraph that ends', () => {
    expect(guard('如遇大风，停航一天。\n票价仍为两元。', '票价仍为两元。').clipped).toBeUndefined()
    expect(guard('如果满足以下条件：\n门票全部免费。', '门票全部免费。').clipped).toEqual({
      before: '如果满足以下条件：',
    })
  })

  it('tells the rest of a sentence that had to be cut, and its beginning', () => {
    const text = '码头的仓库，码头的吊车，码头的灯塔，都在春天完工。'
    expect(guard(text, '码头的吊车，')).toEqual({
      text: '码头的吊车，',
      clipped: { before: '码头的仓库，', after: '码头的灯塔，都在春天完工。' },
    })
  })

  it('takes 不过如此, 但愿 and 除了…还 for no qualifiers', () => {
    const text = '大桥十月通车。不过如此。但愿准时。除了大桥，还有隧道。'
    expect(guard(text, '大桥十月通车。')).toEqual({ text: '大桥十月通车。', clipped: undefined })
  })
})

/** Of a section: it reads like a qualifier and is none. */
const title = '但是问答'

/** Turns full of qualifiers. */
const qualifiers = [
  '但是周一停航。',
  '不过如此。',
  '除非遇到大风。',
  '如果天气允许，',
  'However, not on Sundays. ',
]
const anyParagraph: fc.Arbitrary<Block> = fc
  .array(fc.constantFrom(...townSentences, ...qualifiers, ...qualifiers), {
    minLength: 1,
    maxLength: 40,
    size: 'max',
  })
  .map((parts) => ({ paragraph: parts.join('') }))
const anyTurn = fc.array(
  fc.oneof({ weight: 5, arbitrary: anyParagraph }, { weight: 1, arbitrary: fc.constant({ heading: title }) }),
  { minLength: 1, maxLength: 5, size: 'max' },
)

interface Quoted {
  record: LecternRecord
  span: Span
  /** Sentences of the turn, none of them a title. */
  sentences: Span[]
  clipped: { before?: string; after?: string }
  quoteChars: number
}

function forAnyQuote(check: (quoted: Quoted) => void): Promise<void> {
  return fc.assert(
    fc.asyncProperty(
      anyTurn,
      fc.constantFrom(...townSentences),
      fc.constantFrom(30, 80, 160, 400),
      async (says, question, quoteChars) => {
        const record = await writeRecord({ id: 'a' }, [{ kind: 'statement', speaker: '陆闻溪', says }])
        const lectern = await openLectern([record], { threshold: 0, quoteChars })
        const outcome = await lectern.ask({ question, limit: 20 })
        const quotes = outcome.kind === 'answer' ? outcome.quotes : outcome.nearest
        const sentences = findSentences(record.text, record.turns[0]?.span)
        for (const { citation, clipped = {} } of quotes) {
          check({ record, span: citation.span, sentences, clipped, quoteChars })
        }
      },
    ),
    { numRuns: 80 },
  )
}

function isTitle({ sections }: LecternRecord, { start }: Span): boolean {
  return sections.some(({ span }) => span.start === start)
}

describe('any quote', () => {
  it('is followed by no qualifier that it could hold, and by none that it does not tell', () =>
    forAnyQuote(({ record, span, sentences, clipped, quoteChars }) => {
      const next = sentences.find(({ start }) => start >= span.end)
      const isCut = sentences.some(({ start, end }) => start < span.end && span.end < end)
      if (isCut || !next || isTitle(record, next) || !qualifies(sliceSpan(record.text, next))) return
      expect(clipped.after).toBe(sliceSpan(record.text, next))
      const wider = record.text.slice(span.start, next.end)
      expect(wider.length > quoteChars || wider.includes('\n')).toBe(true)
    }))

  it('begins against nothing that it could hold, and against nothing that it does not tell', () =>
    forAnyQuote(({ record, span, sentences, clipped, quoteChars }) => {
      const at = sentences.findIndex(({ start }) => start === span.start)
      const before = sentences[at - 1]
      if (!before || isTitle(record, before) || !speaksAgainst(sliceSpan(record.text, span))) return
      expect(clipped.before).toBe(sliceSpan(record.text, before))
      const wider = record.text.slice(before.start, span.end)
      expect(wider.length > quoteChars || wider.includes('\n')).toBe(true)
    }))

  it('ends where a sentence ends, or tells the rest of it', () =>
    forAnyQuote(({ record, span, sentences, clipped }) => {
      if (sentences.some(({ end }) => end === span.end)) return
      const cut = sentences.find((sentence) => sentence.start < span.end && span.end < sentence.end) as Span
      expect(clipped.after).toBe(record.text.slice(span.end, cut.end).trim())
    }))

  it('begins where a sentence begins, or tells its beginning', () =>
    forAnyQuote(({ record, span, sentences, clipped }) => {
      if (sentences.some(({ start }) => start === span.start)) return
      const cut = sentences.find((sentence) => containsSpan(sentence, { start: span.start, end: span.start }))
      expect(clipped.before).toBe(record.text.slice(cut?.start, span.start).trim())
    }))

  it('takes no title for a sentence beside it', () =>
    forAnyQuote(({ clipped }) => {
      expect(Object.values(clipped)).not.toContain(title)
    }))
})

describe('a hit', () => {
  /** The first hit, as if only `quoted` were to be quoted. */
  async function guardHit(text: string, question: string, quoted: string, maxLength = 160) {
    const index = await openRecords([await writeArticle({ id: 'a' }, text)])
    const query = parseQuery(question, index)
    const hits = rank(index, query, await index.retriever.retrieve(query, { limit: 10 }), {
      quoteChars: maxLength,
    })
    const start = text.indexOf(quoted)
    const hit = hits.find(({ passage }) => passage.span.start <= start && start < passage.span.end)
    if (!hit) throw new Error('no hit')
    const window = { ...hit.window, span: { start, end: start + quoted.length }, matches: [] }
    const guarded = createGuard(index, query, maxLength)({ ...hit, window })
    return { ...guarded, quoted: sliceSpan(text, guarded.window.span) }
  }

  it('matches the question in the sentences that it is widened over', async () => {
    const hit = await guardHit('灯塔十月开放。但是灯塔的票价没有定。', '灯塔开放', '灯塔十月开放。')
    expect(hit.quoted).toBe('灯塔十月开放。但是灯塔的票价没有定。')
    expect(hit.window?.matches).toContainEqual({ term: '灯塔', start: 9, end: 11 })
  })

  it('is widened over as many passages as qualifiers stand in', async () => {
    const long = (words: string) => `${words}${'码头的仓库全部重新粉刷，'.repeat(18)}都在春天完工。`
    const text = `${long('大桥十月通车，')}${long('但是灯塔不开放，')}${long('不过码头开放，')}${long('但是')}票价两元。`
    const hit = await guardHit(text, '灯塔不开放', long('但是灯塔不开放，'), 2000)
    expect(hit.quoted).toBe(text.slice(0, -'票价两元。'.length))
  })
})
