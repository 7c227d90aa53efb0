/** `YYYY-MM-DD`, `YYYY-MM` or `YYYY` from a date that is the whole of a metadata field, as people write it, Chinese or English; undefined when it is none. */
export function parseDate(written: string | number | Date): string | undefined {
  if (written instanceof Date)
    return Number.isNaN(written.getTime()) ? undefined : written.toISOString().slice(0, 10)
  const text = String(written).trim().normalize('NFKC')
  const numeric = numericDate.exec(text)
  if (numeric) return toDate(numeric[1], numeric[2], numeric[3])
  const han = hanDate.exec(text)
  if (han) return toDate(han[1], han[2], han[3])
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (compact) return toDate(compact[1], compact[2], compact[3])
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.?,? (\d{4})$/i.exec(text)
  if (dayFirst) return toDate(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1])
  const monthFirst = /^([a-z]{3,9})\.? (?:(\d{1,2})(?:st|nd|rd|th)?,? )?(\d{4})$/i.exec(text)
  if (monthFirst) return toDate(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2])
  return undefined
}

const numericDate = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2})(?:[T ]+\d{1,2}:\d{2}.*)?)?)?$/
const hanDate =
  /^(\d{4}) ?年(?: ?(\d{1,2}) ?月(?: ?(\d{1,2}) ?[日号號](?: *(?:\(|星期|周|\d{1,2}[:时時]).*)?)?)?$/

function toDate(year?: string, month?: string, day?: string): string | undefined {
  if (year === undefined || Number(year) < 1000) return undefined
  if (month === undefined) return year
  const isMonth = Number(month) >= 1 && Number(month) <= 12
  if (!isMonth) return undefined
  const yearMonth = `${year}-${month.padStart(2, '0')}`
  if (day === undefined) return yearMonth
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  if (Number(day) < 1 || Number(day) > last) return undefined
  return `${yearMonth}-${day.padStart(2, '0')}`
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function monthNumber(name: string | undefined): string {
  return String(months.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1)
}
