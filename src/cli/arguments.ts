import { InvalidArgumentError } from 'commander'
import { toAllowedOrigin, toOrigin } from '../http/origin.ts'

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

/** A confidence from 0 to 1. */
export function parseShare(value: string): number {
  const share = /^\d*\.?\d+$/.test(value) ? Number(value) : Number.NaN
  if (share >= 0 && share <= 1) return share
  throw new InvalidArgumentError('Give a number from 0 to 1.')
}

/** An address to listen on: Node takes an empty one for every address of the machine. */
export function parseHost(value: string): string {
  if (value.trim() === '') throw new InvalidArgumentError('It is empty: give an address, such as 127.0.0.1.')
  return value
}

/** Scheme and host of a site. */
export function parseOrigin(value: string): string {
  return parse(value, toOrigin)
}

/** Origins or `*`, one after another. */
export function parseOrigins(value: string, previous: readonly string[] = []): string[] {
  return [...previous, parse(value, toAllowedOrigin)]
}

function parse(value: string, toOrigin: (value: string) => string): string {
  try {
    return toOrigin(value)
  } catch (error) {
    throw new InvalidArgumentError(`${(error as Error).message}.`)
  }
}

/** Of every command that answers: flag, meaning, parser. */
export const quoteCharsOption = [
  '--quote-chars <n>',
  'length of a quote at most, in characters (20 to 2000; 160 unless given)',
  wholeNumber(20, 2000),
] as const
export const thresholdOption = [
  '--threshold <n>',
  'confidence below which it abstains (0 to 1)',
  parseShare,
] as const
