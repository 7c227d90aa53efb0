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
  /** Absent where the reader's preference decides. */
  colorScheme: 'light' | 'dark' | undefined
  filters: Filters
}

const colorSchemes = ['light', 'dark'] as const
export const filterNames = ['speaker', 'record', 'kind', 'from', 'to'] as const

export const attributeNames = [
  'src',
  'lang',
  'mode',
  'heading',
  'placeholder',
  'color-scheme',
  ...filterNames,
]

/** Reads the attributes; without `src`, the server is `defaultSrc`. */
export function readSettings(element: HTMLElement, defaultSrc: string | undefined): Settings {
  const read = (name: string) => element.getAttribute(name)?.trim() || undefined
  const src = read('src') ?? defaultSrc ?? location.origin
  // A page without an address of its own, such as `about:srcdoc`, came the way of the page that wrote it.
  const page = location.protocol === 'about:' ? document.baseURI : location.href
  return {
    address: checkAddress(src, page, document.baseURI),
    language: chooseLanguage(languagesAround(element)),
    mode: read('mode') === 'inline' ? 'inline' : 'button',
    heading: read('heading'),
    placeholder: read('placeholder'),
    colorScheme: colorSchemes.find((scheme) => scheme === read('color-scheme')),
    filters: Object.fromEntries(
      filterNames.flatMap((name) => {
        const value = read(name)
        return value === undefined ? [] : [[name, value]]
      }),
    ),
  }
}
