import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterFile } from '../support/after-file.ts'
import { checkSlackMessage } from './slack-limits.ts'

export interface FakeSlack {
  /** What was posted and taken, in its order. */
  posts: { path: string; body: Record<string, unknown> }[]
  /** Why anything was not taken. */
  refusals: string[]
  /** Reaches it under the names of Slack's hosts. */
  fetch: typeof fetch
}

/** Slack's side on this machine: the Web API and the addresses to respond to, with what Slack checks of a message. */
export async function startFakeSlack(botToken: string): Promise<FakeSlack> {
  const posts: FakeSlack['posts'] = []
  const refusals: string[] = []
  const server = createServer(async (request, response) => {
    const path = request.url ?? ''
    const text = await readBody(request)
    try {
      posts.push({ path, body: check(request, path, text, botToken) })
      const isApi = path.startsWith('/api/')
      response.writeHead(200, { 'Content-Type': isApi ? 'application/json' : 'text/html' })
      response.end(isApi ? '{"ok":true,"ts":"1.2"}' : 'ok')
    } catch (error) {
      refusals.push(`${path}: ${error}`)
      response
        .writeHead(200, { 'Content-Type': 'application/json' })
        .end('{"ok":false,"error":"invalid_blocks"}')
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterFile(() => new Promise((resolve) => server.close(resolve)))
  const { port } = server.address() as AddressInfo
  return {
    posts,
    refusals,
    fetch(address, init) {
      const { pathname } = new URL(String(address))
      return fetch(`http://127.0.0.1:${port}${pathname}`, {
        ...init,
        headers: { ...init?.headers, Connection: 'close' },
      })
    },
  }
}

// ---------------------------------------------------------------------------

function check({ method, headers }: IncomingMessage, path: string, text: string, botToken: string) {
  if (method !== 'POST') throw new Error(`${method} is no way to post`)
  if (!headers['content-type']?.startsWith('application/json')) throw new Error('this is no JSON')
  const body = JSON.parse(text) as Record<string, unknown>
  if (path === '/api/chat.postMessage') {
    if (headers.authorization !== `Bearer ${botToken}`) throw new Error('invalid_auth')
    if (typeof body.channel !== 'string') throw new Error('channel_not_found')
    if (typeof body.thread_ts !== 'string') throw new Error('it is not in the thread')
    checkSlackMessage(body)
  } else if (!/^\/(?:commands|actions)\/T1\//u.test(path)) {
    throw new Error('unknown_method')
  } else if ('blocks' in body) {
    checkSlackMessage(body)
  }
  return body
}

async function readBody(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request.setEncoding('utf8')) text += chunk
  return text
}
