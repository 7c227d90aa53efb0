import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LecternError } from '../../src/errors.ts'
import { formatResults, parseResults, toResultLine } from '../../src/eval/results.ts'
import { anyText } from '../support/arbitrary.ts'
import { judged, line, unanswerable } from './judged.ts'

function faultOf(text: string): LecternError {
  try {
    parseResults(text, 'runs/before.jsonl')
  } catch (error) {
    if (error instanceof LecternError) return error
    throw error
  }
  throw new Error('the results were taken')
}

describe('a line of results', () => {
  it('tells the question, the first quote and where it stands', () => {
    expect(toResultLine('town', judged())).toEqual(line())
  })

  it('has nulls where nothing was found', () => {
    const { quote: _, ...nothing } = unanswerable(0)
    expect(toResultLine('town', nothing)).toMatchObject({ rank: null, quote: null, confidence: 0 })
  })
})

describe('a results file', () => {
  it('is read as it was written, whatever stands in the texts', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyText, anyText), { minLength: 1, maxLength: 5 }), (texts) => {
        const lines = texts.map(([question, text], at) =>
          line({ id: `q${at}`, question, quote: { text, record: 'p', span: { start: 0, end: 1 } } }),
        )
        const file = formatResults(lines)
        expect(file.trimEnd().split('\n')).toHaveLength(lines.length)
        expect(parseResults(Buffer.from(file).toString(), 'f')).toEqual(lines)
      }),
    )
  })

  it('may be edited: blank lines, other line ends and more fields do no harm', () => {
    const more = JSON.stringify({ ...line(), note: 'seen' })
    expect(parseResults(`\ufeff\r\n${more}\r\n`, 'f')).toEqual([line()])
  })

  it.each([
    ['what is no JSON', `${JSON.stringify(line())}\n{"dataset":`, 2, 'not JSON'],
    ['a field that is missing', '\n{"dataset":"town"}', 2, 'id: '],
    ['a rank from 0', JSON.stringify(line({ rank: 0 })), 1, 'rank: '],
    ['a confidence beyond 1', JSON.stringify(line({ confidence: 7 })), 1, 'confidence: '],
    ['a file of blank lines', '\n\n', 1, 'no question stands in it'],
  ])('is refused with file, line and advice for %s', (_, text, at, problem) => {
    const { code, file, line, message } = faultOf(text)
    expect([code, file, line]).toEqual(['results-invalid', 'runs/before.jsonl', at])
    expect(message).toContain(`runs/before.jsonl:${at}: ${problem}`)
    expect(message).toMatch(/\. Give a file that lectern eval --out has written$/)
  })
})
