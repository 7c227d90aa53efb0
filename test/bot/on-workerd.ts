import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Host, Told } from '../contract/platform-scene.ts'
import { startWorkerd } from '../support/workerd.ts'
import { sceneHeader, takenHeader } from './scene-headers.ts'
import type { Opening } from './scene-worker.ts'

/** In one workerd for all scenes, asked over HTTP; it is stopped after the tests of the file. */
export async function openWorkerdHost(): Promise<Host> {
  const { ready } = await startWorkerd(fileURLToPath(new URL('scene-worker.ts', import.meta.url)), {
    answer: ({ headers }) => headers.get(takenHeader) ?? '',
  })
  const { origin } = await ready
  const steer = async (path: string, body: unknown, headers = {}) => {
    const response = await fetch(`${origin}/scene/${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`/scene/${path}: ${await response.text()}`)
    return response.json()
  }
  return {
    name: 'workerd',
    async open({ environment, taken }, options = {}) {
      const id = await steer('open', { environment, taken, options } satisfies Opening)
      const scene = { [sceneHeader]: id as string }
      return {
        async post({ method = 'POST', path, headers, body }) {
          const response = await fetch(origin + path, {
            method,
            headers: { ...headers, ...scene },
            ...(method === 'POST' && { body }),
          })
          return { status: response.status, body: await response.text() }
        },
        async told() {
          for (;;) {
            const { told, going } = (await steer('told', {}, scene)) as { told: Told; going: number }
            if (going === 0) return told
            await wait(20)
          }
        },
        render: (outcome) => steer('render', outcome, scene),
      }
    },
  }
}
