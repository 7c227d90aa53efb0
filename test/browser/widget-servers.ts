import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface BareServer {
  /** Without a slash at the end. */
  url: string
  close(): Promise<void>
}

/** A server on loopback that answers by hand. */
export async function serveBare(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<BareServer> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** A site of somebody else's, with pages that embed the widget. */
export interface HostSite extends BareServer {
  /** Puts a page there, and gives its address. */
  put(html: string): string
  /** Violations of its policy, as browsers report them. */
  reports: string[]
}

/** Its pages load scripts and styles from itself only, ask only `connectable`, and allow nothing inline. */
export async function serveHost({
  script,
  styles = '',
  connectable,
}: {
  script: string
  styles?: string
  connectable: () => readonly string[]
}): Promise<HostSite> {
  const pages: string[] = []
  const reports: string[] = []
  const files: Record<string, [type: string, text: string]> = {
    '/widget.js': ['text/javascript; charset=utf-8', script],
    '/style.css': ['text/css; charset=utf-8', styles],
  }
  const server = await serveBare((request, response) => {
    const path = request.url ?? ''
    if (path === '/report') {
      request.on('data', (part) => reports.push(String(part))).on('end', () => response.end())
      return
    }
    const [type, text] = files[path] ?? [
      'text/html; charset=utf-8',
      pages[Number(path.slice('/page/'.length))],
    ]
    response.writeHead(text === undefined ? 404 : 200, {
      'Content-Type': type,
      'Content-Security-Policy': [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        `connect-src 'self' ${connectable().join(' ')}`,
        "require-trusted-types-for 'script'",
        'report-uri /report',
      ].join('; '),
    })
    response.end(text)
  })
  const put = (html: string) => `${server.url}/page/${pages.push(html) - 1}`
  return { ...server, put, reports }
}
