import type { LecternRecord } from '../record/record.ts'
import { type InterfaceLanguage, interfaceLanguages, nearestLanguage } from '../text/interface-language.ts'

/** BCP 47 tags of the languages that pages come in; the first is the default. */
export const pageLanguages = interfaceLanguages

export type PageLanguage = InterfaceLanguage

/** What each language calls itself. */
export const languageNames: Record<PageLanguage, string> = {
  'zh-Hans': '简体',
  'zh-Hant': '繁體',
  en: 'English',
}

/** The language of a page: what `?lang=` asks for, else the best of `Accept-Language`, else Simplified Chinese. */
export function choosePageLanguage(asked: string | undefined, accepted: string | undefined): PageLanguage {
  const wanted = (accepted ?? '')
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.trim().split(';')
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/u.exec(parameter)?.[1]).find(Boolean)
      return { tag, quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag)
  for (const tag of [asked ?? '', ...wanted]) {
    const language = nearestLanguage(tag)
    if (language) return language
  }
  return pageLanguages[0]
}

/** The BCP 47 tag of a record's text; undefined when nothing tells. */
export function languageOf({ language }: Pick<LecternRecord, 'language'>): string | undefined {
  return language === 'und' ? undefined : language
}

/** What the language `tag` is called in the language of the page; the tag itself where nothing tells. */
export function nameLanguage(tag: string, language: PageLanguage): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
