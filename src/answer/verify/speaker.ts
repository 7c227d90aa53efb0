import type { LecternRecord, Turn } from '../../record/record.ts'
import type { LecternIndex } from '../../search/lectern-index.ts'
import { fold } from '../../text/fold.ts'
import type { Span } from '../../text/span.ts'
import { type RecordWords, turnsOf } from './corpus-words.ts'

/** Whether the words of a turn, or of a text without turns, are those of the speaker who was named. */
export type IsSpeaker = (record: LecternRecord, turn: Turn | undefined) => boolean

/**
 * Names are compared folded and may come with the office (`主任 林海生`); an office alone names its holder where one
 * person holds it. Where a record names no speaker, the words are its publisher's, or those of the one person named.
 */
export function createIsSpeaker({ speakers }: Pick<LecternIndex, 'speakers'>, given: string): IsSpeaker {
  const named = toName(given)
  const known = speakers.get(fold(given).trim())
  const resolved = toName(known ?? given)
  // Who is named in full is nobody whose name is part of it.
  const isInFull = known !== undefined && resolved === named
  return (record, turn) => {
    if (turn?.speaker === undefined) {
      const [person, ...others] = record.people
      const author = others.length === 0 ? person?.name : undefined
      return [record.publisher, author].some((name) => name !== undefined && isName(named, toName(name)))
    }
    const name = toName(turn.speaker)
    if (name === resolved) return true
    if (isInFull) return false
    if (isName(named, name)) return true
    return named.length >= shortestOffice && toName(turn.role ?? '').includes(named)
  }
}

/** Whether all of a stretch of a record is said by that speaker. */
export function isSpokenBy(words: RecordWords, span: Span, isSpeaker: IsSpeaker): boolean {
  const turns = turnsOf(words, span)
  if (turns.length === 0) return isSpeaker(words.record, undefined)
  return turns.every((turn) => isSpeaker(words.record, turn))
}

// ---------------------------------------------------------------------------

/** A shorter office is part of many. */
const shortestOffice = 4

function toName(text: string): string {
  return fold(text)
    .replace(/[\s·.,，、:：]+/gu, ' ')
    .replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '')
    .trim()
}

/** The name itself, with an office before or after it, or without first names (`Moor` for `Ada Moor`). */
function isName(given: string, name: string): boolean {
  if (given === name) return true
  if (name.length < 2 || given.length < 2) return false
  const isSpaced = /[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(name)
  if (isSpaced) return ` ${name} `.endsWith(` ${given} `) || ` ${given} `.includes(` ${name} `)
  const rest = given.replace(name, '')
  return rest !== given && rest.trim().length >= 2
}
