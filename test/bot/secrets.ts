import { cases } from './cases.ts'

/** The environment in which every case is on: what they sign with. */
export const secrets: Readonly<Record<string, string>> = Object.assign(
  {},
  ...cases.map(({ environment }) => environment),
)
