import type { PageLanguage } from '../language.ts'
import { english } from './en.ts'
import { type Strings, simplified } from './zh-hans.ts'
import { traditional } from './zh-hant.ts'

export type { Strings } from './zh-hans.ts'

export function stringsFor(language: PageLanguage): Strings {
  return tables[language]
}

/** What a kind of record is called; undefined for one that has no other name than its own, such as `constructor`. */
export function nameKind(kind: string, { recordKinds }: Strings): string | undefined {
  return lookUp(recordKinds, kind)
}

/** What is said of a problem, by its code; undefined for one that has no words. */
export function nameProblem(code: string, { problems }: Strings): string | undefined {
  return lookUp(problems, code)
}

// ---------------------------------------------------------------------------

const tables: Record<PageLanguage, Strings> = { 'zh-Hans': simplified, 'zh-Hant': traditional, en: english }

function lookUp<Table extends object>(table: Table, name: string): Table[keyof Table] | undefined {
  return Object.hasOwn(table, name) ? table[name as keyof Table] : undefined
}
