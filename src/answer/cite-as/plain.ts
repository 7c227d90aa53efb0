import type { CitedSource } from './cited-source.ts'
import { toAddress, toLine, typographyOf, writeDate } from './typography.ts'

/**
 * As in a letter or an article: the quote, word for word in the quotation marks of its language, and below it who
 * said it, where, and the address. A line break inside a quote stays. A whole record takes one line.
 */
export function citeAsPlain(source: CitedSource): string {
  const { title, publisher, date, speaker, language, text, address } = source
  const { quote, title: marks, comma, stop, dash } = typographyOf(language)
  const who = [speaker?.name, speaker?.role].flatMap((part) => (part ? toLine(part) : [])).join(comma)
  const where = [
    marks[0] + toLine(title) + marks[1],
    ...(publisher === undefined ? [] : [toLine(publisher)]),
    ...(date === undefined ? [] : [writeDate(date, language)]),
  ].join(comma)
  const line = [...(who === '' ? [] : [who]), where, toAddress(address)].join(stop)
  return text === undefined ? line : `${quote[0]}${text}${quote[1]}\n${dash}${line}`
}
