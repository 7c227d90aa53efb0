import type { Span } from '../../text/span.ts'
import { endOfUnit, type RecordWords, sentencesOf, type Zone, zoneAt } from './corpus-words.ts'
import type { Range, Window } from './windows.ts'

/** A run of units that quote and record share. */
export interface Block {
  inQuote: number
  inRecord: number
  length: number
}

/** What a record holds of a quote in one place: blocks in the order of both, with gaps inside turns only. */
export interface Part {
  words: RecordWords
  blocks: Block[]
  /** Shared units, less what the gaps between them cost. */
  score: number
}

export interface ChainOptions {
  /** Units of the quote. */
  quote: string
  /** The stretch of the quote to look for. */
  range: Range
  /** Units that say as much as one Han character. */
  unitsPerCharacter: number
}

/** The best chain of shared runs of a window that leaves out no whole sentence, and nothing between two turns. */
export function findPart(words: RecordWords, window: Window, options: ChainOptions): Part | undefined {
  const blocks = findBlocks(words, window, options)
  const links = linkBlocks(words, blocks, options)
  let best = -1
  for (let at = 0; at < links.length; at++) {
    if (best === -1 || (links[at] as Link).score > (links[best] as Link).score) best = at
  }
  if (best === -1) return undefined
  return { words, blocks: followLinks(blocks, links, best), score: (links[best] as Link).score }
}

/** Stretch of the quote from the first shared unit to the last. */
export function rangeOf({ blocks }: Part): Range {
  const last = blocks.at(-1) as Block
  return { start: (blocks[0] as Block).inQuote, end: last.inQuote + last.length }
}

/** Stretch of the record's text from the first shared unit to the last. */
export function spanOf({ words, blocks }: Part): Span {
  const last = blocks.at(-1) as Block
  return {
    start: words.places[(blocks[0] as Block).inRecord] as number,
    end: endOfUnit(words, last.inRecord + last.length),
  }
}

/** The turn that a part begins in. */
export function firstZoneOf(part: Part): Zone {
  return zoneAt(part.words, spanOf(part).start)
}

/** The turn that a part ends in. */
export function lastZoneOf(part: Part): Zone {
  return zoneAt(part.words, spanOf(part).end - 1)
}

// ---------------------------------------------------------------------------

/** How many of the longest blocks are chained. */
const mostBlocks = 300

function findBlocks(words: RecordWords, window: Window, { quote, range }: ChainOptions): Block[] {
  const blocks: Block[] = []
  const coveredUntil = new Map<number, number>()
  for (const { inRecord, inQuote } of window.seeds) {
    const diagonal = inRecord - inQuote
    if (inRecord < (coveredUntil.get(diagonal) ?? 0)) continue
    const isSame = (n: number) =>
      inQuote + n >= range.start &&
      inQuote + n < range.end &&
      quote.charCodeAt(inQuote + n) === words.units.charCodeAt(inRecord + n)
    let [start, end] = [0, 0]
    while (isSame(start - 1)) start--
    while (isSame(end)) end++
    coveredUntil.set(diagonal, inRecord + end)
    if (end > start)
      blocks.push({ inQuote: inQuote + start, inRecord: inRecord + start, length: end - start })
  }
  const longest = blocks.sort((a, b) => b.length - a.length).slice(0, mostBlocks)
  return longest.sort((a, b) => a.inRecord - b.inRecord || a.inQuote - b.inQuote)
}

interface Link {
  score: number
  /** Number of the block before; -1 for none. */
  before: number
  /** Units at the start of the block that belong to the block before. */
  overlap: number
}

/** Longest gap inside a part, in characters of the quote and of the record. */
const mostAdded = 60
const mostRemoved = 120

function linkBlocks(words: RecordWords, blocks: readonly Block[], options: ChainOptions): Link[] {
  const { unitsPerCharacter } = options
  const sentences = new Map<Zone, Span[]>()
  const zoneOf = (unit: number) => zoneAt(words, words.places[unit] as number)
  const links: Link[] = []
  blocks.forEach((block, at) => {
    let best: Link = { score: block.length, before: -1, overlap: 0 }
    for (let earlier = 0; earlier < at; earlier++) {
      const last = blocks[earlier] as Block
      const added = block.inQuote - last.inQuote - last.length
      const removed = block.inRecord - last.inRecord - last.length
      const overlap = Math.max(0, -added, -removed)
      if (overlap >= block.length || block.inQuote <= last.inQuote) continue
      const gaps = [(added + overlap) / unitsPerCharacter, (removed + overlap) / unitsPerCharacter] as const
      if (gaps[0] > mostAdded || gaps[1] > mostRemoved) continue
      const cost = unitsPerCharacter * costOfGap(gaps[0], gaps[1])
      const score = (links[earlier] as Link).score + block.length - overlap - cost
      if (score <= best.score) continue
      const zone = zoneOf(block.inRecord + overlap)
      if (zone !== zoneOf(last.inRecord + last.length - 1)) continue
      const inZone = sentences.get(zone) ?? sentencesOf(words, zone)
      sentences.set(zone, inZone)
      const omitted = {
        start: endOfUnit(words, last.inRecord + last.length),
        end: words.places[block.inRecord + overlap] as number,
      }
      if (gaps[0] * 2 < gaps[1] && holdsSentence(omitted, inZone)) continue
      best = { score, before: earlier, overlap }
    }
    links.push(best)
  })
  return links
}

/** What a gap takes from the score, in characters: words left out weigh more where they are many. */
function costOfGap(added: number, removed: number): number {
  return 0.5 + (added + removed + Math.max(0, removed - 20)) / 10
}

/** Whether a stretch holds a whole sentence, but for letters at its ends that the neighbours share by chance. */
export function holdsSentence({ start, end }: Span, sentences: readonly Span[]): boolean {
  return sentences.some((sentence) => {
    const chance = Math.min(10, (sentence.end - sentence.start) / 3)
    return sentence.start >= start - chance && sentence.end <= end + chance
  })
}

function followLinks(blocks: readonly Block[], links: readonly Link[], last: number): Block[] {
  const chain: Block[] = []
  for (let at = last; at !== -1; at = (links[at] as Link).before) {
    const { inQuote, inRecord, length } = blocks[at] as Block
    const { overlap } = links[at] as Link
    chain.unshift({ inQuote: inQuote + overlap, inRecord: inRecord + overlap, length: length - overlap })
  }
  return chain
}
