/** A dictionary of jieba, `word frequency tag` a line, that cuts some texts as the one does that it is made of. */
export interface NarrowDictionary {
  dictionary: string
  /** What a word of the user counts that tells no frequency: the middle one of the whole dictionary. */
  userFrequency: number
}

/**
 * Leaves out the words that cannot stand in the texts: to load all of them takes longer than to cut a small corpus.
 * jieba weighs a word by its share of all frequencies, and what it does not know by the least of them: two words that
 * stand in no text make up for those that are gone.
 */
export function narrowDictionary(whole: string, texts: Iterable<string>): NarrowDictionary {
  const pairs = collectPairs(texts)
  const kept: string[] = []
  const frequencies: number[] = []
  let left = 0
  for (let start = 0, end = 0; start < whole.length; start = end + 1) {
    end = whole.indexOf('\n', start)
    if (end < 0) end = whole.length
    const space = whole.indexOf(' ', start)
    const frequency = Number(whole.slice(space + 1, whole.indexOf(' ', space + 1)))
    frequencies.push(frequency)
    const isOneUnit = space === start + 1
    if (isOneUnit || pairs.has(whole.charCodeAt(start), whole.charCodeAt(start + 1)))
      kept.push(whole.slice(start, end))
    else left += frequency
  }
  const ordered = Uint32Array.from(frequencies).sort()
  const least = ordered[0] as number
  const userFrequency = ordered[ordered.length >> 1] as number
  // All of the words may be kept, or all but the rarest.
  if (left <= least) return { dictionary: whole, userFrequency }
  const [first, second] = findStrangers(pairs)
  kept.push(`${first} ${least} x`, `${second} ${left - least} x`)
  return { dictionary: `${kept.join('\n')}\n`, userFrequency }
}

// ---------------------------------------------------------------------------

/** Units that stand side by side. */
interface Pairs {
  /** True for all that do, and for few others. */
  has(first: number, second: number): boolean
}

const places = 1 << 22

function placeOf(first: number, second: number): number {
  return Math.imul(first * 0x10000 + second, 0x9e3779b1) >>> 10
}

function collectPairs(texts: Iterable<string>): Pairs {
  const held = new Uint8Array(places)
  for (const text of texts)
    for (let at = 1; at < text.length; at++) held[placeOf(text.charCodeAt(at - 1), text.charCodeAt(at))] = 1
  return { has: (first, second) => held[placeOf(first, second)] === 1 }
}

/** Two words of signs for private use that no text holds. */
function findStrangers(pairs: Pairs): [string, string] {
  const strangers: string[] = []
  for (let unit = 0xe000; strangers.length < 2; unit++)
    if (!pairs.has(unit, unit)) strangers.push(String.fromCharCode(unit, unit))
  return strangers as [string, string]
}
