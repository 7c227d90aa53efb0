import type { CitedSource } from './cited-source.ts'
import { toAddress, toLine, typographyOf } from './typography.ts'

/**
 * An `@online` entry for biblatex. The publisher is the author, in braces of its own, for a body has no family name;
 * the note gives the speaker and the quote. Read back, the words are the same; runs of blanks and line breaks are one
 * space, and control characters are left out: BibTeX knows neither.
 */
export function citeAsBibtex(source: CitedSource): string {
  const { title, publisher, date, accessed, language = '', address } = source
  const fields: [name: string, value: string | undefined][] = [
    ['author', publisher && `{${escapeText(toLine(publisher))}}`],
    ['title', `{${escapeText(toLine(title))}}`],
    ['date', date && escapeText(toLine(date))],
    ['url', toAddress(address)],
    ['urldate', accessed && escapeText(toLine(accessed))],
    ['note', toNote(source)],
    ['langid', nameLanguage(language)],
  ]
  const lines = fields.flatMap(([name, value]) => (value ? `  ${name} = {${value}},\n` : []))
  return `@online{${toKey(source)},\n${lines.join('')}}`
}

// ---------------------------------------------------------------------------

/** The quote comes last: characters in it that turn the direction of writing turn nothing else. */
function toNote({ speaker, text, language }: CitedSource): string | undefined {
  const { quote, comma, colon } = typographyOf(language)
  const who = [speaker?.name, speaker?.role]
    .flatMap((part) => (part ? escapeText(toLine(part)) : []))
    .join(comma)
  const words = text === undefined ? '' : quote[0] + escapeText(text) + quote[1]
  return [who, words].filter((part) => part !== '').join(colon) || undefined
}

/** Of a record's id in a key: readers take keys of up to a hundred characters. */
const longestName = 60

/** Valid for every reader, and always the same for the same span of the same record. */
function toKey({ record, address, text, span }: CitedSource): string {
  const name = record ?? address
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestName)
    .replace(/^-+|-+$/g, '')
  const own = plain === name ? [] : [digest(name)]
  const place = text === undefined || span === undefined ? [] : [span.start, span.end]
  return ['lectern', plain, ...own, ...place].filter((part) => part !== '').join('-')
}

/** FNV-1a, for ids that are not plain: different ids keep different keys. */
function digest(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(36)
}

function escapeText(text: string): string {
  return (
    text
      .replace(/\s+/g, ' ')
      .replace(/\p{Cc}/gu, '')
      .replace(/[\\{}~^`<>|]|[%&#$_]/g, (mark) => commands[mark] ?? `\\${mark}`)
      // Two of these in a row would become another character.
      .replace(/([-',])(?=\1)/g, '$1{}')
  )
}

/** Commands, not `\{`: BibTeX counts braces, with or without a backslash. */
const commands: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '`': '\\textasciigrave{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
}

function nameLanguage(tag: string): string | undefined {
  const primary = tag.split('-', 1)[0]!.toLowerCase()
  return Object.hasOwn(languages, primary) ? languages[primary] : undefined
}

/** As babel and polyglossia name them. */
const languages: Record<string, string> = {
  zh: 'chinese',
  en: 'english',
  ru: 'russian',
  ja: 'japanese',
  ko: 'korean',
  ar: 'arabic',
  de: 'german',
  es: 'spanish',
  fr: 'french',
  pt: 'portuguese',
}
