import type { PageLanguage } from './language.ts'
import { withLang } from './layout.tsx'
import { stringsFor } from './strings/strings.ts'

export interface PagerProps {
  /** From 1. */
  page: number
  pages: number
  /** Address of a page of the list. */
  addressOf(page: number): string
  language: PageLanguage
  lang?: PageLanguage
}

/** Links to the pages before and after; nothing where there is one page. */
export function Pager({ page, pages, addressOf, language, lang }: PagerProps) {
  if (pages <= 1) return null
  const { lists } = stringsFor(language)
  return (
    <nav class="pager" aria-label={lists.pages}>
      {page > 1 && (
        <a rel="prev" href={withLang(addressOf(page - 1), lang)}>
          ← {lists.previous}
        </a>
      )}
      <span class="number">{lists.pageOf(page, pages)}</span>
      {page < pages && (
        <a rel="next" href={withLang(addressOf(page + 1), lang)}>
          {lists.next} →
        </a>
      )}
    </nav>
  )
}

/** The same for the head of the document. */
export function PagerLinks({ page, pages, addressOf, lang }: PagerProps) {
  return (
    <>
      {page > 1 && <link rel="prev" href={withLang(addressOf(page - 1), lang)} />}
      {page < pages && <link rel="next" href={withLang(addressOf(page + 1), lang)} />}
    </>
  )
}
