import { type InterfaceLanguage, interfaceLanguages, nearestLanguage } from '../text/interface-language.ts'
import { en } from './strings/en.ts'
import type { Strings } from './strings/strings.ts'
import { zhHans } from './strings/zh-hans.ts'
import { zhHant } from './strings/zh-hant.ts'

/** BCP 47 tags of the languages that the widget speaks; the last resort is the first. */
export const widgetLanguages = interfaceLanguages

export type WidgetLanguage = InterfaceLanguage

const tables: Record<WidgetLanguage, Strings> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en }

export function stringsFor(language: WidgetLanguage): Strings {
  return tables[language]
}

/** The first of `tags` that the widget speaks, or a kin of it: `zh-TW` is `zh-Hant`, `en-GB` is `en`. */
export function chooseLanguage(tags: readonly (string | null | undefined)[]): WidgetLanguage {
  for (const tag of tags) {
    const language = nearestLanguage(tag ?? '')
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
