/** A request as a platform makes it. */
export interface TrialRequest {
  /** What it is, for people: `its handshake`. */
  what: string
  /** Defaults to `POST`. */
  method?: 'GET' | 'POST'
  path: string
  headers?: Record<string, string>
  body?: string
}

/** One that a bot must take. */
export interface Trial extends TrialRequest {
  /** Whether what came of it is right; that its status is 200 goes without saying. */
  isAnswered(given: Given): boolean | Promise<boolean>
}

export interface Given {
  body: string
  /** Calls to the platform, none of which reached it. */
  calls: readonly { address: string; body: string }[]
}

/** What is tried of a bot, each on every route that it has. */
export interface Trials {
  own: Trial[]
  /** The same without the secret: 401. */
  forged: TrialRequest[]
  /** Variables for `own` in place of those that are set, where nobody but the platform can prove to be it. */
  madeUp?: Record<string, string>
}

/** @param variables of the platform, as `variablesOf` gives them. @param now milliseconds since 1970. */
export type MakeTrials = (variables: Readonly<Record<string, string>>, now: number) => Promise<Trials>

/** A secret that is nobody's, in a form that every platform's may have. */
export const nobodysSecret = 'bm9ib2R5IGhhcyB0aGlzIHNlY3JldCwgMzIgYnl0ZXM='

export const asJson = { 'Content-Type': 'application/json' }
export const asForm = { 'Content-Type': 'application/x-www-form-urlencoded' }

/** Whether it is what a bot says of itself who is asked nothing, in whatever form. */
export function isHelp(text: string): boolean {
  return text.includes('speaker')
}
