import type { Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'
import { LecternError } from '../errors.ts'

export interface ServeOptions {
  app: Hono
  /** 0 takes any free port. */
  port: number
  /** Defaults to `127.0.0.1`: this machine only. `0.0.0.0` serves the network. */
  hostname?: string
}

export interface NodeServer {
  /** `http://host:port`, without a slash at the end. */
  url: string
  /** Takes no more requests, lets those under way end, at most 2 seconds. */
  close(): Promise<void>
}

/** Longest request line and headers together, in bytes: `http/` refuses long URLs before this, in better words. */
const headerLength = 65_536
/** How long requests under way may take to end, in milliseconds. */
const drainTime = 2000

/**
 * Serves the app; resolves once it listens.
 * @throws {LecternError} `port-in-use`, `listen-failed`.
 */
export async function serveNode({ app, port, hostname = '127.0.0.1' }: ServeOptions): Promise<NodeServer> {
  const serverOptions = { maxHeaderSize: headerLength }
  const server = createAdaptorServer({ fetch: app.fetch, serverOptions }) as Server
  server.on('clientError', refuseUnreadable)
  await listen(server, port, hostname)
  const { port: taken } = server.address() as AddressInfo
  const host = hostname.includes(':') ? `[${hostname}]` : hostname
  return { url: `http://${host}:${taken}`, close: () => close(server) }
}

// ---------------------------------------------------------------------------

function listen(server: Server, port: number, hostname: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(toListenError(error, port, hostname)))
    server.listen(port, hostname, resolve)
  })
}

function toListenError(error: NodeJS.ErrnoException, port: number, hostname: string): LecternError {
  if (error.code === 'EADDRINUSE') {
    const message = `port ${port} is in use on ${hostname}: stop the program that holds it, or give another with --port (0 takes any free one)`
    return new LecternError('port-in-use', message, { cause: error })
  }
  return new LecternError('listen-failed', `cannot listen on ${hostname}:${port}: ${error.message}`, {
    cause: error,
  })
}

/** Connections kept alive without a request are closed as soon as they idle; after `drainTime`, all are. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const sweep = setInterval(() => server.closeIdleConnections(), 50)
    const cut = setTimeout(() => server.closeAllConnections(), drainTime)
    server.close(() => {
      clearInterval(sweep)
      clearTimeout(cut)
      resolve()
    })
    server.closeIdleConnections()
  })
}

/** Node answers requests that it cannot read without any body: this says what to do. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const tooLong = error.code === 'HPE_HEADER_OVERFLOW'
  const [status, title, code, detail] = tooLong
    ? [
        431,
        'Request Header Fields Too Large',
        'headers-too-large',
        `URL and headers are longer than ${headerLength} bytes. Send long questions with POST /api/ask.`,
      ]
    : [400, 'Bad Request', 'http-malformed', 'This is not an HTTP request that can be read.']
  const body = JSON.stringify({ type: 'about:blank', title, status, detail, code })
  const head = [
    `HTTP/1.1 ${status} ${title}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
