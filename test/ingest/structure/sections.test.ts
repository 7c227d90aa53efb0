import { describe, expect, it } from 'vitest'
import { endWithSpeech } from '../../../src/ingest/structure/sections.ts'
import type { Section, Turn } from '../../../src/record/record.ts'

function turn(kind: Turn['kind'], start: number, end: number, speaker?: string): Turn {
  return { kind, span: { start, end }, ...(speaker !== undefined && { speaker }) }
}

const heading = (start: number, end: number): Section => ({
  title: '三、今年的打算',
  level: 2,
  span: { start, end },
})

describe('sections of a speech', () => {
  it('end with the speaker, so that questions do not stand under the last heading of the speech', () => {
    const turns = [
      turn('statement', 0, 10, '沈澜'),
      turn('statement', 20, 40, '沈澜'),
      turn('narration', 41, 45),
      turn('statement', 46, 60, '沈澜'),
      turn('question', 70, 90, '望海日报记者'),
    ]
    expect(endWithSpeech([heading(11, 100)], turns)[0]?.span).toEqual({ start: 11, end: 60 })
  })

  it('go on over speakers where the heading stands between them', () => {
    const turns = [
      turn('statement', 0, 10, '梁若溪'),
      turn('question', 20, 40, '望海日报记者'),
      turn('reply', 45, 60, '沈澜'),
    ]
    expect(endWithSpeech([heading(11, 100)], turns)[0]?.span).toEqual({ start: 11, end: 100 })
  })

  it('go on to the end where the speech does', () => {
    const turns = [turn('statement', 0, 10, '沈澜'), turn('statement', 20, 40, '沈澜')]
    expect(endWithSpeech([heading(11, 41)], turns)[0]?.span).toEqual({ start: 11, end: 41 })
  })
})
