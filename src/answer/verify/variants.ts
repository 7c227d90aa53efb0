import { type Variant, variants } from '../verification.ts'
import { squeeze } from './squeeze.ts'

/** How two texts of the same words are written otherwise, in the order of `variants`. */
export function findVariants(quote: string, text: string): Variant[] {
  const found = new Set<Variant>()
  const [a, b] = [squeeze(quote), squeeze(text)]
  let [afterA, afterB] = [0, 0]
  for (let unit = 0; unit <= a.units.length; unit++) {
    const atA = a.places[unit] ?? quote.length
    const atB = b.places[unit] ?? text.length
    compareBetween(quote.slice(afterA, atA), text.slice(afterB, atB), found)
    // A separator has the place of the word after it: what it stands for has been compared.
    if (a.places[unit + 1] === atA && unit + 1 < a.units.length) unit++
    if (unit < a.units.length) compareLetters(quote.charAt(atA), text.charAt(atB), found)
    afterA = atA + 1
    afterB = atB + 1
  }
  return variants.filter((variant) => found.has(variant))
}

// ---------------------------------------------------------------------------

function compareLetters(a: string, b: string, found: Set<Variant>): void {
  if (a === b) return
  const [halfA, halfB] = [toHalfWidth(a), toHalfWidth(b)]
  if ((halfA === a) !== (halfB === b)) found.add('width')
  const [lowA, lowB] = [halfA.toLowerCase(), halfB.toLowerCase()]
  if (halfA !== halfB && (lowA === halfA) !== (lowB === halfB)) found.add('case')
  if (lowA !== lowB) found.add(/\p{Script=Han}/u.test(lowA) ? 'script' : 'diacritics')
}

function compareBetween(a: string, b: string, found: Set<Variant>): void {
  if (a === b) return
  const [marksA, marksB] = [withoutSpace(a), withoutSpace(b)]
  if (marksA !== marksB) found.add(variantOfMarks(marksA, marksB))
  if (marksA === marksB || /\s/u.test(a) !== /\s/u.test(b)) found.add('spacing')
}

function variantOfMarks(a: string, b: string): Variant {
  if (/[\u0300-\u036f]/u.test(a + b) && withoutDiacritics(a) === withoutDiacritics(b)) return 'diacritics'
  return toHalfWidth(a) === toHalfWidth(b) ? 'width' : 'punctuation'
}

function withoutSpace(marks: string): string {
  return marks.replace(/\s|\p{Cf}|\p{VS}/gu, '')
}

function withoutDiacritics(marks: string): string {
  return marks.replace(/[\u0300-\u036f]/gu, '')
}

function toHalfWidth(text: string): string {
  return text.replace(/[！-～￠-￦]/gu, (char) => char.normalize('NFKC'))
}
