/**
 * The bodies of responses as one, end to end; undefined where a response is missing. With `size` told, memory is asked
 * for once, and each body is read into its place: what a Worker holds of an image is the image, and never a copy.
 */
export async function readJoined(
  responses: readonly (Response | undefined)[],
  size: number | undefined,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const bodies = responses.map((response) => response?.body)
  if (bodies.some((body) => !body)) {
    await Promise.all(bodies.map((body) => body?.cancel()))
    return undefined
  }
  if (size === undefined) return new Uint8Array(await new Blob(await readAll(responses)).arrayBuffer())
  let into: Filled = { bytes: new Uint8Array(size), at: 0 }
  for (const body of bodies) into = await readInto(into, body as ReadableStream<Uint8Array>)
  return into.at === size ? into.bytes : into.bytes.subarray(0, into.at)
}

// ---------------------------------------------------------------------------

interface Filled {
  bytes: Uint8Array<ArrayBuffer>
  /** Where the next byte goes. */
  at: number
}

function readAll(responses: readonly (Response | undefined)[]): Promise<ArrayBuffer[]> {
  return Promise.all(responses.flatMap((response) => response?.arrayBuffer() ?? []))
}

/** Reads to the end of a body, or of the bytes. Each read takes their memory away and gives it back. */
async function readInto({ bytes, at }: Filled, body: ReadableStream<Uint8Array>): Promise<Filled> {
  const reader = body.getReader({ mode: 'byob' }) as Reader
  while (at < bytes.length) {
    const rest = bytes.subarray(at)
    const { done, value } = await (reader.readAtLeast?.(rest.length, rest) ?? reader.read(rest))
    if (value) bytes = new Uint8Array(value.buffer)
    at += value?.length ?? 0
    if (done) break
  }
  await reader.cancel()
  return { bytes, at }
}

/** Workers have a way to read more than what has just come. */
interface Reader {
  read(into: Uint8Array<ArrayBuffer>): Promise<{ done: boolean; value?: Uint8Array<ArrayBuffer> | undefined }>
  readAtLeast?(least: number, into: Uint8Array<ArrayBuffer>): ReturnType<Reader['read']>
  cancel(): Promise<void>
}
