import { nearestLanguage } from '../../text/interface-language.ts'

/** The marks that a language sets around quotes and titles, and between the parts of a source. */
export interface Typography {
  quote: readonly [open: string, close: string]
  title: readonly [open: string, close: string]
  comma: string
  colon: string
  stop: string
  /** Before whoever is quoted. */
  dash: string
}

/** Of a BCP 47 tag; those of English where the language is unknown. */
export function typographyOf(language = 'en'): Typography {
  const nearest = nearestLanguage(language)
  if (nearest === 'zh-Hant') return { ...chinese, quote: ['「', '」'] }
  if (nearest === 'zh-Hans') return chinese
  if (/^ru\b/i.test(language)) return { ...western, quote: ['«', '»'], title: ['«', '»'] }
  return western
}

/** `2025年3月12日`, `9 July 2025`, or as it stands; `YYYY` and `YYYY-MM` likewise. */
export function writeDate(date: string, language = 'en'): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date) ?? []
  if (year === undefined) return date
  const [m, d] = [Number(month), Number(day)]
  const nearest = nearestLanguage(language)
  if (nearest === undefined) return date
  if (nearest !== 'en') return `${year}年${m ? `${m}月` : ''}${d ? `${d}日` : ''}`
  return [d || '', months[m - 1] ?? '', year].filter(Boolean).join(' ')
}

/** In one line, without control characters and without those that turn the direction of what follows. */
export function toLine(text: string): string {
  return text
    .replace(turning, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}

/** An address without anything that could end it early: such characters are percent-encoded. */
export function toAddress(address: string): string {
  return address.trim().replace(unfit, (character) => encodeURIComponent(character))
}

// ---------------------------------------------------------------------------

const western: Typography = {
  quote: ['“', '”'],
  title: ['“', '”'],
  comma: ', ',
  colon: ': ',
  stop: '. ',
  dash: '— ',
}

const chinese: Typography = {
  quote: ['“', '”'],
  title: ['《', '》'],
  comma: '，',
  colon: '：',
  stop: '。',
  dash: '——',
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const turning = /[\u202a-\u202e\u2066-\u2069]/g
const unfit = /[\s\p{Cc}\u202a-\u202e\u2066-\u2069"<>\\^`{|}]/gu
