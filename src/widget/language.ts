import { en } from './strings/en.ts'
import type { Strings } from './strings/strings.ts'
import { zhHans } from './strings/zh-hans.ts'
import { zhHant } from './strings/zh-hant.ts'

/** BCP 47 tags of the languages that the widget speaks; the last resort is the first. */
export const widgetLanguages = ['zh-Hans', 'zh-Hant', 'en'] as const

export type WidgetLanguage = (typeof widgetLanguages)[number]

const tables: Record<WidgetLanguage, Strings> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en }

export function stringsFor(language: WidgetLanguage): Strings {
  return tables[language]
}

/** The first of `tags` that the widget speaks, or a kin of it: `zh-TW` is `zh-Hant`, `en-GB` is `en`. */
export function chooseLanguage(tags: readonly (string | null | undefined)[]): WidgetLanguage {
  for (const tag of tags) {
    const language = toLanguage(tag ?? '')
    if (language) return language
  }
  return widgetLanguages[0]
}

/** The tags that say in which language to speak to the reader of `element`, most telling first. */
export function languagesAround(element: Element): string[] {
  const tags: string[] = []
  let at: Element | null = element
  while (at) {
    const nearest: Element | null = at.closest('[lang]')
    if (nearest) {
      tags.push(nearest.getAttribute('lang') ?? '')
      at = nearest.parentElement
    } else {
      const root: Node = at.getRootNode()
      at = root instanceof ShadowRoot ? root.host : null
    }
  }
  return [...tags, ...navigator.languages]
}

// ---------------------------------------------------------------------------

function toLanguage(tag: string): WidgetLanguage | undefined {
  const lower = tag.trim().toLowerCase().replaceAll('_', '-')
  if (/^en(?:-|$)/u.test(lower)) return 'en'
  if (!/^zh(?:-|$)/u.test(lower)) return undefined
  if (/-hans(?:-|$)/u.test(lower)) return 'zh-Hans'
  return /-(?:hant|tw|hk|mo)(?:-|$)/u.test(lower) ? 'zh-Hant' : 'zh-Hans'
}
