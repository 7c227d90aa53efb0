import {
  type Block,
  type ChainOptions,
  findPart,
  firstZoneOf,
  lastZoneOf,
  type Part,
  rangeOf,
} from './chain.ts'
import { type CorpusWords, sentencesOf } from './corpus-words.ts'
import { findSeeds, isMostlySpaced, type Seeds } from './seeds.ts'
import { findWindows, type Range } from './windows.ts'

export interface PartsOptions {
  /** Numbers of the records to look in. */
  records: readonly number[]
  /** Says whose words are preferred among equals; nobody's when absent. */
  prefers?: (part: Part) => boolean
}

/** The places of the records that a quote is made of, in the order of the quote; none where little is shared. */
export function findParts(corpus: CorpusWords, quote: string, options: PartsOptions): Part[] {
  const seeds = findSeeds(quote, corpus.units, options.records)
  const unitsPerCharacter = isMostlySpaced(quote) ? 2 : 1
  const look: Look = { corpus, seeds, quote, unitsPerCharacter, ...options }
  const parts = locate(look, { start: 0, end: quote.length }, 0)
  for (let at = 1; at < parts.length; at++) settleBorder(quote, parts[at - 1] as Part, parts[at] as Part)
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
/** Fewer characters are no place of their own. */
const shortestPart = 8
/** A second place holds this share at least of what the first ones lack. */
const shareOfRest = 0.75

/** The best place for a range of the quote, then places for what it lacks before and after. */
function locate(look: Look, range: Range, depth: number): Part[] {
  const length = range.end - range.start
  const shortest = depth === 0 ? 4 : shortestPart
  if (length < shortest * look.unitsPerCharacter || depth > deepest) return []
  const best = findBest(look, range)
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
    ...locate(look, { start: range.start, end: found.start }, depth + 1),
    part,
    ...locate(look, { start: found.end, end: range.end }, depth + 1),
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

function findBest(look: Look, range: Range): Part | undefined {
  const { corpus, seeds, prefers } = look
  const options: ChainOptions = { quote: look.quote, range, unitsPerCharacter: look.unitsPerCharacter }
  let best: Part | undefined
  let bestScore = 0
  for (const window of findWindows(seeds, range, windows)) {
    const part = findPart(corpus.wordsOf(window.record), window, options)
    if (!part) continue
    const score = part.score + (prefers?.(part) ? 0.5 : 0)
    if (score > bestScore) [best, bestScore] = [part, score]
  }
  return best
}

export function sharedUnits({ blocks }: Part): number {
  return blocks.reduce((sum, { length }) => sum + length, 0)
}

/**
 * Two places may share units where the quote goes from the one to the other: both sentences begin alike. The border
 * goes where a sentence of the second place begins.
 */
function settleBorder(quote: string, before: Part, after: Part): void {
  const last = before.blocks.at(-1) as Block
  const first = after.blocks[0] as Block
  if (last.inQuote + last.length !== first.inQuote) return
  const within = (part: Part) => (part === after ? firstZoneOf(part) : lastZoneOf(part))
  const isSame = (part: Part, { inQuote, inRecord }: Block, n: number) => {
    const place = part.words.places[inRecord + n]
    if (place === undefined || place < within(part).start || place >= within(part).end) return false
    return quote.charCodeAt(inQuote + n) === part.words.units.charCodeAt(inRecord + n)
  }
  let back = 0
  while (back < last.length - 1 && isSame(after, first, -back - 1)) back++
  let forth = 0
  while (forth < first.length - 1 && isSame(before, last, last.length + forth)) forth++
  const starts = new Set(sentencesOf(after.words, firstZoneOf(after)).map(({ start }) => start))
  for (let shift = -back; shift <= forth; shift++) {
    if (!beginsSentence(after, first.inRecord + shift, starts)) continue
    last.length += shift
    first.inQuote += shift
    first.inRecord += shift
    first.length -= shift
    return
  }
}

/** A sentence may begin with an opening mark before its first word. */
function beginsSentence({ words }: Part, unit: number, starts: ReadonlySet<number>): boolean {
  const from = unit === 0 ? 0 : (words.places[unit - 1] as number) + 1
  for (let place = from; place <= (words.places[unit] as number); place++) if (starts.has(place)) return true
  return false
}
