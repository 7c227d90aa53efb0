import pc from 'picocolors'
import type { Manifest } from '../search/manifest.ts'
import type { PassageDocument, SearchedField } from '../search/minisearch-options.ts'
import type { Span } from '../text/span.ts'
import { formatTable } from './format-table.ts'

/** What `lectern inspect` tells. */
export interface Inspection extends Pick<Manifest, 'retriever' | 'fingerprint' | 'analyzer' | 'counts'> {
  /** In bytes. */
  sections: { name: string; bytes: number }[]
  /** With the number of passages that hold each in their own words. */
  commonest: [term: string, passages: number][]
  term?: {
    term: string
    /** How many passages hold it in their own words. */
    frequency: number
    postings: Partial<Record<SearchedField, [passage: number, frequency: number][]>>
  }
  passage?: {
    passage: number
    record: string
    span: Span
    /** What is searched of it. */
    fields: PassageDocument
    terms: Partial<Record<SearchedField, [term: string, frequency: number][]>>
  }
}

export function formatInspection(found: Inspection): string {
  const { retriever, fingerprint, analyzer, counts, sections, commonest, term, passage } = found
  const total = sections.reduce((sum, { bytes }) => sum + bytes, 0)
  const lines = [
    `${pc.bold(retriever)} index ${fingerprint}, analyzer ${analyzer}`,
    `${counts.records} records, ${counts.passages} passages, ${counts.terms} terms`,
    '',
    ...formatTable([
      [retriever === 'frozen' ? 'section' : 'file', 'bytes', 'share'],
      ...sections.map(({ name, bytes }) => [name, String(bytes), `${((100 * bytes) / total).toFixed(1)}%`]),
      ['all', String(total), ''],
    ]),
  ]
  if (commonest.length > 0) {
    const rows = commonest.map(([name, held]) => [name, String(held)])
    lines.push('', ...formatTable([['commonest terms', 'passages'], ...rows]))
  }
  if (term) lines.push('', ...formatTerm(term))
  if (passage) lines.push('', ...formatPassage(passage))
  return `${lines.join('\n')}\n`
}

// ---------------------------------------------------------------------------

/** So many passages of a term are shown to people. */
const shown = 20

function formatTerm({ term, frequency, postings }: NonNullable<Inspection['term']>): string[] {
  const fields = Object.entries(postings)
  if (fields.length === 0) return [`${pc.bold(term)}: no passage holds this term`]
  const list = (pairs: readonly [number, number][]) =>
    pairs
      .slice(0, shown)
      .map(([passage, count]) => (count > 1 ? `${passage} (${count} times)` : String(passage)))
      .join(', ') + (pairs.length > shown ? `, and ${pairs.length - shown} more` : '')
  return [
    `${pc.bold(term)}: ${frequency} ${frequency === 1 ? 'passage holds it in its' : 'passages hold it in their'} own words`,
    ...fields.map(([field, pairs]) => `  ${field} of ${pairs.length}: ${list(pairs)}`),
  ]
}

function formatPassage({
  passage,
  record,
  span,
  fields,
  terms,
}: NonNullable<Inspection['passage']>): string[] {
  const own = Object.entries(terms).flatMap(([field, pairs]) => [
    `  ${pc.bold(field)} ${pc.dim(fields[field as SearchedField].replaceAll('\n', ' '))}`,
    `    ${pairs.map(([term, count]) => (count > 1 ? `${term} (${count} times)` : term)).join('  ')}`,
  ])
  return [`passage ${passage}: ${record}, from ${span.start} to ${span.end}`, ...own]
}
