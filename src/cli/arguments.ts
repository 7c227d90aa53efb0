import { InvalidArgumentError } from 'commander'

/** A parser of whole numbers from `min` to `max`, for an option. */
export function wholeNumber(min: number, max: number): (value: string) => number {
  return (value) => {
    const count = /^\d+$/.test(value) ? Number(value) : Number.NaN
    if (count >= min && count <= max) return count
    const upTo = max === Number.MAX_SAFE_INTEGER ? '' : ` to ${max}`
    throw new InvalidArgumentError(`Give a whole number from ${min}${upTo}.`)
  }
}

/** A day of the calendar, as the filters take it. */
export function parseDay(value: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN
  const isReal = !Number.isNaN(time) && new Date(time).toISOString().startsWith(value)
  if (!isReal) throw new InvalidArgumentError('Give a day of the calendar, written YYYY-MM-DD.')
  return value
}

/** A filter's value: what is empty would match nothing. */
export function parseFilter(value: string): string {
  if (value.trim() === '')
    throw new InvalidArgumentError('It is empty: give a value, or leave the option out.')
  return value
}
