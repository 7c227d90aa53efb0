import type { Citation, Outcome, Quote } from '../../src/answer/answer.ts'
import { toReadLink } from '../../src/answer/permalink.ts'
import type { PlatformCase } from '../contract/platform-case.ts'

/** Where messages link to: what the cases take for ours. */
export const site = 'https://lectern.example'

/** What a message shows of the quotes that it may show. */
export interface Shown {
  /** How many it has word for word. */
  whole: number
  /** Whether the first one was too long, so that only a link leads to its words. */
  isLinked: boolean
}

/** The quotes of an outcome that a bot may show: all of an answer, and the nearest passage. */
export function quotesOf(outcome: Outcome): readonly Quote[] {
  return outcome.kind === 'answer' ? outcome.quotes : outcome.nearest.slice(0, 1)
}

/**
 * Reads a message back as whoever gets it sees it.
 * @param wordsAt the words of the record.
 * @throws where it has other words than the first quotes in their order, or hides the first one without a link to it.
 */
export function compareShown(
  { wordsOf }: PlatformCase,
  { message, quotes }: { message: unknown; quotes: readonly Quote[] },
  wordsAt: (citation: Citation) => string | undefined,
): Shown {
  const shown = wordsOf(message)
  for (const [at, words] of shown.entries()) {
    const quote = quotes[at]
    const expected = quote && wordsAt(quote.citation)
    if (words !== expected)
      throw new Error(`shown: ${JSON.stringify(words)}, in the record: ${JSON.stringify(expected)}`)
  }
  const [first] = quotes
  const isLinked = first !== undefined && shown.length === 0
  if (isLinked && !linksTo(message, `${site}${toReadLink(first.citation)}`))
    throw new Error(`neither the words nor a link to them: ${JSON.stringify(message)}`)
  return { whole: shown.length, isLinked }
}

// ---------------------------------------------------------------------------

/** Each platform has other signs that an address may not hold, and percent-encodes them. */
function linksTo(message: unknown, address: string): boolean {
  return decodePercent(JSON.stringify(message)).includes(decodePercent(address))
}

function decodePercent(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/giu, (bytes) => {
    try {
      return decodeURIComponent(bytes)
    } catch {
      return bytes
    }
  })
}
