import { toWebAddress } from '../../text/web-address.ts'
import type { CitedSource } from './cited-source.ts'
import { toAddress, toLine, typographyOf, writeDate } from './typography.ts'

/**
 * A block quote and below it its source, with links to where it can be read and to where it was published. A reader
 * of CommonMark gets the words of the quote back exactly; a line break of the quote is a hard break. Only NUL,
 * which CommonMark forbids, comes back as U+FFFD.
 */
export function citeAsMarkdown(source: CitedSource): string {
  const { title, publisher, date, speaker, language, text, address } = source
  const { title: marks, comma, colon, dash } = typographyOf(language)
  const who = [speaker?.name, speaker?.role].flatMap((part) => (part ? escapeLine(part) : [])).join(comma)
  const where = [
    toLink(marks[0] + escapeLine(title) + marks[1], address),
    ...(publisher === undefined ? [] : [toLink(escapeLine(publisher), source.source)]),
    ...(date === undefined ? [] : [escapeLine(writeDate(date, language))]),
  ].join(comma)
  const line = who === '' ? where : who + colon + where
  return text === undefined ? line : `${toBlockQuote(text)}\n\n${dash}${line}`
}

// ---------------------------------------------------------------------------

function toLink(escaped: string, given: string | undefined): string {
  const address = toWebAddress(given)
  return address === undefined ? escaped : `[${escaped}](<${toAddress(address)}>)`
}

function escapeLine(text: string): string {
  return escapeInline(toLine(text))
}

function toBlockQuote(text: string): string {
  // A break at the very end would be none.
  let end = text.length
  while (text[end - 1] === '\n') end--
  const lines = text.slice(0, end).split('\n').map(escapeSpoken)
  return `> ${lines.join('\\\n> ')}${'&#10;'.repeat(text.length - end)}`
}

/** Escapes, too, what a reader would take for markup at the head of a line, and blanks that it would drop. */
function escapeSpoken(line: string): string {
  const words = line.trimEnd()
  const head = words.length - words.trimStart().length
  const marked = escapeInline(words.slice(head))
    .replace(/^[-+=#:]/, '\\$&')
    .replace(/^\d+(?=[.)])/, '$&\\')
    .replace(/[\t\r]/g, toReference)
  return refer(line.slice(0, head)) + marked + refer(line.slice(words.length))
}

function refer(blanks: string): string {
  return blanks.replace(/[ \t\r]/g, toReference)
}

/** Marks that mean something anywhere, in CommonMark, GitHub's dialect or formulas; and bare addresses. */
function escapeInline(text: string): string {
  return text.replace(/[\\`*_[\]<>&~|$]/g, '\\$&').replace(/\bhttps?(?=:\/\/)|\bwww(?=\.)/gi, '$&\\')
}

function toReference(character: string): string {
  return `&#${character.charCodeAt(0)};`
}
