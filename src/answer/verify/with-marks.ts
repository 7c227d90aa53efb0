import { fold } from '../../text/fold.ts'
import type { Span } from '../../text/span.ts'
import { kindAt, kinds } from './unit-kinds.ts'

/** A span of words widened by those marks of the record at its ends that the quote has at its own. */
export function withMarks(text: string, span: Span, quote: string): Span {
  const folded = fold(quote)
  const [first, last] = wordEdges(folded)
  let { start, end } = span
  for (
    let at = first - 1;
    at >= 0 && start > 0 && isSameMark(text.charAt(start - 1), folded.charAt(at));
    at--
  )
    start--
  for (let at = last; at < folded.length && isSameMark(text.charAt(end), folded.charAt(at)); at++) end++
  return { start, end }
}

// ---------------------------------------------------------------------------

/** Where the first word of a folded text begins and where the last one ends. */
function wordEdges(folded: string): [number, number] {
  let first = 0
  let last = folded.length
  while (first < last && isMark(folded, first)) first++
  while (last > first && isMark(folded, last - 1)) last--
  return [first, last]
}

function isMark(folded: string, at: number): boolean {
  const kind = kindAt(folded, at)
  return kind === kinds.mark || kind === kinds.nothing
}

function isSameMark(char: string, folded: string): boolean {
  if (char === '' || /\s/u.test(char) || !isMark(char, 0)) return false
  return fold(char) === folded || (stops.includes(fold(char)) && stops.includes(folded))
}

/** Marks that end a clause or sentence, one as good as the other. */
const stops = '。.！!？?；;，,、：:…'
