import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutClauses, findSentences } from '../../src/text/sentence.ts'
import { type Span, sliceSpan } from '../../src/text/span.ts'
import { anyText } from '../support/arbitrary.ts'

function sentencesOf(text: string): string[] {
  return findSentences(text).map((span) => sliceSpan(text, span))
}

describe('findSentences', () => {
  it.each([
    ['Chinese stops', '渡轮开通了。票价多少？八元！', ['渡轮开通了。', '票价多少？', '八元！']],
    ['several marks at once', '真的吗？！真的。', ['真的吗？！', '真的。']],
    ['a closing quotation mark', '他说：“明天开航。”大家鼓掌。', ['他说：“明天开航。”', '大家鼓掌。']],
    ['a line break', '第一行\n第二行', ['第一行', '第二行']],
    ['English stops', 'The ferry runs. It is full.', ['The ferry runs.', 'It is full.']],
    ['a full stop before Han', '见附件A1.渡轮停航。', ['见附件A1.', '渡轮停航。']],
  ])('ends a sentence after %s', (_, text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences)
  })

  it.each([
    ['a title', 'Dr. Lin spoke for Mrs. Gao.'],
    ['an initial', 'J. P. Moor paid.'],
    ['initials of a country', 'The U.S. Navy came.'],
    ['a number', 'It costs 3.14 marks.'],
    ['an address', 'See harbour.example for more.'],
    ['a word in lower case that follows', 'Open at 9 a.m. every day.'],
    ['an ellipsis inside', '这个……我们再看。'],
    ['a comma or a semicolon', '渡轮停航；码头照常，灯塔也是。'],
  ])('does not end a sentence at %s', (_, text) => {
    expect(sentencesOf(text)).toEqual([text])
  })

  it('looks only at the stretch it is given', () => {
    const text = '一号码头。二号码头。三号码头。'
    const spans = findSentences(text, { start: 2, end: 12 })
    expect(spans.map((span) => sliceSpan(text, span))).toEqual(['码头。', '二号码头。', '三号'])
  })

  it('finds none in nothing or in white space', () => {
    expect(findSentences('')).toEqual([])
    expect(findSentences(' \n\t　\n')).toEqual([])
  })

  const stretches = fc.tuple(anyText, fc.nat(60), fc.nat(60)).map(([text, a, b]) => {
    const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)]
    return { text, within: { start, end } }
  })

  it('gives ordered spans inside the stretch that do not overlap', () => {
    fc.assert(
      fc.property(stretches, ({ text, within }) => {
        let last = within.start
        for (const { start, end } of findSentences(text, within)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          last = end
        }
        expect(last).toBeLessThanOrEqual(within.end)
      }),
    )
  })

  it('trims every sentence and leaves out nothing but white space', () => {
    fc.assert(
      fc.property(stretches, ({ text, within }) => {
        const sentences = findSentences(text, within)
        for (const span of sentences) expect(sliceSpan(text, span)).toBe(sliceSpan(text, span).trim())
        for (const gap of gapsBetween(sentences, within)) expect(sliceSpan(text, gap).trim()).toBe('')
      }),
    )
  })

  it('lets no sentence run over a line break', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const sentence of sentencesOf(text)) expect(sentence).not.toContain('\n')
      }),
    )
  })
})

describe('cutClauses', () => {
  function clausesOf(text: string, maxLength: number): string[] {
    return cutClauses(text, { start: 0, end: text.length }, maxLength).map((span) => sliceSpan(text, span))
  }

  it('keeps clauses together as far as the length allows', () => {
    expect(clausesOf('渡轮停航，码头照常，灯塔也是，仓库不开。', 10)).toEqual([
      '渡轮停航，码头照常，',
      '灯塔也是，仓库不开。',
    ])
  })

  it('takes the comma inside a number for no end of a clause', () => {
    expect(clausesOf('the ferry carried 1,286 passengers', 24)).toEqual([
      'the ferry carried 1,286',
      'passengers',
    ])
  })

  it('cuts between words where no mark parts clauses', () => {
    expect(clausesOf('the old harbour of the town', 12)).toEqual(['the old', 'harbour of', 'the town'])
  })

  it('cuts anywhere in a script without spaces, but not inside a character', () => {
    expect(clausesOf('渡轮码头灯塔仓库', 3)).toEqual(['渡轮码', '头灯塔', '仓库'])
    expect(clausesOf('𠮷𠮷𠮷', 3)).toEqual(['𠮷', '𠮷', '𠮷'])
  })

  it('gives ordered, trimmed pieces that leave out nothing but white space and are short enough', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 40 }), (text, maxLength) => {
        const whole = { start: 0, end: text.length }
        const clauses = cutClauses(text, whole, maxLength)
        for (const span of clauses) {
          expect(sliceSpan(text, span)).toBe(sliceSpan(text, span).trim())
          expect(span.end - span.start).toBeGreaterThan(0)
          expect(span.end - span.start).toBeLessThanOrEqual(maxLength)
        }
        for (const gap of gapsBetween(clauses, whole)) {
          expect(gap.end).toBeGreaterThanOrEqual(gap.start)
          expect(sliceSpan(text, gap).trim()).toBe('')
        }
      }),
    )
  })
})

function gapsBetween(spans: Span[], within: Span): Span[] {
  const starts = [within.start, ...spans.map(({ end }) => end)]
  const ends = [...spans.map(({ start }) => start), within.end]
  return starts.map((start, at) => ({ start, end: ends[at] as number }))
}
