import { openBots } from '../../../src/adapter/bots.ts'
import { openIndexFolder } from '../../../src/adapter/node-index.ts'
import { openNodeStore } from '../../../src/adapter/node-store.ts'
import { createLectern } from '../../../src/answer/create-lectern.ts'
import { createBehind } from '../../../src/behind/behind.ts'
import { createApp } from '../../../src/http/app.ts'
import { secrets } from '../../../test/bot/secrets.ts'
import { site } from '../../../test/bot/shown.ts'
import type { Called } from '../../../test/contract/platform-case.ts'

export interface SceneOptions {
  /** Folder of the index. */
  index: string
  /** File of the store; without it nothing is kept. */
  store?: string
}

/** What became of a request. */
export interface Answered {
  body: string
  calls: Called[]
  /** Milliseconds until the body was there. */
  responded: number
  /** Milliseconds until the last call was made; those of the response where there was none. */
  called: number
}

/** The whole program as `lectern serve` puts it together, with all bots, no network and no kept answers. */
export interface Scene {
  /** @param taken what a platform that is called answers, at once. */
  send(request: Request, taken?: unknown): Promise<Answered>
  close(): Promise<void>
}

export async function openScene({ index, store: location }: SceneOptions): Promise<Scene> {
  const lectern = createLectern(await openIndexFolder(index))
  // As after the first minutes of `lectern serve`, which prepares behind requests.
  await lectern.prepare(async () => {})
  const store = location === undefined ? undefined : await openNodeStore({ location })
  const behind = createBehind()
  const kept = { ...(store && { store }), siteUrl: site }
  const tellFault = ({ error }: { error: unknown }) => {
    throw error
  }
  const bots = await openBots({ lectern, behind, environment: secrets, tellFault, ...kept })
  const app = createApp({
    lectern,
    version: '0.0.0',
    goOn: behind.goOn,
    ...(bots && { mount: bots.mount }),
    ...kept,
  })
  const platforms = takeCalls()
  return {
    async send(request, taken) {
      const calls = platforms.answer(taken)
      const begun = performance.now()
      const response = await app.fetch(request)
      const body = await response.text()
      const responded = performance.now() - begun
      // The next one must not pay for what goes on behind.
      await behind.drain()
      if (response.status !== 200) throw new Error(`${request.url} answered ${response.status}`)
      return { body, calls, responded, called: (calls.at(-1)?.at ?? begun + responded) - begun }
    },
    async close() {
      await store?.close()
    },
  }
}

// ---------------------------------------------------------------------------

/** Takes the place of `fetch` in this process: every platform that is called answers at once. */
function takeCalls() {
  let calls: (Called & { at: number })[] = []
  let given: unknown
  globalThis.fetch = async (address, init) => {
    const at = performance.now()
    calls.push({
      at,
      method: String(init?.method),
      address: String(address),
      body: JSON.parse(String(init?.body)),
    })
    return new Response(JSON.stringify(given))
  }
  return {
    answer(taken: unknown) {
      calls = []
      given = taken
      return calls
    },
  }
}
