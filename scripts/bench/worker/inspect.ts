import { createRequire } from 'node:module'
import { dirname } from 'node:path'

const require = createRequire(import.meta.url)

/** The client of WebSockets that wrangler brings: Node 20 has none of its own. */
function openSocket(address: string): Socket {
  const wrangler = dirname(require.resolve('wrangler/package.json'))
  const miniflare = dirname(require.resolve('miniflare', { paths: [wrangler] }))
  const { WebSocket } = require(require.resolve('ws', { paths: [miniflare] })) as {
    WebSocket: new (address: string) => Socket
  }
  return new WebSocket(address)
}

/**
 * Bytes that the isolate of workerd's service `main` holds: its heap, with what is garbage and has not been cleared
 * away yet, and its buffers.
 * @param port of the inspector
 */
export async function readHeld(port: number): Promise<number> {
  const socket = openSocket(`ws://127.0.0.1:${port}/main`)
  try {
    const told = await new Promise<HeapUsage>((resolve, reject) => {
      socket.on('open', () => socket.send(JSON.stringify({ id: 1, method: 'Runtime.getHeapUsage' })))
      // It also tells of what nobody asked for.
      socket.on('message', (text) => {
        const { id, result } = JSON.parse(String(text)) as { id?: number; result: HeapUsage }
        if (id === 1) resolve(result)
      })
      socket.on('error', reject)
    })
    const { usedSize, embedderHeapUsedSize, backingStorageSize } = told
    return usedSize + embedderHeapUsedSize + backingStorageSize
  } finally {
    socket.close()
  }
}

// ---------------------------------------------------------------------------

interface Socket {
  send(text: string): void
  close(): void
  on(event: 'open' | 'message' | 'error', told: (what: unknown) => void): void
}

/** What the inspector of V8 tells, in bytes. */
interface HeapUsage {
  usedSize: number
  embedderHeapUsedSize: number
  backingStorageSize: number
}
