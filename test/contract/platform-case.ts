/** A request to be made: proofs are made of its bytes, last of all. */
export interface Sent {
  method?: string
  path: string
  headers: Record<string, string>
  body: string
}

export interface AskOptions {
  delivery?: string
  user?: string
  /** The author is a bot, or this one. */
  isBot?: boolean
  /** Milliseconds since 1970 that the platform says it is. */
  at?: number
  /** Another secret than the right one. */
  secret?: string
}

/** A call to the platform. */
export interface Called {
  method: string
  address: string
  body: unknown
}

/** What the suite must know of a platform. */
export interface PlatformCase {
  name: string
  /** How it asks, where it can in several ways: `by command`. */
  way?: string
  /** What puts it on. */
  environment: Readonly<Record<string, string>>
  ask(words: string, options?: AskOptions): Promise<Sent>
  /** Somebody says whether an answer was good; absent where links to a page do that. */
  vote?(token: string, options?: AskOptions): Promise<Sent>
  /** Whether nothing but its token proves a vote, so that a delivery tells nothing: the last one counts. */
  byTokenAlone?: true
  /** Headers and places of the body that prove where a request comes from. */
  proofs: readonly string[]
  /** Seconds that the time of a request may be off; absent where nothing tells a time. */
  tolerance?: number
  /** Where the platform does not tell whether an author is a bot. */
  tellsBots?: false
  /** Whether a change of the body shows. Where only a token is compared, it does not. */
  coversBody: boolean
  /** Body of the answer to a call that the platform took. */
  taken: unknown
  /** The message, out of the response or what was called. */
  messageOf(response: { status: number; body: string }, calls: readonly Called[]): Promise<unknown>
  /** The quotes of a message as whoever reads it sees them: escapes undone. */
  wordsOf(message: unknown): string[]
  /** Throws where the platform would refuse the message, or show it otherwise. */
  checkLimits(message: unknown): void
}

/** When the suite plays, in milliseconds since 1970. */
export const start = Date.UTC(2026, 10, 3, 9)

/** In a form that every platform's secrets may have. */
export const othersSecret = 'c2VjcmV0IG9mIHNvbWVib2R5IGVsc2UsIDMyIGI='

/** What a request has for a proof. @param proof a header, or `body.name` or `query.name` for a field. */
export function proofOf({ path, headers, body }: Sent, proof: string): string {
  const [place, name] = proof.split('.') as [string, string | undefined]
  if (name === undefined) return headers[proof] ?? ''
  if (place === 'query') return new URL(path, 'https://lectern.example').searchParams.get(name) ?? ''
  if (body.startsWith('{')) return String((JSON.parse(body) as Record<string, unknown>)[name] ?? '')
  return new URLSearchParams(body).get(name) ?? ''
}

/** The request with another proof. @param proof as for `proofOf`. */
export async function withProof(sent: Sent, proof: string, value: string | undefined): Promise<Sent> {
  const [place, name] = proof.split('.') as [string, string | undefined]
  if (name === undefined) {
    const { [proof]: _, ...headers } = sent.headers
    return { ...sent, headers: value === undefined ? headers : { ...headers, [proof]: value } }
  }
  if (place === 'query') {
    const url = new URL(sent.path, 'https://lectern.example')
    if (value === undefined) url.searchParams.delete(name)
    else url.searchParams.set(name, value)
    return { ...sent, path: `${url.pathname}${url.search}` }
  }
  if (sent.body.startsWith('{')) {
    const { [name]: _, ...rest } = JSON.parse(sent.body) as Record<string, unknown>
    return { ...sent, body: JSON.stringify(value === undefined ? rest : { ...rest, [name]: value }) }
  }
  const form = new URLSearchParams(sent.body)
  if (value === undefined) form.delete(name)
  else form.set(name, value)
  return { ...sent, body: form.toString() }
}
