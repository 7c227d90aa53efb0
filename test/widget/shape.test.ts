import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isAbout, isOutcome } from '../../src/widget/shape.ts'
import { makeAbstention, makeAnswer, makeCitation, makeQuote } from '../browser/widget-fake.ts'
import { openLectern, writeRecords } from '../http/open-app.ts'

describe('an outcome', () => {
  it('has the form that the real Lectern gives it', async () => {
    const lectern = await openLectern(await writeRecords())
    for (const question of ['渡口保留到什么时候', '灯塔有多高', '火星上有水吗', 'ladders']) {
      const outcome = await lectern.ask({ question })
      expect(isOutcome(JSON.parse(JSON.stringify(outcome))), question).toBe(true)
    }
  })

  it('is none when anything that is shown has another type', () => {
    const wrong: unknown[] = [
      { ...makeAnswer(), kind: 'other' },
      { ...makeAnswer(), quotes: {} },
      { ...makeAnswer(), followUps: undefined },
      { ...makeAnswer(), followUps: [{ question: 1 }] },
      { ...makeAnswer(), searched: { records: '3', passages: 1 } },
      { ...makeAnswer(), quotes: [{ ...makeQuote(), highlights: [{ start: '0', end: 1 }] }] },
      { ...makeAnswer(), quotes: [{ ...makeQuote(), clipped: { before: {} } }] },
      { ...makeAnswer(), quotes: [{ ...makeQuote(), alsoIn: [{}] }] },
      {
        ...makeAnswer(),
        quotes: [makeQuote({ citation: { ...makeCitation(), title: undefined } as never })],
      },
      { ...makeAnswer(), quotes: [makeQuote({ citation: makeCitation({ speaker: { name: 1 } as never }) })] },
      { ...makeAbstention(), reason: 'tired' },
      { ...makeAbstention(), missing: [1] },
      { ...makeAbstention(), nearest: undefined },
    ]
    for (const value of wrong) expect(isOutcome(value), JSON.stringify(value)).toBe(false)
  })

  it('is none when it holds more than could be shown', () => {
    const many = <T>(one: T) => Array.from({ length: 150_000 }, () => one)
    const highlights = many({ start: 0, end: 1 })
    const wrong: unknown[] = [
      makeAnswer({ quotes: many(makeQuote()) }),
      makeAnswer({ quotes: [makeQuote({ highlights })] }),
      makeAnswer({ quotes: [makeQuote({ alsoIn: many(makeCitation()) })] }),
      makeAnswer({ followUps: many({ question: '码头？', url: '/r/a' }) }),
      makeAbstention({ missing: many('码头') }),
    ]
    for (const value of wrong) expect(isOutcome(value)).toBe(false)
  })

  it('is none of any other JSON, and is told without a fault', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => !isOutcome(value) && !isAbout(value)))
  })
})

describe('what a server tells of itself', () => {
  it('may leave out the dates, and nothing else', () => {
    const about = { version: '1', index: 'a', records: 1, passages: 2, feedback: false }
    expect(isAbout(about)).toBe(true)
    expect(isAbout({ ...about, from: '2024', to: '2025' })).toBe(true)
    for (const key of Object.keys(about)) expect(isAbout({ ...about, [key]: undefined }), key).toBe(false)
  })
})
