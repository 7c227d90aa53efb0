import type { LecternIndex } from '../search/lectern-index.ts'
import type { Query } from '../search/query.ts'
import { isFunctionWord, maskScaffolding } from '../search/question-words.ts'
import type { Token } from '../text/analyze.ts'
import { fold } from '../text/fold.ts'
import { findRuns, type Run } from '../text/script.ts'
import { type Span, sliceSpan } from '../text/span.ts'
import { isSynonymTerm } from '../text/synonym-term.ts'

type Accepts = ((passage: number) => boolean) | undefined

/** Words of the question, as typed and in its order, that no passage within the filters holds, nor its context. */
export async function findMissing(index: LecternIndex, query: Query, accepts: Accepts): Promise<string[]> {
  const { question } = query
  const masked = maskScaffolding(fold(question)).replace(commonWords, (words) => ' '.repeat(words.length))
  const synonyms = index.analyze(question).filter(({ term }) => isSynonymTerm(term))
  const tokens = [...index.analyze(masked), ...synonyms]
  const held = await index.retriever.held([...new Set(tokens.map(({ term }) => term))], accepts)
  const missing = findRuns(masked).flatMap((run) =>
    run.kind === 'spaced'
      ? isMissingWord(masked, run, tokens, held)
        ? [run]
        : []
      : missingStretches(masked, run, { tokens, held, unit: query.answerUnit }),
  )
  return [...new Set(joinNames(question, missing).map((span) => sliceSpan(question, span)))]
}

function isMissingWord(
  masked: string,
  run: Run,
  tokens: readonly Token[],
  held: ReadonlySet<string>,
): boolean {
  if (isFunctionWord(sliceSpan(masked, run))) return false
  const own = tokens.filter(({ start, end }) => start < run.end && run.start < end)
  return own.length > 0 && !own.some(({ term }) => held.has(term))
}

interface Known {
  tokens: readonly Token[]
  held: ReadonlySet<string>
  /** The measure word that the question counts by. */
  unit: string | undefined
}

/** Of a run of a script without spaces: the stretches that no term covers that is held. */
function missingStretches(masked: string, run: Run, { tokens, held, unit }: Known): Span[] {
  const covered = new Set<number>()
  for (const { term, start, end } of tokens) {
    if (start < run.start || end > run.end || !held.has(term) || isLoose(term)) continue
    for (let at = start; at < end; at++) covered.add(at)
  }
  const isAfterMask = run.start > 0 && masked.charAt(run.start - 1) === ' '
  const isMeasure = (char: string, at: number) =>
    at === run.start && (char === unit || (isAfterMask && /[个名位]/u.test(char)))
  const stretches: Span[] = []
  for (let at = run.start; at < run.end; at++) {
    const char = masked.charAt(at)
    if (covered.has(at) || functionSign.test(char) || isMeasure(char, at)) continue
    const last = stretches.at(-1)
    if (last?.end === at) last.end = at + 1
    else stretches.push({ start: at, end: at + 1 })
  }
  return stretches
    .map((span) => trimPlace(masked, span))
    .filter(({ start, end }) => end - start > 1 && !/^[一两几每各].$/u.test(masked.slice(start, end)))
}

/** Words that say nothing of the matter, so that no one asks whether a record mentions them. */
const commonWords =
  /才能|可以|可能|应该|需要|已经|没有|一共|总共|到底|究竟|大概|大约|分别|主要|具体|关于|对于|其中|以及|并且|而且|但是|因为|所以|如果|虽然|最近|目前|现在|情况|问题|怎么回事/gu

/** Signs that hold a sentence together and belong to no name. */
const functionSign =
  /[的了是在和与及或被把就都也还从对将为以这那其之而等有又于吗呢吧不没叫做才谁哪我你您他她它们]/u

/** A bigram that may well join the end of one word to the beginning of another (年冬 of 2022年冬奥会). */
function isLoose(term: string): boolean {
  return term.length === 2 && (functionSign.test(term) || /^[年月日号个届次名位条座艘家种项张场]/u.test(term))
}

/** 火星上 is 火星, and 去火星 too. */
function trimPlace(text: string, span: Span): Span {
  let { start, end } = span
  if (end - start > 2 && /[上下里中内]/u.test(text.charAt(end - 1))) end--
  if (end - start > 2 && /[去到来向]/u.test(text.charAt(start))) start++
  return { start, end }
}

/** Words with capital letters and one space between are one name. */
function joinNames(question: string, spans: Span[]): Span[] {
  const joined: Span[] = []
  for (const span of spans) {
    const last = joined.at(-1)
    const isName =
      last !== undefined &&
      /^ $/u.test(question.slice(last.end, span.start)) &&
      /^\p{Lu}/u.test(sliceSpan(question, last)) &&
      /^\p{Lu}/u.test(sliceSpan(question, span))
    if (isName && last) last.end = span.end
    else joined.push({ start: span.start, end: span.end })
  }
  return joined
}
