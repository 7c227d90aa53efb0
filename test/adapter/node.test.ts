import { Agent, get, request } from 'node:http'
import { connect } from 'node:net'
import { Hono } from 'hono'
import { afterEach, describe, expect, it } from 'vitest'
import { type NodeServer, serveNode } from '../../src/adapter/node.ts'
import { nodeAssets } from '../../src/adapter/node-assets.ts'
import type { AssetName } from '../../src/http/assets.ts'
import { openApp } from '../http/open-app.ts'

const servers: NodeServer[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

async function serve(app: Hono): Promise<NodeServer> {
  const server = await serveNode({ app, port: 0 })
  servers.push(server)
  return server
}

/** Sends text as it is and reads until the other side hangs up. */
function sendRaw(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    let received = ''
    const socket = connect(Number(port), hostname, () => socket.write(text))
    socket.setEncoding('utf8')
    socket.on('data', (chunk) => {
      received += chunk
    })
    socket.on('close', () => resolve(received))
    socket.on('error', reject)
  })
}

describe('the Node server', () => {
  it('answers as soon as it says where it listens', async () => {
    const { url } = await serve(await openApp())
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u)
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: 'ok' })
  })

  it('says which port is in use and what to do', async () => {
    const { url } = await serve(await openApp())
    const port = Number(new URL(url).port)
    await expect(serveNode({ app: new Hono(), port })).rejects.toMatchObject({
      code: 'port-in-use',
      message: `port ${port} is in use on 127.0.0.1: stop the program that holds it, or give another with --port (0 takes any free one)`,
    })
  })

  it('says that it cannot listen on an address that is not its own', async () => {
    const listening = serveNode({ app: new Hono(), port: 0, hostname: '192.0.2.1' })
    await expect(listening).rejects.toMatchObject({ code: 'listen-failed' })
  })

  it('lets a request under way end before it closes', async () => {
    const app = new Hono().get('/slow', async (c) => {
      await new Promise((resolve) => setTimeout(resolve, 300))
      return c.text('done')
    })
    const { url, close } = await serveNode({ app, port: 0 })
    const response = fetch(`${url}/slow`)
    await new Promise((resolve) => setTimeout(resolve, 100))
    const closed = close()
    expect(await (await response).text()).toBe('done')
    await closed
    await expect(fetch(`${url}/slow`)).rejects.toThrow()
  })

  it('does not wait for connections that are only kept alive, or that never end', async () => {
    const { url, close } = await serveNode({ app: new Hono().get('/', (c) => c.text('hi')), port: 0 })
    const agent = new Agent({ keepAlive: true })
    await new Promise((resolve) => get(url, { agent }, (response) => response.resume().on('end', resolve)))
    const half = request(`${url}/`, { method: 'POST', headers: { 'Content-Length': 10 } })
    half.on('error', () => {})
    half.write('half')
    const start = performance.now()
    await new Promise((resolve) => setTimeout(resolve, 100))
    await close()
    expect(performance.now() - start).toBeLessThan(3000)
    agent.destroy()
  })

  it('refuses a body above 64 KiB whose length nobody told', async () => {
    const { url } = await serve(await openApp())
    const { port } = new URL(url)
    const status = await new Promise((resolve, reject) => {
      const headers = { 'Content-Type': 'application/json' }
      const sending = request({ port, path: '/api/ask', method: 'POST', headers }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
      sending.on('error', reject)
      sending.write(`{"question":"${'a'.repeat(40_000)}`)
      setTimeout(() => sending.end(`${'a'.repeat(40_000)}"}`), 20)
    })
    expect(status).toBe(413)
  })

  it('takes a body in pieces whose length nobody told', async () => {
    const { url } = await serve(await openApp())
    const pieces = ['{"question":', '"大桥什么时候', '通车"}']
    const body = new ReadableStream({
      start(controller) {
        for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece))
        controller.close()
      },
    })
    const headers = { 'Content-Type': 'application/json' }
    const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit
    const response = await fetch(`${url}/api/ask`, init)
    expect(await response.json()).toMatchObject({ kind: 'answer', question: '大桥什么时候通车' })
  })

  it('says what to do when URL and headers are too long for it to read', async () => {
    const { url } = await serve(await openApp())
    const received = await sendRaw(url, `GET /api/ask?q=${'a'.repeat(100_000)} HTTP/1.1\r\nHost: x\r\n\r\n`)
    expect(received).toMatch(/^HTTP\/1\.1 431 /u)
    expect(received).toContain('Send long questions with POST /api/ask.')
  })

  it('says so when it is not spoken HTTP to', async () => {
    const { url } = await serve(await openApp())
    const received = await sendRaw(url, 'what is your name?\r\n\r\n')
    expect(received).toMatch(/^HTTP\/1\.1 400 /u)
    expect(received).toContain('"code":"http-malformed"')
  })
})

describe("Swagger UI's files", () => {
  it('are read from where npm put them, and no others are', async () => {
    const assets = nodeAssets()
    expect((await assets.read('swagger-ui.css'))?.type).toBe('text/css; charset=utf-8')
    expect((await assets.read('swagger-ui-bundle.js'))?.body.length).toBeGreaterThan(100_000)
    expect(await assets.read('package.json' as AssetName)).toBeUndefined()
    expect(await assets.read('../hono/package.json' as AssetName)).toBeUndefined()
  })
})
