import { openBots } from '../adapter/bots.ts'
import { createLectern } from '../answer/create-lectern.ts'
import { createBehind } from '../behind/behind.ts'
import type { Given, TrialRequest } from '../bot/trial/trial.ts'
import { createApp } from '../http/app.ts'
import { buildIndex } from '../search/build.ts'
import { openIndex } from '../search/open.ts'
import { createLexicon } from '../text/lexicon.ts'
import { packageVersion } from './version.ts'

/** Sends a request, and tells what came of it. */
export type Send = (request: TrialRequest) => Promise<Given & { status: number }>

/**
 * The app that `lectern serve` serves, in this process, with an index of nothing. Its bots call nobody: what they would
 * have sent is told.
 * @throws {LecternError} as `openBots`.
 */
export async function openDoctorApp(environment: Readonly<Record<string, string>>): Promise<Send> {
  const { files } = await buildIndex([], { lexicon: createLexicon([]) })
  const lectern = createLectern(await openIndex(async (name) => files.get(name)))
  const behind = createBehind()
  let calls: { address: string; body: string }[] = []
  const bots = await openBots({
    lectern,
    environment,
    behind,
    async fetch(address, init) {
      calls.push({ address: String(address), body: String(init?.body) })
      throw new Error('the doctor calls nobody')
    },
    tellFault() {},
  })
  const app = createApp({ lectern, version: packageVersion, ...(bots && { mount: bots.mount }) })
  return async ({ method = 'POST', path, headers = {}, body }) => {
    calls = []
    const response = await app.request(path, { method, headers, ...(body !== undefined && { body }) })
    await behind.drain()
    return { status: response.status, body: await response.text(), calls }
  }
}
