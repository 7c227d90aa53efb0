import type { Numeral } from './numeral.ts'
import type { Token } from './token.ts'

/** Adds the terms of a number. A month has the term of its date, and is not to be found by its bare number. */
export function pushNumeral(
  tokens: Token[],
  { start, end, value, digits, percent, dateUnit }: Numeral,
): void {
  if (dateUnit === '月') return
  tokens.push({ term: `#${value}`, start, end })
  if (percent) tokens.push({ term: `#${value}%`, start, end })
  if (digits !== undefined && digits !== value) tokens.push({ term: `#${digits}`, start, end })
}
