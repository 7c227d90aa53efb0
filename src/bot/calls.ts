/** Calls to a platform. Resolves to the parsed JSON of the answer. @throws {CallError} */
export type Call = (address: string, init: CallInit) => Promise<unknown>

export interface CallInit {
  /** Defaults to `POST`. */
  method?: 'POST' | 'PATCH'
  headers?: Record<string, string>
  body: unknown
}

export class CallError extends Error {
  override name = 'CallError'
  /** What was answered, parsed if it was JSON: some tell their reason beside a status that is not 200. */
  readonly answer: unknown

  constructor(message: string, answer?: unknown) {
    super(message)
    this.answer = answer
  }
}

export interface CallOptions {
  fetch: typeof fetch
  /** Hosts that may be called, exactly these: an address may come from a request. */
  hosts: readonly string[]
  /** Milliseconds. */
  timeout?: number
  /** For tests against this machine: `http:` is allowed for hosts that are listed with their port. */
  isLocal?: boolean
}

/** Sends JSON to hosts of a list, over https, without following redirects. */
export function createCall({ fetch, hosts, timeout = 5000, isLocal = false }: CallOptions): Call {
  return async (address, { method = 'POST', headers, body }) => {
    const url = checkAddress(address, hosts, isLocal)
    const response = await fetch(url, {
      method,
      // A redirect is no answer of 200, and fails below. Workers do not know `error`.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
      headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
      body: JSON.stringify(body),
    })
    const answer = readAnswer(await response.text())
    if (!response.ok) throw new CallError(`${url.host} answered ${response.status}`, answer)
    return answer
  }
}

/** Whether an address may be called. */
export function mayCall(address: string, hosts: readonly string[]): boolean {
  try {
    checkAddress(address, hosts, false)
    return true
  } catch {
    return false
  }
}

// ---------------------------------------------------------------------------

function readAnswer(text: string): unknown {
  try {
    return text === '' ? {} : JSON.parse(text)
  } catch {
    // Some answer with a word in plain text.
    return text
  }
}

function checkAddress(address: string, hosts: readonly string[], isLocal: boolean): URL {
  let url: URL
  try {
    url = new URL(address)
  } catch {
    throw new CallError('the address of a call is none')
  }
  const isSafe = url.protocol === 'https:' || (isLocal && url.protocol === 'http:')
  if (!isSafe || url.username !== '' || url.password !== '' || !hosts.includes(url.host))
    throw new CallError(`calls go to ${hosts.join(', ')} alone, not to ${url.protocol}//${url.host}`)
  return url
}
