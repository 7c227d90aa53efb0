import type { PageLanguage } from '../../language.ts'
import type { Embedding } from './embedding.ts'
import { english } from './en.ts'
import { simplified } from './zh-hans.ts'
import { traditional } from './zh-hant.ts'

export function embeddingFor(language: PageLanguage): Embedding {
  return tables[language]
}

// ---------------------------------------------------------------------------

const tables: Record<PageLanguage, Embedding> = { 'zh-Hans': simplified, 'zh-Hant': traditional, en: english }
