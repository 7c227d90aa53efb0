import { createBehind } from '../../src/behind/behind.ts'
import { type Host, playScene, site } from '../contract/platform-scene.ts'

/** In this process. */
export const onNode: Host = {
  name: 'Node',
  async open({ environment, taken }, options = {}) {
    const behind = createBehind()
    const fetch = async () => Response.json(taken)
    const { app, told, render } = playScene({ environment, options }, { fetch, behind })
    return {
      async post({ method = 'POST', path, headers, body }) {
        const response = await app.request(`${site}${path}`, {
          method,
          headers,
          ...(method === 'POST' && { body }),
        })
        return { status: response.status, body: await response.text() }
      },
      async told() {
        await behind.drain()
        return told
      },
      render: async (outcome) => render(outcome),
    }
  },
}
