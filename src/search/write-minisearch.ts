import { compareCodeUnits } from '../text/code-units.ts'
import type { CountedTerms } from './count-terms.ts'
import { searchedFields } from './minisearch-options.ts'

/** The index that `MiniSearch#add` would have built, as `MiniSearch.loadJSON` reads it; terms in code-unit order. */
export function toMiniSearchJson(counted: CountedTerms): string {
  const ids = Array.from({ length: counted.passages }, (_, id) => id)
  const lengthsOf = (id: number) => searchedFields.map((_, field) => counted.fieldLength(id, field))
  const head = {
    documentCount: ids.length,
    nextId: ids.length,
    documentIds: Object.fromEntries(ids.map((id) => [id, id])),
    fieldIds: Object.fromEntries(searchedFields.map((field, id) => [field, id])),
    fieldLength: Object.fromEntries(ids.map((id) => [id, lengthsOf(id)])),
    averageFieldLength: counted.averageFieldLengths,
    storedFields: {},
    dirtCount: 0,
    serializationVersion: 2,
  }
  const order = [...counted.terms.entries()].sort(([, a], [, b]) => compareCodeUnits(a, b))
  const rows = order.map(([term]) => toRow(term, counted))
  return `${JSON.stringify(head).slice(0, -1)},"index":[${rows.join(',\n')}]}`
}

// ---------------------------------------------------------------------------

function toRow(number: number, { terms, listOf, postings }: CountedTerms): string {
  const fields = searchedFields.flatMap((_, field) => {
    const list = listOf(number, field)
    if (list < 0) return []
    let pairs = ''
    postings.readRuns(list, (first, length, frequency) => {
      for (let passage = first; passage < first + length; passage++) pairs += `,"${passage}":${frequency}`
    })
    return `"${field}":{${pairs.slice(1)}}`
  })
  return `[${JSON.stringify(terms[number])},{${fields.join(',')}}]`
}
