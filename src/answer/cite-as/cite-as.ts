import { citeAsBibtex } from './bibtex.ts'
import type { CitedSource } from './cited-source.ts'
import { citeAsGbt7714 } from './gbt7714.ts'
import { citeAsMarkdown } from './markdown.ts'
import { citeAsPlain } from './plain.ts'

/** The ways to cite, in the order in which they are offered. */
export const citationStyles = ['gbt7714', 'plain', 'markdown', 'bibtex'] as const

export type CitationStyle = (typeof citationStyles)[number]

/** The source, ready to be pasted: GB/T 7714-2015, plain text, Markdown or BibTeX. Words are never changed. */
export function citeAs(style: CitationStyle, source: CitedSource): string {
  return styles[style](source)
}

// ---------------------------------------------------------------------------

const styles: Record<CitationStyle, (source: CitedSource) => string> = {
  gbt7714: citeAsGbt7714,
  plain: citeAsPlain,
  markdown: citeAsMarkdown,
  bibtex: citeAsBibtex,
}
