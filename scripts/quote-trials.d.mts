import type { Alteration, Lectern, VerifyRequest } from '../src/index.ts'

export interface Trial {
  tried: number
  wrong: {
    request: VerifyRequest
    /** The only flag, or the kind. */
    expected: string
    kind: string
    flags: Alteration[]
  }[]
}

export const trials: number
export function tryQuotes(lectern: Lectern): Promise<{ alterations: Trial; trueQuotes: Trial }>
