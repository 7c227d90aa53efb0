import type { ExecutionContext } from 'hono'
import type { Outcome } from '../../src/answer/answer.ts'
import { playScene, type SceneSetting } from '../contract/platform-scene.ts'
import { sceneHeader, takenHeader } from './scene-headers.ts'

/** Opens a scene. */
export interface Opening extends SceneSetting {
  taken: unknown
}

/** How many works go on behind responses, by their scene. Each ends in the context of its own request. */
const going = new Map<string, number>()
const scenes = new Map<string, ReturnType<typeof playScene>>()

/** A Worker in which bots play for the suite, which runs outside of workerd. */
export default {
  async fetch(request: Request, bindings: object, context: ExecutionContext): Promise<Response> {
    const { pathname } = new URL(request.url)
    if (pathname === '/scene/open') return Response.json(open((await request.json()) as Opening))
    const id = request.headers.get(sceneHeader) ?? ''
    const scene = scenes.get(id)
    if (!scene) return new Response('there is no such scene', { status: 410 })
    if (pathname === '/scene/told') return Response.json({ told: scene.told, going: going.get(id) ?? 0 })
    if (pathname === '/scene/render') return Response.json(scene.render((await request.json()) as Outcome))
    const response = await scene.app.fetch(request, bindings, counted(id, context))
    // workerd closes a connection on which a body is left unread, and the next request on it fails.
    if (!request.bodyUsed) await request.arrayBuffer()
    return response
  },
}

// ---------------------------------------------------------------------------

function open({ taken, ...setting }: Opening): string {
  const id = String(scenes.size)
  const call: typeof fetch = (address, init) =>
    fetch(address, { ...init, headers: { ...init?.headers, [takenHeader]: JSON.stringify(taken) } })
  const behind = {
    goOn() {
      throw new Error('a Worker has a context to tell')
    },
    async drain() {},
  }
  scenes.set(id, playScene(setting, { fetch: call, behind }))
  return id
}

function counted(id: string, context: ExecutionContext): ExecutionContext {
  const add = (one: number) => going.set(id, (going.get(id) ?? 0) + one)
  return {
    waitUntil(work) {
      add(1)
      context.waitUntil(work.finally(() => add(-1)))
    },
    passThroughOnException() {},
    props: {},
  }
}
