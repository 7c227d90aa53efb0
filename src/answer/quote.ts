import type { RankedHit } from '../search/rank.ts'
import { fold } from '../text/fold.ts'
import { mergeSpans, overlapsSpan, sliceSpan } from '../text/span.ts'
import type { Explanation, Quote } from './answer.ts'
import { cite } from './citation.ts'
import type { Guard, GuardedHit } from './clipping.ts'
import { confidenceOf } from './confidence.ts'

/** The best window of a hit, word for word, with its source. */
export function toQuote(hit: GuardedHit): Quote {
  const { span, matches } = hit.window
  return {
    text: sliceSpan(hit.record.text, span),
    score: hit.score,
    confidence: confidenceOf(hit),
    highlights: mergeSpans(matches).map(({ start, end }) => ({
      start: start - span.start,
      end: end - span.start,
    })),
    citation: cite(hit, span),
    alsoIn: [],
    ...(hit.clipped && { clipped: hit.clipped }),
  }
}

export interface QuoteOptions {
  guard: Guard
  /** How many quotes at most. */
  limit: number
  explain?: ((hit: GuardedHit) => Explanation) | undefined
}

/**
 * Quotes of the hits in their order, no two of which overlap. The same words in several places make one quote, with
 * the other places in `alsoIn`.
 */
export function toQuotes(hits: Iterable<RankedHit>, { guard, limit, explain }: QuoteOptions): Quote[] {
  const quotes = new Map<string, Quote>()
  const quoted: GuardedHit[] = []
  for (const ranked of hits) {
    if (quotes.size === limit && !isPartOfSome(ranked, quotes.keys())) continue
    const hit = guard(ranked)
    if (quoted.some((other) => overlaps(other, hit))) continue
    const { span } = hit.window
    const text = sliceSpan(hit.record.text, span)
    const key = wordsOf(text) || text
    const same = quotes.get(key)
    if (same) same.alsoIn.push(cite(hit, span))
    else if (quotes.size === limit) continue
    else quotes.set(key, explain ? { ...toQuote(hit), explanation: explain(hit) } : toQuote(hit))
    quoted.push(hit)
  }
  return [...quotes.values()]
}

/** Windows of passages side by side may hold the same sentences. */
function overlaps(one: GuardedHit, other: GuardedHit): boolean {
  return one.record === other.record && overlapsSpan(one.window.span, other.window.span)
}

/** Whether one of the quotes may have the words of the hit. */
function isPartOfSome({ record, window }: RankedHit, quotes: Iterable<string>): boolean {
  const words = wordsOf(sliceSpan(record.text, window.span))
  for (const quote of quotes) if (quote.includes(words)) return true
  return false
}

/** Letters and digits, folded: what makes two quotes the same words. */
function wordsOf(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '')
}
