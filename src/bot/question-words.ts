import type { Filters } from '../search/filters.ts'
import { fold } from '../text/fold.ts'
import { type InterfaceLanguage, nearestLanguage } from '../text/interface-language.ts'

/** A question with the filters that stood among its words. */
export interface ReadQuestion {
  question: string
  filters: Filters
}

/** `name:value`, the value in quotation marks where it has spaces; names of both languages. */
const condition =
  /(?<=^|\s)(?<name>speaker|from|to|record|kind|发言人|發言人)[:：](?:"(?<quoted>[^"]*)"|“(?<curly>[^”]*)”|(?<plain>[^\s"“]+))/giu

const filterNames: Readonly<Record<string, keyof Filters>> = {
  speaker: 'speaker',
  发言人: 'speaker',
  發言人: 'speaker',
  from: 'from',
  to: 'to',
  record: 'record',
  kind: 'kind',
}

/** Takes filters out of what was typed: `speaker:栾建章 from:2025-08-01 港口`. Of two alike the later one counts. */
export function readQuestion(words: string): ReadQuestion {
  const filters: Record<string, string> = {}
  const question = words.replace(condition, (...match) => {
    const { name, quoted, curly, plain } = match.at(-1) as Record<string, string | undefined>
    const filter = filterNames[(name as string).toLowerCase()] as keyof Filters
    filters[filter] = (quoted ?? curly ?? plain ?? '').trim()
    return ' '
  })
  return { question: question.replace(/\s+/gu, ' ').trim(), filters }
}

/** The language to reply in: that of the words, else that of the asker's program. */
export function languageOf(words: string, locale?: string): InterfaceLanguage {
  const han = words.match(/\p{Script=Han}/gu) ?? []
  if (han.length > 0) return han.some((sign) => fold(sign) !== sign) ? 'zh-Hant' : 'zh-Hans'
  if (/\p{Script=Latin}{2}/u.test(words)) return 'en'
  return (locale === undefined ? undefined : nearestLanguage(locale)) ?? 'zh-Hans'
}
