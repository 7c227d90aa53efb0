import type { RequestIdVariables } from 'hono/request-id'
import type { Lectern } from '../answer/lectern.ts'
import type { KeptAnswer } from './answer-store.ts'
import type { TellAsked } from './asked.ts'
import type { Assets } from './assets.ts'
import type { Metrics } from './metrics.ts'
import type { Speaker } from './speakers.ts'

/** What a request carries. */
export type Variables = RequestIdVariables & {
  /** Address of the site, `https://host`, without a slash at the end. */
  site: string
  /** Whether the scripts of the pages are served. */
  scripted: boolean
  /** What is answered to a question, for whoever keeps answers. */
  answered?: KeptAnswer
}

/** What routes are given. */
export interface Served {
  lectern: Lectern
  /** Who replies or makes statements. */
  speakers(): readonly Speaker[]
  /** Version of the program. */
  version: string
  metrics: Metrics
  /** To be told of every question with its outcome. */
  tellAsked: TellAsked
  /** Whether readers may say if an answer helped. */
  takesFeedback: boolean
  assets: Assets | undefined
  /** Origins whose pages may ask. */
  corsOrigins: readonly string[]
  /** The day it is, `YYYY-MM-DD`. */
  today(): string
}
