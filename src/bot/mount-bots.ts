import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type Afterwards, createAfterwards } from '../behind/afterwards.ts'
import { executionOf } from '../behind/execution.ts'
import { answerMore, answerQuestion } from './ask.ts'
import { deliver } from './deliver.ts'
import { keepVote } from './keep-vote.ts'
import { type BotResponse, type Endpoint, type Platform, type Reading, refusal } from './platform.ts'
import type { BotsOptions, Scene } from './scene.ts'

/** Longest body, in bytes. */
const bodyLength = 65_536

/** Routes of all platforms below `/bots`. Those of a platform that is not given do not exist. */
export function mountBots(app: Hono, options: BotsOptions): void {
  const afterwards = createAfterwards()
  for (const platform of options.platforms)
    for (const endpoint of platform.endpoints) {
      const handler = createHandler({ platform, endpoint, options, afterwards })
      app.on([...endpoint.methods], endpoint.path, limitBody, handler)
    }
}

// ---------------------------------------------------------------------------

const limitBody = bodyLimit({ maxSize: bodyLength, onError: (c) => c.text('too large', 413) })

type Handler = (c: Context) => Promise<Response>

interface HandlerOptions {
  platform: Platform
  endpoint: Endpoint
  options: BotsOptions
  afterwards: Afterwards
}

function createHandler({ platform, endpoint, options, afterwards }: HandlerOptions): Handler {
  return async (c) => {
    const body = new Uint8Array(await c.req.arrayBuffer())
    const url = new URL(c.req.url)
    const reading = await endpoint.read({ method: c.req.method, url, headers: c.req.raw.headers, body })
    const site = options.siteUrl ?? url.origin
    const execution = executionOf(c)
    const goOn = (work: Promise<unknown>) =>
      execution ? execution.waitUntil(work) : options.behind.goOn(work)
    let respond = () => {}
    const responded = new Promise<void>((resolve) => {
      respond = resolve
    })
    const keep = (work: () => Promise<void>) => afterwards(work, goOn, responded)
    try {
      return send(await settle(reading, { platform, options, site, goOn, afterwards: keep }))
    } finally {
      respond()
    }
  }
}

async function settle(reading: Reading, scene: Scene): Promise<BotResponse> {
  switch (reading.kind) {
    case 'refused':
      return refusal
    case 'unreadable':
      return { status: 400, body: 'unreadable', type: 'text/plain' }
    case 'settled':
      return reading.response
    case 'question':
      return deliver(reading, scene, () => answerQuestion(reading, scene))
    case 'more':
      return deliver(reading, scene, () => answerMore(reading, scene))
    case 'vote':
      return keepVote(reading, scene)
  }
}

function send({ status = 200, body, type = 'application/json' }: BotResponse): Response {
  if (body === undefined) return new Response(null, { status })
  return new Response(body, { status, headers: { 'Content-Type': type } })
}
