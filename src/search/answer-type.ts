import { fold } from '../text/fold.ts'
import { findNumerals } from '../text/numeral.ts'
import type { Query } from './query.ts'

/** Whether a text holds something of the kind that the question asks for and does not itself name. */
export function holdsAnswer({ question, answerType, answerUnit }: Query, text: string): boolean {
  const folded = fold(text)
  if (answerUnit !== undefined) return holdsUnit(folded, fold(question), answerUnit)
  switch (answerType) {
    case 'number':
      return holdsNewNumber(folded, fold(question))
    case 'date':
      return /\d{2,4}年|[一二三四五六七八九十\d]+(?:月|日|号|世纪)|\b(?:1[0-9]|20)\d\d\b|january|february|march|april|\bmay\b|june|july|august|september|october|november|december|century/u.test(
        folded,
      )
    case 'list':
      return /、|一是|二是|第一|其一|包括|分别/u.test(folded)
    case 'reason':
      return /因为|由于|为了|以便|原因|所以|因此|because|due to|since|in order/u.test(folded)
    default:
      return true
  }
}

/** A number of the unit that is asked for, with at most 多 or 余 between. */
function holdsUnit(folded: string, question: string, unit: string): boolean {
  const asked = new Set(findNumerals(question).map(({ value }) => value))
  const isNew = findNumerals(folded).some(({ value, start, end }) => {
    const after = folded.slice(start, end + 2).replace(/^[\d.,零一二两三四五六七八九十百千万亿点]+/u, '')
    return !asked.has(value) && after.replace(/^[多余几][万亿]*/u, '').startsWith(unit)
  })
  return (
    isNew ||
    [...folded.matchAll(about)].some(({ index, 0: { length } }) => folded.startsWith(unit, index + length))
  )
}

/** What says about how many and is no number: 十几, 几十万, 数百, 五六百. */
const about = /(?:[几数][十百千万亿]|[十百千万]几|[百千万]余|[二三四五六七八九]{2}[十百千万])[十百千万亿]*/gu

function holdsNewNumber(folded: string, question: string): boolean {
  const asked = new Set(findNumerals(question).map(({ value }) => value))
  return (
    findNumerals(folded).some(({ value }) => !asked.has(value)) ||
    folded.search(about) >= 0 ||
    /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundred|thousand|million|dozen|half|twice)\b/u.test(
      folded,
    )
  )
}
