import { readQuestion } from '../../../src/bot/question-words.ts'
import type { LecternRecord } from '../../../src/record/record.ts'
import { findSentences } from '../../../src/text/sentence.ts'
import { sliceSpan } from '../../../src/text/span.ts'
import { seeded } from '../seeded.ts'

export interface Questions {
  /** The last asking sentence of a turn, at most 20 characters of it. */
  short: string[]
  /** The longest turns of those who ask, whole. */
  long: string[]
  /** Asking sentences, each another: for the server. */
  different: string[]
}

/** Longer questions are refused by Lectern. */
const longest = 2000
const seed = 20250829

/** @throws {Error} if nobody asks in the records. */
export function findQuestions(records: readonly LecternRecord[], count: number): Questions {
  const turns = records.flatMap(({ text, turns }) =>
    turns.filter(({ kind }) => kind === 'question').map(({ span }) => sliceSpan(text, span)),
  )
  const different = unique(turns.flatMap(askingSentences))
  const short = unique(turns.flatMap((turn) => askingSentences(turn).slice(-1).map(shorten)))
  if (short.length === 0) throw new Error('nobody asks in these records: take transcripts with questions')
  const long = unique(turns.map((turn) => turn.slice(0, longest))).toSorted((a, b) => b.length - a.length)
  // In no order of length: an engine that is slow is asked the first ones only.
  return { short: sample(short, count), long: sample(long.slice(0, count), count), different }
}

/** Short and long questions together, and where those are fewer, other asking sentences; the same for every way to ask. */
export function findMixed(records: readonly LecternRecord[], count: number): string[] {
  const { short, long, different } = findQuestions(records, Math.ceil(count / 2))
  return unique([...short, ...long, ...different].map(toLine).filter(isBare)).slice(0, count)
}

// ---------------------------------------------------------------------------

function askingSentences(turn: string): string[] {
  return findSentences(turn)
    .map((span) => sliceSpan(turn, span))
    .filter((sentence) => /[?？]\P{L}*$/u.test(sentence) && sentence.length >= 6)
}

/** The last clause if it says enough, and never more than 20 characters. */
function shorten(sentence: string): string {
  const clause =
    sentence
      .split(/[，,；;：:]/u)
      .at(-1)
      ?.trim() ?? ''
  const said = clause.length >= 6 ? clause : sentence
  return said.length <= 20 ? said : said.slice(-20)
}

/** Platforms make a space of every white space. */
function toLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

/** Bots read mentions and filters out of what they are asked. */
function isBare(text: string): boolean {
  return !text.includes('@') && readQuestion(text).question === text
}

function sample(texts: readonly string[], count: number): string[] {
  const random = seeded(seed)
  return texts
    .map((text) => ({ text, at: random() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ text }) => text)
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)]
}
