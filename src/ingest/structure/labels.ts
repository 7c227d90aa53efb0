import { outlet } from '../line/label-words.ts'
import type { Line } from '../line/lines.ts'
import { notNames } from '../line/name-words.ts'
import { officeEnd, organEnd, splitLeadingOffice } from '../line/names.ts'
import { endsSentence, isProse, nextKept } from '../line/shape.ts'
import { type Candidate, readCandidate } from './label-read.ts'

/** A name without spaces and case, to tell whether two labels are one speaker. */
export function nameKey(name: string): string {
  return name.replace(/[\s\u3000]+/gu, '').toLowerCase()
}

/** Candidates by line; none for lines that open no turn by their own look. */
export function readCandidates(lines: readonly Line[]): (Candidate | undefined)[] {
  return lines.map((line, at) => {
    const candidate = readCandidate(line)
    return candidate && mayStand(lines, at, candidate) ? candidate : undefined
  })
}

/**
 * Keeps those candidates that the text confirms as labels: their words are sure, they are on the list of who
 * is present, they come again, or they stand alone above what is said.
 */
export function confirmLabels(
  lines: readonly Line[],
  candidates: readonly (Candidate | undefined)[],
  present: ReadonlySet<string>,
): (Candidate | undefined)[] {
  const evidence = weigh(lines, candidates)
  const first = candidates.map(
    (candidate, at) => candidate && isConfirmed(lines, at, candidate, evidence, present),
  )
  const confirmed = new Set(
    candidates.flatMap((candidate, at) => (candidate && first[at] ? nameKey(candidate.name) : [])),
  )
  return candidates.map((candidate, at) => {
    if (!candidate) return undefined
    if (first[at]) return candidate
    if (evidence.headings && candidate.form !== 'bare') return undefined
    if (confirmed.has(nameKey(candidate.name))) return candidate
    return confirmed.size >= 2 && isLikelyAmongOthers(lines[at]!, candidate, evidence) ? candidate : undefined
  })
}

interface Evidence {
  /** How often a name heads a line, and a line that goes on with running text. */
  counts: Map<string, { all: number; prose: number }>
  pairs: boolean
  /** Colon headings are labels in this text, and then nothing else is. */
  headings: boolean
}

function weigh(lines: readonly Line[], candidates: readonly (Candidate | undefined)[]): Evidence {
  const counts: Evidence['counts'] = new Map()
  const paired = { asker: 0, answerer: 0 }
  let headings = 0
  let named = 0
  for (const [at, candidate] of candidates.entries()) {
    if (!candidate) continue
    const count = counts.get(nameKey(candidate.name)) ?? { all: 0, prose: 0 }
    count.all++
    const body = bodyOf(lines, at, candidate)
    if (isProse(body) || (candidate.shape === 'listed' && /[。！？!?]$/u.test(body.slice(-1)))) count.prose++
    counts.set(nameKey(candidate.name), count)
    if (candidate.voice === 'asker') paired.asker++
    else if (candidate.voice === 'answerer' || candidate.paired) paired.answerer++
    if (candidate.form === 'heading') {
      headings++
      if (candidate.sure || candidate.shape) named++
    }
  }
  return {
    counts,
    pairs: paired.asker > 0 && paired.answerer > 0,
    headings: named > 0 && named * 3 >= headings,
  }
}

function isConfirmed(
  lines: readonly Line[],
  at: number,
  candidate: Candidate,
  { counts, pairs, headings }: Evidence,
  present: ReadonlySet<string>,
): boolean {
  if (candidate.form === 'heading') return headings
  if (candidate.form === 'bare') return headings && present.has(nameKey(candidate.name))
  if (headings) return false
  const { all, prose } = counts.get(nameKey(candidate.name))!
  if (candidate.paired) {
    const asks = /^q$/iu.test(candidate.name) && /[?？]$/u.test(bodyOf(lines, at, candidate))
    return pairs || asks || (candidate.voice === 'asker' && all >= 2)
  }
  if (candidate.sure) return true
  if (candidate.voice === 'asker')
    return all >= 2 || pairs || /[?？]/u.test(bodyOf(lines, at, candidate).slice(-200))
  if (present.has(nameKey(candidate.name))) return true
  if (candidate.shape === undefined) return false
  if (all >= 2 && prose >= 1) return true
  return (candidate.form === 'alone' || candidate.form === 'bold') && isProse(bodyOf(lines, at, candidate))
}

/** A name that speaks once, in a text that has other speakers; or other words that come again as labels do. */
function isLikelyAmongOthers(line: Line, candidate: Candidate, { counts }: Evidence): boolean {
  const body = line.text.slice(candidate.bodyStart)
  if (candidate.form === 'bare') return false
  if (candidate.shape === 'listed') return endsSentence(body)
  if (candidate.shape === 'shaped') return isProse(body)
  if (candidate.form === 'alone' && isHanName(candidate.name)) return true
  const { all, prose } = counts.get(nameKey(candidate.name))!
  return (
    all >= 3 &&
    prose >= 2 &&
    candidate.name.length <= 14 &&
    /^[\p{L}\p{N} ·]+$/u.test(candidate.name) &&
    !notNames.has(candidate.name.toLowerCase())
  )
}

/** Two to four Han characters: a name, if the text around says so, even if the surname is rare. */
export function isHanName(words: string): boolean {
  return (
    /^\p{Script=Han}{2,4}$/u.test(words) &&
    !notNames.has(words) &&
    !officeEnd.test(words) &&
    !organEnd.test(words)
  )
}

/** The words after the label, on its line or on the next. */
function bodyOf(lines: readonly Line[], at: number, candidate: Candidate): string {
  const { text } = lines[at]!
  return candidate.bodyStart < text.length
    ? text.slice(candidate.bodyStart)
    : (lines[nextKept(lines, at + 1)]?.text ?? '')
}

const salutation =
  /^(?:您|你)(?:们)?(?:好|提出|的|在|来信|來信|反映|关于|關於)|收悉|(?:答复|答覆|函复|回复|回覆)如下|your (?:letter|question|inquiry)/iu

/** Rules out bylines, lists of who is present, and the salutation of a letter. */
function mayStand(lines: readonly Line[], at: number, candidate: Candidate): boolean {
  const { text } = lines[at]!
  const alone = candidate.bodyStart >= text.length
  const body = bodyOf(lines, at, candidate)
  if (alone && body === '') return false
  if (candidate.form === 'heading' || candidate.form === 'bare') return true
  if (alone && candidate.voice === 'person' && salutation.test(body.slice(0, 200))) return false
  if (candidate.voice === 'person' && candidate.paired && /^[“「『"]/u.test(body)) return false
  if (!alone && candidate.form !== 'bold' && candidate.voice !== 'person' && isNameOnly(body)) return false
  if (alone && !/[:：]$/u.test(text) && candidate.voice === 'asker' && !outlet.test(text))
    return isProse(body) || /[?？]$/u.test(body)
  return true
}

/** A name or two without any punctuation: `记者：张三`, `主持人：马波`, `主持人：市政府办公室主任 马波`. */
function isNameOnly(body: string): boolean {
  if (splitLeadingOffice(body) !== undefined) return true
  return body.length <= 16 && /^[\p{Script=Han}A-Za-z· \u3000、]+$/u.test(body)
}
