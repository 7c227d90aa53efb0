import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Passage } from '../../src/record/passage.ts'
import { cutPassages, passageLength, sentenceLength, spacedPassageLength } from '../../src/record/passages.ts'
import type { LecternRecord } from '../../src/record/record.ts'
import { findSentences } from '../../src/text/sentence.ts'
import { containsSpan, overlapsSpan, type Span, sliceSpan } from '../../src/text/span.ts'
import { anyRecord } from '../support/corpus.ts'
import { type Piece, writeArticle, writeRecord } from '../support/records.ts'

const han = '码头今年新添了两座吊机。'

function cut(record: LecternRecord): Passage[] {
  return cutPassages(record, { record: 0, firstId: 0 })
}

function textsOf(record: LecternRecord): string[] {
  return cut(record).map(({ span }) => sliceSpan(record.text, span))
}

/** Checks every passage of records of any shape. */
function forAnyRecord(check: (record: LecternRecord, passages: Passage[]) => void): Promise<void> {
  return fc.assert(
    fc.asyncProperty(anyRecord('r'), async (written) => {
      const record = await written
      check(record, cut(record))
    }),
  )
}

describe('passages', () => {
  it('gather whole paragraphs of one turn', async () => {
    const paragraphs = [han.repeat(8), han.repeat(8), han.repeat(8)]
    const record = await writeArticle({ id: 'a' }, paragraphs.join('\n'))
    expect(textsOf(record)).toEqual([`${paragraphs[0]}\n${paragraphs[1]}`, paragraphs[2]])
  })

  it('cut a longer paragraph at sentence ends, into parts of about equal length', async () => {
    const record = await writeArticle({ id: 'a' }, han.repeat(40))
    const lengths = textsOf(record).map((text) => text.length)
    expect(lengths.every((length) => length % han.length === 0 && length <= passageLength)).toBe(true)
    expect(Math.max(...lengths) / Math.min(...lengths)).toBeLessThan(2)
  })

  it('keep a sentence whole that is longer than a passage may be', async () => {
    const sentence = `${'码头和灯塔，'.repeat(60)}都在。`
    const record = await writeArticle({ id: 'a' }, han + sentence + han)
    expect(textsOf(record)).toEqual([han, sentence, han])
  })

  it('are cut at clauses where a text goes on without any full stop', async () => {
    const clause = '码头和灯塔，'
    const texts = textsOf(await writeArticle({ id: 'a' }, clause.repeat(1000)))
    expect(texts.join('')).toBe(clause.repeat(1000))
    expect(texts.every((text) => text.length <= sentenceLength && text.endsWith(clause))).toBe(true)
  })

  it('may be longer in scripts with spaces', async () => {
    const record = await writeArticle({ id: 'a' }, 'The new cranes came by sea in May. '.repeat(40))
    const lengths = textsOf(record).map((text) => text.length)
    expect(Math.max(...lengths)).toBeGreaterThan(passageLength)
    expect(Math.max(...lengths)).toBeLessThanOrEqual(spacedPassageLength)
  })

  it('know the question that they reply to and the section that they stand in', async () => {
    const pieces: Piece[] = [
      { heading: '开场' },
      { kind: 'statement', speaker: '高屿', says: han },
      { heading: '问答' },
      { heading: '吊机', level: 2 },
      { kind: 'question', speaker: '记者', says: '吊机多重？' },
      { kind: 'reply', speaker: '高屿', says: '九百吨。' },
      { kind: 'reply', speaker: '陆闻溪', says: '我补充一句。' },
    ]
    const passages = cut(await writeRecord({ id: 'a' }, pieces))
    expect(passages.map(({ turn, question, section }) => [turn, question, section])).toEqual([
      [0, undefined, 0],
      [1, undefined, 2],
      [2, 1, 2],
      [3, 1, 2],
    ])
  })

  it('are numbered on from the first id, with the number of their record', async () => {
    const record = await writeArticle({ id: 'a' }, han.repeat(40))
    const passages = cutPassages(record, { record: 7, firstId: 40 })
    expect(passages.map(({ id }) => id)).toEqual(passages.map((_, at) => 40 + at))
    expect(passages.every((passage) => passage.record === 7)).toBe(true)
  })

  it('are none in a record without turns or with an empty one', async () => {
    expect(cut(await writeArticle({ id: 'a' }, ''))).toEqual([])
    expect(cut(await writeRecord({ id: 'a' }, [{ kind: 'narration', says: ' \n ' }]))).toEqual([])
  })
})

