import type { Section, Turn } from '../../record/record.ts'
import { firstWhere } from '../../text/first-where.ts'

/**
 * Sections of which those that a speaker opens end with the speaker: what others say after the last heading of
 * a speech, above all the questions of the press, does not stand under it.
 */
export function endWithSpeech(sections: readonly Section[], turns: readonly Turn[]): Section[] {
  return sections.map((section) => {
    const after = firstWhere(
      turns.length,
      (number) => (turns[number] as Turn).span.start >= section.span.start,
    )
    const opener = turns[after]
    if (opener?.speaker === undefined || turns[after - 1]?.speaker !== opener.speaker) return section
    let next = after
    while (next < turns.length && isStillOf(opener.speaker, turns[next] as Turn)) next++
    const end = Math.min(section.span.end, (turns[next - 1] as Turn).span.end)
    return next < turns.length ? { ...section, span: { start: section.span.start, end } } : section
  })
}

/** A stage direction does not end a speech. */
function isStillOf(speaker: string, turn: Turn): boolean {
  return turn.speaker === speaker || turn.kind === 'narration'
}
