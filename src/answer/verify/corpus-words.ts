import type { LecternRecord, Turn } from '../../record/record.ts'
import type { LecternIndex } from '../../search/lectern-index.ts'
import { firstWhere } from '../../text/first-where.ts'
import { findSentences } from '../../text/sentence.ts'
import type { Span } from '../../text/span.ts'
import { type Squeezed, squeeze } from './squeeze.ts'

/** A turn, or a stretch of text between turns: labels, titles. */
export interface Zone extends Span {
  /** Number of the turn. */
  turn?: number
}

/** One record, its words and where they stand. */
export interface RecordWords extends Squeezed {
  /** Number of the record in the index. */
  number: number
  record: LecternRecord
  zones: readonly Zone[]
}

/** The words of all records. Only their units stay in memory; places are worked out again for a record that matters. */
export interface CorpusWords {
  /** As they are, by record number. */
  texts: readonly string[]
  /** Their words, by record number. */
  units: readonly string[]
  wordsOf(record: number): RecordWords
}

export function squeezeCorpus({ records }: LecternIndex): CorpusWords {
  const kept: RecordWords[] = []
  return {
    texts: records.map(({ text }) => text),
    units: records.map(({ text }) => squeeze(text).units),
    wordsOf(number) {
      const known = kept.find((words) => words.number === number)
      if (known) return known
      const record = records[number] as LecternRecord
      const words = { number, record, ...squeeze(record.text), zones: findZones(record) }
      kept.unshift(words)
      kept.length = Math.min(kept.length, keptRecords)
      return words
    },
  }
}

/** The place in the text where the word ends whose last unit is the one before `unit`. */
export function endOfUnit({ places }: Squeezed, unit: number): number {
  return (places[unit - 1] as number) + 1
}

/** The zone that holds a place of the text. */
export function zoneAt({ zones }: Pick<RecordWords, 'zones'>, place: number): Zone {
  const number = firstWhere(zones.length, (at) => (zones[at] as Zone).end > place)
  return zones[Math.min(number, zones.length - 1)] as Zone
}

/** The turns that a stretch of the text touches. */
export function turnsOf({ zones, record }: RecordWords, span: Span): Turn[] {
  const turns: Turn[] = []
  for (
    let at = firstWhere(zones.length, (n) => (zones[n] as Zone).end > span.start);
    at < zones.length;
    at++
  ) {
    const zone = zones[at] as Zone
    if (zone.start >= span.end) break
    const turn = zone.turn === undefined ? undefined : record.turns[zone.turn]
    if (turn) turns.push(turn)
  }
  return turns
}

/** Sentences of a stretch of the text. */
export function sentencesOf({ record }: RecordWords, zone: Span): Span[] {
  return findSentences(record.text, zone)
}

// ---------------------------------------------------------------------------

/** How many records keep their places for the next look. */
const keptRecords = 8

function findZones({ turns, text }: LecternRecord): Zone[] {
  const zones: Zone[] = []
  let at = 0
  turns.forEach(({ span }, turn) => {
    if (span.start > at) zones.push({ start: at, end: span.start })
    if (span.end > span.start) zones.push({ ...span, turn })
    at = span.end
  })
  if (at < text.length || zones.length === 0) zones.push({ start: at, end: text.length })
  return zones
}
