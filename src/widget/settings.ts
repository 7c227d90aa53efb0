import { type Address, checkAddress } from './address.ts'
import type { Filters } from './api.ts'
import { chooseLanguage, languagesAround, type WidgetLanguage } from './language.ts'

export type Mode = 'button' | 'inline'

/** What the attributes of an element ask for. */
export interface Settings {
  address: Address
  language: WidgetLanguage
  mode: Mode
  /** Words of the site in the place of the widget's own. */
  heading: string | undefined
  placeholder: string | undefined
  filters: Filters
}

export const filterNames = ['speaker', 'record', 'kind', 'from', 'to'] as const

export const attributeNames = ['src', 'lang', 'mode', 'heading', 'placeholder', ...filterNames]

/** Reads the attributes; without `src`, the server is `defaultSrc`. */
export function readSettings(element: HTMLElement, defaultSrc: string | undefined): Settings {
  const read = (name: string) => element.getAttribute(name)?.trim() || undefined
  const src = read('src') ?? defaultSrc ?? location.origin
  return {
    address: checkAddress(src, location.href, document.baseURI),
    language: chooseLanguage(languagesAround(element)),
    mode: read('mode') === 'inline' ? 'inline' : 'button',
    heading: read('heading'),
    placeholder: read('placeholder'),
    filters: Object.fromEntries(
      filterNames.flatMap((name) => {
        const value = read(name)
        return value === undefined ? [] : [[name, value]]
      }),
    ),
  }
}
