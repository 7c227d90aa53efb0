import { containsSpan, sliceSpan } from '../../text/span.ts'
import { settleBorders } from './borders.ts'
import {
  type Block,
  type ChainOptions,
  findPart,
  firstZoneOf,
  lastZoneOf,
  type Part,
  rangeOf,
  spanOf,
} from './chain.ts'
import { type CorpusWords, sentencesOf } from './corpus-words.ts'
import { findCuts } from './edges.ts'
import { findSeeds, isMostlySpaced, type Seeds } from './seeds.ts'
import { squeeze } from './squeeze.ts'
import { findWindows, type Range } from './windows.ts'

export interface PartsOptions {
  /** Numbers of the records to look in. */
  records: readonly number[]
  /** Says whose words are preferred among equals; nobody's when absent. */
  prefers?: (part: Part) => boolean
  /** Says whether an ellipsis of the quote stands just before a unit of it. */
  isElided: (unit: number) => boolean
}

/** The places of the records that a quote is made of, in the order of the quote; none where little is shared. */
export function findParts(corpus: CorpusWords, quote: string, options: PartsOptions): Part[] {
  const seeds = findSeeds(quote, corpus.units, options.records)
  const unitsPerCharacter = isMostlySpaced(quote) ? 2 : 1
  const look: Look = { corpus, seeds, quote, unitsPerCharacter, ...options }
  const parts = locate(look, { start: 0, end: quote.length }, 0)
  settleBorders(quote, parts)
  return parts
}

// ---------------------------------------------------------------------------

interface Look extends PartsOptions {
  corpus: CorpusWords
  seeds: Seeds
  quote: string
  unitsPerCharacter: number
}

/** How many windows get a closer look. */
const windows = 6
/** From so many characters of the quote's own on, words after them may be from elsewhere. */
const leastAdded = 4
/** How many places a quote may be from. */
const deepest = 6
/** Fewer characters are no place of their own, unless they are a whole sentence. */
const shortestPart = 8
const shortestSentence = 4
/** A second place holds this share at least of what the first ones lack. */
const shareOfRest = 0.75

/** The best place for a range of the quote, then places for what it lacks before and after. */
function locate(look: Look, range: Range, depth: number, near?: Part): Part[] {
  const length = range.end - range.start
  if (length < shortestSentence * look.unitsPerCharacter || depth > deepest) return []
  if (near && length < shortestPart * look.unitsPerCharacter)
    return locateElided(look, range, near) ?? locateSentence(look, range, near)
  const best = findBest(look, range, near)
  if (!best) return []
  const part = loosen(look, range, best)
  const shared = sharedUnits(part)
  const found = rangeOf(part)
  if (depth > 0) {
    if (shared < shortestPart * look.unitsPerCharacter) return []
    const isMost = shared >= shareOfRest * length
    if (!isMost && shared < 2 * shortestPart * look.unitsPerCharacter) return []
  }
  return [
    ...locate(look, { start: range.start, end: found.start }, depth + 1, part),
    part,
    ...locate(look, { start: found.end, end: range.end }, depth + 1, part),
  ]
}

/** Drops an end of a part that holds far less of its stretch of the quote than another place does. */
function loosen(look: Look, range: Range, part: Part): Part {
  const { blocks } = part
  for (let at = 1; at < blocks.length; at++) {
    const [last, next] = [blocks[at - 1] as Block, blocks[at] as Block]
    const added = next.inQuote - last.inQuote - last.length
    if (added < leastAdded * look.unitsPerCharacter) continue
    const [head, tail] = [blocks.slice(0, at), blocks.slice(at)]
    const isHeadLess = sharedUnits({ ...part, blocks: head }) < sharedUnits({ ...part, blocks: tail })
    const [less, more] = isHeadLess ? [head, tail] : [tail, head]
    const rest = isHeadLess
      ? { start: range.start, end: next.inQuote }
      : { start: last.inQuote + last.length, end: range.end }
    const other = findBest(look, rest)
    const gain = other ? sharedUnits(other) - sharedUnits({ ...part, blocks: less }) : 0
    if (gain >= shortestPart * look.unitsPerCharacter) return loosen(look, range, { ...part, blocks: more })
  }
  return part
}

function findBest(look: Look, range: Range, near?: Part): Part | undefined {
  const { corpus, seeds, prefers } = look
  const options: ChainOptions = { quote: look.quote, range, unitsPerCharacter: look.unitsPerCharacter }
  let best: Part | undefined
  let bestScore = 0
  for (const window of findWindows(seeds, range, windows)) {
    const part = findPart(corpus.wordsOf(window.record), window, options)
    if (!part) continue
    const isNear = near !== undefined && lastZoneOf(near) === firstZoneOf(part)
    const score = part.score + (prefers?.(part) ? 0.5 : 0) + (isNear ? 0.25 : 0)
    if (score > bestScore) [best, bestScore] = [part, score]
  }
  return best
}

/** A short range of the quote beyond an ellipsis, in the turn of its neighbour and on the same side of it. */
function locateElided({ quote, isElided }: Look, range: Range, near: Part): Part[] | undefined {
  const { words } = near
  const isAfter = range.start >= rangeOf(near).end
  if (!isElided(isAfter ? range.start : range.end)) return undefined
  const zone = isAfter ? lastZoneOf(near) : firstZoneOf(near)
  const place = spanOf(near)
  const within = {
    start: isAfter ? place.end : zone.start,
    end: isAfter ? zone.end : place.start,
  }
  const sought = quote.slice(range.start, range.end)
  for (let at = words.units.indexOf(sought); at !== -1; at = words.units.indexOf(sought, at + 1)) {
    const part: Part = {
      words,
      blocks: [{ inQuote: range.start, inRecord: at, length: sought.length }],
      score: sought.length,
    }
    const { start, end } = findCuts(words.record.text, spanOf(part))
    if (containsSpan(within, spanOf(part)) && !start && !end) return [part]
  }
  return undefined
}

/** A short range of the quote that is a whole sentence of a record, that of its neighbour before others. */
function locateSentence({ corpus, quote, records }: Look, range: Range, near: Part): Part[] {
  const sought = quote.slice(range.start, range.end)
  for (const number of [near.words.number, ...records]) {
    const units = corpus.units[number] as string
    for (let at = units.indexOf(sought); at !== -1; at = units.indexOf(sought, at + 1)) {
      const words = corpus.wordsOf(number)
      const block = { inQuote: range.start, inRecord: at, length: sought.length }
      const part: Part = { words, blocks: [block], score: sought.length }
      const { start, end } = spanOf(part)
      const whole = sentencesOf(words, firstZoneOf(part)).find((one) => one.start <= start && end <= one.end)
      if (whole && squeeze(sliceSpan(words.record.text, whole)).units === sought) return [part]
    }
  }
  return []
}

export function sharedUnits({ blocks }: Part): number {
  return blocks.reduce((sum, { length }) => sum + length, 0)
}
