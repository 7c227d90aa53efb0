import type { PageLanguage } from '../language.ts'
import { english } from './en.ts'
import { type Strings, simplified } from './zh-hans.ts'
import { traditional } from './zh-hant.ts'

export type { Strings } from './zh-hans.ts'

export function stringsFor(language: PageLanguage): Strings {
  return tables[language]
}

// ---------------------------------------------------------------------------

const tables: Record<PageLanguage, Strings> = { 'zh-Hans': simplified, 'zh-Hant': traditional, en: english }
