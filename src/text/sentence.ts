import { type Span, trimSpan } from './span.ts'

/**
 * The sentences of a stretch of text, in order, trimmed; together they cover all of it but white space.
 * A line break ends a sentence. Full stops of abbreviations, initials and numbers do not.
 */
export function findSentences(text: string, within: Span = { start: 0, end: text.length }): Span[] {
  const sentences: Span[] = []
  let start = within.start
  const close = (end: number) => {
    const sentence = trimSpan(text, { start, end })
    if (sentence.end > sentence.start) sentences.push(sentence)
    start = end
  }
  for (let at = within.start; at < within.end; at++) {
    if (mayEnd[text.charCodeAt(at)] === 0) continue
    const end = endAfter(text, at, within.end)
    if (end === undefined) continue
    close(end)
    at = end - 1
  }
  close(within.end)
  return sentences
}

const terminators = '。！？!?｡…'
const closers = '”’"\'」』）)】》〉］]'

/** 1 for each UTF-16 unit that may end a sentence. */
const mayEnd = new Uint8Array(0x10000)
for (const mark of `\n.${terminators}`) mayEnd[mark.charCodeAt(0)] = 1

/** Where the sentence ends, if the character at `at` ends one. */
function endAfter(text: string, at: number, limit: number): number | undefined {
  const char = text.charAt(at)
  if (char === '\n') return at + 1
  if (char === '.') return endsWithFullStop(text, at, limit) ? skipClosers(text, at + 1, limit) : undefined
  if (!terminators.includes(char)) return undefined
  let end = at + 1
  while (end < limit && terminators.includes(text.charAt(end))) end++
  if (char === '…' && text.slice(at, end).replaceAll('…', '') === '' && !isAfterEllipsis(text, end, limit))
    return undefined
  return skipClosers(text, end, limit)
}

/** An ellipsis ends a sentence only before a closing mark, a line break or the end. */
function isAfterEllipsis(text: string, at: number, limit: number): boolean {
  return at >= limit || text.charAt(at) === '\n' || closers.includes(text.charAt(at))
}

function skipClosers(text: string, at: number, limit: number): number {
  let end = at
  while (end < limit && closers.includes(text.charAt(end))) {
    const isOpening = /["']/.test(text.charAt(end)) && /\s/.test(text.charAt(end - 1))
    if (isOpening) break
    end++
  }
  return end
}

const abbreviation =
  /(?:^|[\s("'“‘])(?:Mr|Mrs|Ms|Dr|Prof|Sr|Jr|St|Mt|Gen|Col|Lt|Sgt|Capt|Gov|Sen|Rep|Hon|Rev|No|Nos|Vol|Art|Sec|Fig|vs|etc|cf|e\.g|i\.e|approx|dept|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|(?:\p{Lu}\.)*\p{Lu})$/u

function endsWithFullStop(text: string, at: number, limit: number): boolean {
  const after = skipClosers(text, at + 1, limit)
  if (after < limit && !/[\s\p{Script=Han}]/u.test(text.charAt(after))) return false
  const next = /^\s*(\S)/u.exec(text.slice(after, after + 8))?.[1]
  if (next && /\p{Ll}/u.test(next)) return false
  return !abbreviation.test(text.slice(Math.max(0, at - 12), at))
}

const clauseEnd = /[，,；;：:、]/

/**
 * Runs of clauses of one sentence, each as long as `maxLength` allows, trimmed; where no mark parts clauses,
 * the cut falls between words, and in a script without spaces anywhere.
 */
export function cutClauses(text: string, sentence: Span, maxLength: number): Span[] {
  const clauses: Span[] = []
  let start = sentence.start
  while (sentence.end - start > maxLength) {
    const end = endOfClauses(text, start, start + maxLength)
    clauses.push({ start, end })
    start = end
  }
  clauses.push({ start, end: sentence.end })
  return clauses.map((span) => trimSpan(text, span)).filter(({ start, end }) => end > start)
}

/** The first run of clauses of a sentence that is longer than `maxLength`, as `cutClauses` cuts it. */
export function cutFirstClauses(text: string, { start }: Span, maxLength: number): Span {
  return trimSpan(text, { start, end: endOfClauses(text, start, start + maxLength) })
}

/** The last place up to `limit` where clauses part; else words; else `limit`. */
function endOfClauses(text: string, start: number, limit: number): number {
  for (let end = limit; end > start; end--)
    if (clauseEnd.test(text.charAt(end - 1)) && !isInsideNumber(text, end - 1)) return end
  for (let end = limit; end > start; end--) if (/\s/u.test(text.charAt(end - 1))) return end
  return hardEnd(text, start, limit)
}

function isInsideNumber(text: string, at: number): boolean {
  return /\d/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at + 1))
}

/** Never between the halves of a surrogate pair; behind one that alone is longer. */
function hardEnd(text: string, start: number, at: number): number {
  const splitsPair = /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at))
  if (!splitsPair) return at
  return at - 1 > start ? at - 1 : at + 1
}
