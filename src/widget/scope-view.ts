import type { Filters } from './api.ts'
import { type Child, el } from './dom.ts'
import { describeSearched } from './outcome-view.ts'
import { filterNames } from './settings.ts'
import type { About } from './shape.ts'
import type { Strings } from './strings/strings.ts'

/** What will be searched: what the site confines the questions to, else all that the server has. */
export function describeScope(
  about: About | undefined,
  { filters, strings }: { filters: Filters; strings: Strings },
): Child[] {
  if (about?.records === 0) return [el('span', { class: 'verdict' }, strings.noRecords)]
  const only = filterNames.flatMap((name, at) => {
    const value = filters[name]
    if (value === undefined) return []
    return [
      at > 0 && ' ',
      el('span', { class: 'part' }, `${strings.filterNames[name]} `, el('bdi', {}, value)),
    ]
  })
  if (only.length > 0) return [`${strings.only} `, ...only]
  return about ? [strings.scope(about.records, about.passages), ...describeSearched(about, strings)] : []
}
