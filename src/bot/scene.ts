import type { Lectern } from '../answer/lectern.ts'
import type { Behind } from '../behind/behind.ts'
import type { Claims } from './claims.ts'
import type { Ledger } from './ledger.ts'
import type { Platform, PlatformName } from './platform.ts'

export interface BotsOptions {
  lectern: Lectern
  platforms: readonly Platform[]
  claims: Claims
  /** Address of the site, for links; defaults to that of each request. */
  siteUrl?: string
  /** Absent where nothing is kept: replies then have no buttons to vote. */
  ledger?: Ledger
  /** For work behind a response, where a runtime hands over nothing to keep it alive; who closes waits for its `drain`. */
  behind: Behind
  log?(fault: { platform: PlatformName; what: string; error: unknown }): void
}

/** A request, and what is around it. */
export interface Scene {
  platform: Platform
  options: BotsOptions
  site: string
  /** Lets work end behind the response. */
  goOn(work: Promise<unknown>): void
  /** Begins work when the response is on its way. It must not fail. */
  afterwards(work: () => Promise<void>): void
}

/** Whether a delivery is for us to work on. Without the store, to answer twice is better than not at all. */
export async function claim(key: string, { platform, options }: Scene): Promise<boolean> {
  try {
    return await options.claims.claim(key)
  } catch (error) {
    options.log?.({ platform: platform.name, what: 'a delivery was not claimed', error })
    return true
  }
}
