/** BCP 47 tags of the languages that pages come in; the first is the default. */
export const pageLanguages = ['zh-Hans', 'zh-Hant', 'en'] as const

export type PageLanguage = (typeof pageLanguages)[number]

/** What each language calls itself. */
export const languageNames: Record<PageLanguage, string> = {
  'zh-Hans': '简体',
  'zh-Hant': '繁體',
  en: 'English',
}

/**
 * The language of a page: what `?lang=` asks for, else the best of `Accept-Language`, else Simplified Chinese.
 * Chinese of Taiwan, Hong Kong and Macau is served as `zh-Hant`, any other as `zh-Hans`; any English as `en`.
 */
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

// ---------------------------------------------------------------------------

function nearestLanguage(tag: string): PageLanguage | undefined {
  const [primary, ...subtags] = tag.trim().toLowerCase().split('-')
  if (primary === 'en') return 'en'
  if (primary !== 'zh') return undefined
  if (subtags.includes('hans')) return 'zh-Hans'
  return subtags.some((subtag) => ['hant', 'tw', 'hk', 'mo'].includes(subtag)) ? 'zh-Hant' : 'zh-Hans'
}
