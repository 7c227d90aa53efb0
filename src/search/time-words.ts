import { findDates } from '../text/dates.ts'
import { findNumerals, type Numeral } from '../text/numeral.ts'

const now =
  /截至|截止|目前|至此|迄今|至今|如今|现已|现有|现在|累计|\b(?:currently|so far|to date|as of|now|today)\b/u
const before =
  /此前|之前|以前|先前|从前|当时|曾|原计划|原定|前(?=,|，)|\b(?:previously|formerly|earlier|originally|used to)\b/u
const time =
  /去年|今年|明年|前年|季度|目前|现在|如今|当时|以前|之前|过去|最初|最早|曾|\b(?:19|20)\d\d\b|\b(?:last|this|next) (?:year|quarter|month|week)\b|\b(?:before|first|originally|now|currently)\b/u

/** Whether a folded text tells of an earlier time, and not of now beside it. */
export function tellsOfBefore(folded: string): boolean {
  return before.test(folded) && !now.test(folded)
}

const added =
  /新增(?![至到])|增加(?![至到])|增设|新设|新结|净增|另有|又有|\b(?:added|additional|another|extra)\b/u

/** Whether a folded text counts what has been added, and not all that there is now. */
export function tellsOfAdded(folded: string): boolean {
  return added.test(folded) && !now.test(folded)
}

/** Whether a question says itself of when it asks. */
export function namesTime(folded: string): boolean {
  if (time.test(folded)) return true
  const numerals = findNumerals(folded)
  return numerals.some(isPartOfDate) || findDates(folded, numerals).length > 0
}

/** 3年 is how long, 25年 when. */
function isPartOfDate({ dateUnit, value }: Numeral): boolean {
  return dateUnit === '年' ? Number(value) >= 10 : dateUnit !== undefined
}
