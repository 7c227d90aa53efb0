import { type Block, firstZoneOf, lastZoneOf, type Part } from './chain.ts'
import { sentencesOf, type Zone } from './corpus-words.ts'

/**
 * Two places may share units where the quote goes from the one to the other: both sentences begin alike. Each border
 * goes where a sentence of the second place begins.
 */
export function settleBorders(quote: string, parts: readonly Part[]): void {
  for (let at = 1; at < parts.length; at++) {
    const [before, after] = [parts[at - 1] as Part, parts[at] as Part]
    const shift = findShift(quote, before, after)
    if (shift === undefined || shift === 0) continue
    const first = after.blocks[0] as Block
    before.blocks = endAt(before.blocks, first.inQuote + shift)
    first.inQuote += shift
    first.inRecord += shift
    first.length -= shift
  }
}

// ---------------------------------------------------------------------------

/** By how many units the border moves. */
function findShift(quote: string, before: Part, after: Part): number | undefined {
  const [first, last] = [after.blocks[0] as Block, before.blocks.at(-1) as Block]
  const lastEnd = last.inQuote + last.length
  const lowest = (before.blocks[0] as Block).inQuote + 1
  const isShared = (part: Part, zone: Zone, { inQuote, inRecord }: Block, n: number) => {
    const place = part.words.places[inRecord + n]
    if (place === undefined || place < zone.start || place >= zone.end) return false
    return quote.charCodeAt(inQuote + n) === part.words.units.charCodeAt(inRecord + n)
  }
  let back = 0
  const zone = firstZoneOf(after)
  while (first.inQuote - back > lowest && isShared(after, zone, first, -back - 1)) back++
  let forth = 0
  const lastZone = lastZoneOf(before)
  if (lastEnd === first.inQuote)
    while (forth < first.length - 1 && isShared(before, lastZone, last, last.length + forth)) forth++
  const starts = new Set(sentencesOf(after.words, zone).map(({ start }) => start))
  for (let shift = -back; shift <= forth; shift++) {
    if (beginsSentence(after, first.inRecord + shift, starts)) return shift
  }
  return undefined
}

/** A sentence may begin with an opening mark before its first word. */
function beginsSentence({ words }: Part, unit: number, starts: ReadonlySet<number>): boolean {
  const from = unit === 0 ? 0 : (words.places[unit - 1] as number) + 1
  for (let place = from; place <= (words.places[unit] as number); place++) if (starts.has(place)) return true
  return false
}

/** The blocks up to a place of the quote; the last is made longer where it ends before. */
function endAt(blocks: readonly Block[], end: number): Block[] {
  const kept = blocks.filter(({ inQuote }) => inQuote < end)
  const last = kept.at(-1) as Block
  const isTouching = end <= last.inQuote + last.length || kept.length === blocks.length
  return isTouching ? [...kept.slice(0, -1), { ...last, length: end - last.inQuote }] : kept
}
