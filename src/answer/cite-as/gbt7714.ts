import { nearestLanguage } from '../../text/interface-language.ts'
import type { CitedSource } from './cited-source.ts'
import { toAddress, toLine, typographyOf } from './typography.ts'

/**
 * GB/T 7714-2015, 4.6, an electronic resource that is read on the network:
 * `主要责任者. 题名：其他题名信息[EB/OL]. (更新日期)[引用日期]. 获取和访问路径`.
 *
 * The publisher is responsible for the record; without one the title comes first, as the standard has it for
 * numbered references. Whoever is quoted belongs to what is said beside the title: 4.6 knows no other responsible
 * parties. The full stop at the end is optional and left out: it would become part of the address.
 */
export function citeAsGbt7714(source: CitedSource): string {
  const { title, publisher, date, accessed, address } = source
  const dates = (date ? `(${toLine(date)})` : '') + (accessed ? `[${toLine(accessed)}]` : '')
  return [
    toLine(publisher ?? '').replace(/\.$/, ''),
    `${toLine(title)}${besideTitle(source)}[EB/OL]`,
    dates,
    toAddress(address),
  ]
    .filter((part) => part !== '')
    .join('. ')
}

// ---------------------------------------------------------------------------

/** `：沈澜发言`; nothing where nobody speaks. */
function besideTitle({ speaker, language = 'en' }: CitedSource): string {
  if (speaker === undefined) return ''
  const name = toLine(speaker.name)
  const { colon } = typographyOf(language)
  const nearest = nearestLanguage(language)
  if (nearest === 'zh-Hant') return `${colon}${name}發言`
  if (nearest === 'zh-Hans') return `${colon}${name}发言`
  return colon + (nearest === 'en' ? `remarks by ${name}` : name)
}
