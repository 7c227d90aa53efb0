import type { Office, Profile, Said } from '../pages/speaker-page.tsx'
import type { LecternRecord } from '../record/record.ts'
import { findSentences } from '../text/sentence.ts'
import { sliceSpan } from '../text/span.ts'
import { newestFirst } from './chronology.ts'
import { type Speaker, speakerKey } from './speakers.ts'

/** Everything that `speaker` replies or states in `records`, newest first, and the offices that records give. */
export function describeSpeaker(speaker: Speaker, records: readonly LecternRecord[]): Profile {
  const key = speakerKey(speaker.name)
  const ids = new Set(speaker.records)
  const said = newestFirst(records.filter(({ id }) => ids.has(id))).flatMap((record) =>
    record.turns.flatMap(({ kind, speaker: name, span }, turn): Said[] => {
      if (kind === 'question' || name === undefined || speakerKey(name) !== key) return []
      const [sentence = span] = findSentences(record.text, span)
      const question = findQuestion(record, turn)
      return [{ record, turn, sentence: sliceSpan(record.text, sentence), ...(question && { question }) }]
    }),
  )
  return { name: speaker.name, offices: listOffices(said), said, records: ids.size }
}

// ---------------------------------------------------------------------------

/** What a turn replies to, where it is the first that does. */
function findQuestion({ exchanges, turns, text }: LecternRecord, turn: number): string | undefined {
  const asked = exchanges.find(({ replies }) => replies[0] === turn)
  const question = asked && turns[asked.question]
  return question && sliceSpan(text, question.span)
}

/** Each office with the dates of the records that give it, the latest first. */
function listOffices(said: readonly Said[]): Office[] {
  const offices = new Map<string, Office>()
  for (const { record, turn } of said) {
    const { date, language } = record
    const role = record.turns[turn]?.role
    if (role === undefined) continue
    const office = offices.get(role) ?? { role, language, ...(date !== undefined && { to: date }) }
    // From new to old: each further date is the earliest so far.
    offices.set(role, { ...office, ...(date !== undefined && { from: date }) })
  }
  return [...offices.values()]
}
