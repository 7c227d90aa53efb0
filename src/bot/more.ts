import type { Filters } from '../search/filters.ts'
import { fromJson } from './proof.ts'

/** A question whose further quotes are wanted. */
export interface More {
  question: string
  filters: Filters
  /** How many quotes were shown. */
  after: number
}

/** Longest value of a button, in UTF-16 units: Slack's. */
const longest = 2000

/** The value of a button. Undefined for a question that is too long for it. */
export function writeMore({ question, filters, after }: More): string | undefined {
  const value = `more1.${after}.${JSON.stringify([question, filters])}`
  return value.length <= longest ? value : undefined
}

/** Undefined for anything that `writeMore` did not write. It proves nothing: who presses may ask anything. */
export function readMore(value: string): More | undefined {
  const match = /^more1\.(?<after>\d{1,2})\.(?<rest>.+)$/su.exec(value)
  const parts = fromJson(match?.groups?.rest)
  if (!Array.isArray(parts)) return undefined
  const [question, given] = parts as unknown[]
  if (typeof question !== 'string' || typeof given !== 'object' || given === null) return undefined
  const names: readonly (keyof Filters)[] = ['speaker', 'from', 'to', 'record', 'kind']
  const filters: Filters = {}
  for (const name of names) {
    const value = (given as Record<string, unknown>)[name]
    if (typeof value === 'string') filters[name] = value
  }
  return { question, filters, after: Number(match?.groups?.after) }
}
