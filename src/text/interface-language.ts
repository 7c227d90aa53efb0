/** BCP 47 tags of the languages in which Lectern itself speaks to readers; the first is the default. */
export const interfaceLanguages = ['zh-Hans', 'zh-Hant', 'en'] as const

export type InterfaceLanguage = (typeof interfaceLanguages)[number]

/**
 * The one of these languages that `tag` names or is a kin of; undefined where it is another. Chinese of Taiwan, Hong
 * Kong and Macau is `zh-Hant` unless the tag names a script, any other `zh-Hans`; any English is `en`.
 */
export function nearestLanguage(tag: string): InterfaceLanguage | undefined {
  const [primary, ...subtags] = tag.trim().toLowerCase().split(/[-_]/u)
  if (primary === 'en') return 'en'
  if (primary !== 'zh') return undefined
  if (subtags.includes('hans')) return 'zh-Hans'
  return subtags.some((subtag) => traditional.has(subtag)) ? 'zh-Hant' : 'zh-Hans'
}

// ---------------------------------------------------------------------------

/** The script, and the regions that write in it. */
const traditional = new Set(['hant', 'tw', 'hk', 'mo'])
