import { versionLength } from '../../answer/permalink.ts'
import type { LecternRecord } from '../../record/record.ts'
import { intersectSpans, type Span } from '../../text/span.ts'
import { type Blocks, shownSpans } from './blocks.ts'

/** What the address of a page asks for, as it stands there. */
export interface AskedWords {
  /** `start-end`, in UTF-16 units of the record's text. */
  s?: string | undefined
  /** The beginning of the version that was cited, in hex. */
  v?: string | undefined
}

/**
 * What an address cites. `changed`: the record has another version by now, so nothing can be said of the words;
 * `nowhere`: the address names no words that the record shows.
 */
export type Cited =
  | { kind: 'record' }
  | { kind: 'words'; span: Span; firstAt: number }
  | { kind: 'changed'; cited: string }
  | { kind: 'nowhere' }

/** `firstAt` is where the shown stretch starts that holds the first of the cited words. */
export function findCited(record: LecternRecord, blocks: Blocks, { s, v }: AskedWords): Cited {
  if (v !== undefined) {
    if (!isVersion(v)) return { kind: 'nowhere' }
    if (!record.version.startsWith(v.toLowerCase())) return { kind: 'changed', cited: v.toLowerCase() }
  }
  if (s === undefined) return { kind: 'record' }
  const span = readSpan(s, record.text)
  const first = span && shownSpans(blocks).find((shown) => hasWords(record.text, intersectSpans(shown, span)))
  return span && first ? { kind: 'words', span, firstAt: first.start } : { kind: 'nowhere' }
}

// ---------------------------------------------------------------------------

function isVersion(given: string): boolean {
  return given.length >= versionLength && /^[0-9a-f]{1,64}$/iu.test(given)
}

function readSpan(given: string, text: string): Span | undefined {
  const [, first, last] = /^(\d{1,9})-(\d{1,9})$/u.exec(given) ?? []
  if (first === undefined || last === undefined) return undefined
  const [start, end] = [Number(first), Number(last)]
  if (start >= end || end > text.length || cutsPair(text, start) || cutsPair(text, end)) return undefined
  return { start, end }
}

/** Whether `at` parts the two halves of one character. */
function cutsPair(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, at - 1), at + 1))
}

function hasWords(text: string, { start, end }: Span): boolean {
  return /\S/u.test(text.slice(start, end))
}
