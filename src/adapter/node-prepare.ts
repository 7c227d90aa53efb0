import { setTimeout as wait } from 'node:timers/promises'
import type { Lectern } from '../answer/lectern.ts'

/** Between two pieces of work, in milliseconds: most of the time is left to requests. */
const pause = 10

/** Prepares behind requests, and keeps no process alive for it. A fault is met again by who asks for the same. */
export function prepareBehind(lectern: Lectern): void {
  lectern.prepare(() => wait(pause, undefined, { ref: false })).catch(() => {})
}
