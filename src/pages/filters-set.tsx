import type { PageLanguage } from './language.ts'
import { withLang } from './layout.tsx'
import { stringsFor } from './strings/strings.ts'

/** A filter in use. */
export interface SetFilter {
  /** Name of its parameter. */
  name: string
  label: string
  /** As the reader reads it. */
  shown: string
}

export interface FiltersSetProps {
  filters: readonly SetFilter[]
  /** Address without a query. */
  path: string
  /** Everything that the address asks for, the filters included. */
  params: Readonly<Record<string, string>>
  /** Fragment with its `#`. */
  fragment?: string
  language: PageLanguage
  lang?: PageLanguage
}

/** Filters in use, each a link to the same page without it. */
export function FiltersSet({ filters, language, ...address }: FiltersSetProps) {
  if (filters.length === 0) return null
  const { asking } = stringsFor(language)
  return (
    <ul class="filters-set" aria-label={asking.set}>
      {filters.map(({ name, label, shown }) => {
        const words = asking.named(label, shown)
        return (
          <li>
            <a class="chip" href={without([name], address)} aria-label={asking.takeOff(words)}>
              <span aria-hidden="true">× </span>
              <bdi>{words}</bdi>
            </a>
          </li>
        )
      })}
      {filters.length > 1 && (
        <li>
          <a
            class="plain"
            href={without(
              filters.map(({ name }) => name),
              address,
            )}
          >
            {asking.takeOffAll}
          </a>
        </li>
      )}
    </ul>
  )
}

// ---------------------------------------------------------------------------

function without(names: readonly string[], { path, params, fragment = '', lang }: Address): string {
  const kept = Object.entries(params).filter(([name, value]) => value !== '' && !names.includes(name))
  const query = kept.length > 0 ? `?${new URLSearchParams(kept)}` : ''
  return withLang(`${path}${query}${fragment}`, lang)
}

type Address = Omit<FiltersSetProps, 'filters' | 'language'>
