import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findRuns } from '../../src/text/script.ts'
import { sliceSpan } from '../../src/text/span.ts'
import { anyText } from '../support/arbitrary.ts'

function runsOf(text: string): [string, string][] {
  return findRuns(text).map((run) => [run.kind, sliceSpan(text, run)])
}

describe('findRuns', () => {
  it('parts scripts without spaces from the others', () => {
    expect(runsOf('渡轮Star3号, Порт')).toEqual([
      ['unspaced', '渡轮'],
      ['spaced', 'Star3'],
      ['unspaced', '号'],
      ['spaced', 'Порт'],
    ])
  })

  it('keeps rare Han, kana, hangul and Thai as scripts without spaces', () => {
    for (const text of ['𠮷野', 'カナかな', '한국어', 'ไทย']) expect(runsOf(text)[0]?.[0]).toBe('unspaced')
  })

  it('leaves out marks, symbols, emoji and lone surrogates', () => {
    expect(runsOf('！…👩 \ud842，+')).toEqual([])
  })

  it('gives ordered runs that hold exactly the letters, marks of letters and digits, for any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const runs = findRuns(text)
        expect(runs.every((run, at) => run.start >= (runs[at - 1]?.end ?? 0) && run.end > run.start)).toBe(
          true,
        )
        const inside = runs.map((run) => sliceSpan(text, run)).join('')
        expect(inside).toBe([...text].filter((char) => /[\p{L}\p{M}\p{N}ー々]/u.test(char)).join(''))
      }),
    )
  })
})