describe('passages of any record', () => {
  it('cover all that is said once, but for title lines and white space', () =>
    forAnyRecord((record, passages) => {
      const titles = titlesOf(record)
      for (let at = 0; at < record.text.length; at++) {
        const unit = { start: at, end: at + 1 }
        const isSaid = record.turns.some(({ span }) => containsSpan(span, unit))
        const isTitle = titles.some((title) => containsSpan(title, unit))
        const isSpace = /\s/u.test(record.text.charAt(at))
        const times = passages.filter(({ span }) => containsSpan(span, unit)).length
        if (isSpace) expect(times).toBeLessThanOrEqual(1)
        else expect(times).toBe(isSaid && !isTitle ? 1 : 0)
      }
    }))

  it('stand inside their turn, trimmed, and cross no title of a section', () =>
    forAnyRecord((record, passages) => {
      const titles = titlesOf(record)
      for (const { span, turn } of passages) {
        const text = sliceSpan(record.text, span)
        expect(text).toBe(text.trim())
        expect(containsSpan(record.turns[turn]?.span as Span, span)).toBe(true)
        expect(titles.some((title) => overlapsSpan(title, span))).toBe(false)
      }
    }))

  it('are as long as allowed, unless one sentence is longer', () =>
    forAnyRecord((record, passages) => {
      for (const { span } of passages) {
        const text = sliceSpan(record.text, span)
        const isOneSentence = findSentences(text).length === 1
        expect(text.length <= spacedPassageLength || isOneSentence).toBe(true)
      }
    }))

  it('part no paragraph that fits, and no sentence', () =>
    forAnyRecord((record, passages) => {
      for (const { start, end } of record.turns.flatMap(({ span }) => findSentences(record.text, span))) {
        const holding = passages.filter(({ span }) => overlapsSpan(span, { start, end }))
        expect(holding.length).toBeLessThanOrEqual(1)
      }
      for (const paragraph of paragraphsOf(record)) {
        if (paragraph.end - paragraph.start > passageLength) continue
        expect(passages.filter(({ span }) => overlapsSpan(span, paragraph)).length).toBeLessThanOrEqual(1)
      }
    }))

  it('name the innermost section around them', () =>
    forAnyRecord((record, passages) => {
      for (const { span, section } of passages) {
        const around = record.sections.flatMap((candidate, number) =>
          containsSpan(candidate.span, span) ? number : [],
        )
        expect(section).toBe(around.at(-1))
      }
    }))

  it('are numbered in order of the text', () =>
    forAnyRecord((_, passages) => {
      passages.forEach(({ id, span }, at) => {
        expect(id).toBe(at)
        expect(span.start).toBeGreaterThanOrEqual(passages[at - 1]?.span.end ?? 0)
      })
    }))
})

function titlesOf({ sections }: LecternRecord): Span[] {
  return sections.map(({ title, span }) => ({ start: span.start, end: span.start + title.length }))
}

function paragraphsOf({ text, turns }: LecternRecord): Span[] {
  return turns.flatMap(({ span }) => {
    let start = span.start
    return sliceSpan(text, span)
      .split('\n')
      .map((line) => {
        const paragraph = { start, end: start + line.length }
        start = paragraph.end + 1
        return paragraph
      })
  })
}
