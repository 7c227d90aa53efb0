import type { Outcome } from '../../src/answer/answer.ts'
import { cite } from '../../src/answer/citation.ts'
import { createLectern } from '../../src/answer/create-lectern.ts'
import type { Passage } from '../../src/record/passage.ts'
import type { LecternRecord, Turn } from '../../src/record/record.ts'
import type { LecternIndex } from '../../src/search/lectern-index.ts'
import { type Span, sliceSpan } from '../../src/text/span.ts'

/** So many of the longest passages, and of the longest turns, are quoted whole. */
const longest = 200
/** Signs that mean something to a platform, and are rare in what people say. */
const markup = /[@|*_~`<>{}\\]|:\/\/|www\./u
/** Longer questions are refused. */
const questionLength = 2000

/**
 * The longest passages, the longest turns that passages are cut from, and all passages that hold signs of markup: each
 * as an answer of its own.
 */
export function quoteHardest(index: LecternIndex): Outcome[] {
  const passages = [...index.passages].map((passage) => toPlace(index, passage))
  const turns = new Map(passages.map((place) => [toKey(place), { ...place, span: place.turn.span }]))
  const marked = passages.filter((place) => markup.test(wordsOf(place)))
  const places = [...takeLongest(passages), ...takeLongest([...turns.values()]), ...marked]
  return places.map((place) => toAnswer(index, place))
}

/** All that is asked in the records, with what they answer. */
export async function answerAll(index: LecternIndex): Promise<Outcome[]> {
  const lectern = createLectern(index)
  const questions = index.records.flatMap(({ text, turns }) =>
    turns.filter(({ kind }) => kind === 'question').map(({ span }) => sliceSpan(text, span)),
  )
  const outcomes: Outcome[] = []
  for (const question of new Set(questions))
    outcomes.push(await lectern.ask({ question: question.slice(0, questionLength), limit: 3 }))
  return outcomes
}

// ---------------------------------------------------------------------------

/** What is quoted, and where it stands. */
interface Place {
  record: LecternRecord
  passage: Passage
  turn: Turn
  span: Span
}

function toPlace({ records }: LecternIndex, passage: Passage): Place {
  const record = records[passage.record] as LecternRecord
  return { record, passage, turn: record.turns[passage.turn] as Turn, span: passage.span }
}

function toKey({ passage }: Place): string {
  return `${passage.record}:${passage.turn}`
}

function takeLongest(places: readonly Place[]): Place[] {
  return places.toSorted((one, other) => lengthOf(other) - lengthOf(one)).slice(0, longest)
}

function lengthOf({ span }: Place): number {
  return span.end - span.start
}

function wordsOf({ record, span }: Place): string {
  return sliceSpan(record.text, span)
}

function toAnswer({ records, passages, fingerprint }: LecternIndex, place: Place): Outcome {
  const citation = cite(place, place.span)
  const quote = { text: wordsOf(place), score: 1, confidence: 1, highlights: [], citation, alsoIn: [] }
  return {
    kind: 'answer',
    question: place.record.title,
    quotes: [quote],
    followUps: [],
    searched: { records: records.length, passages: passages.length },
    index: fingerprint,
  }
}
