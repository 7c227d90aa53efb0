import * as z from 'zod'
import { LecternError } from '../errors.ts'
import { decodeEntities } from './entities.ts'
import type { Platform, RawRequest, Reading } from './platform.ts'
import { fromBase64, fromJson, fromUtf8, toBase64, verifyHmac } from './proof.ts'
import { renderTeams, type TeamsMessage } from './teams-message.ts'

export interface TeamsConfig {
  /** `TEAMS_OUTGOING_WEBHOOK_SECRET`, base64, as Teams shows it once. */
  secret: string
}

export interface TeamsOptions extends TeamsConfig {
  /** Milliseconds since 1970. */
  now(): number
}

/** Teams waits five seconds, and takes no later answer. In milliseconds. */
const deadline = 3800
/** How far the time of a message may be from ours, where it tells one. In milliseconds. */
const tolerance = 600_000

/**
 * An outgoing webhook of a team. It answers in the response alone, and its buttons only open addresses.
 * @throws {LecternError} `config-invalid` for a secret that is no base64.
 */
export function createTeams({ secret, now }: TeamsOptions): Platform<TeamsMessage> {
  const key = fromBase64(secret)
  if (!key) throw new LecternError('config-invalid', 'TEAMS_OUTGOING_WEBHOOK_SECRET is no base64')
  return {
    name: 'teams',
    render: renderTeams,
    endpoints: [
      {
        path: '/bots/teams',
        methods: ['POST'],
        async read(request) {
          const proof = await prove(request, key)
          return proof === undefined
            ? { kind: 'refused' }
            : readActivity(fromUtf8(request.body), proof, now())
        },
      },
    ],
  }
}

// ---------------------------------------------------------------------------

/** The proof, if it is one: the same for the same bytes. */
async function prove(
  { headers, body }: RawRequest,
  key: Uint8Array<ArrayBuffer>,
): Promise<string | undefined> {
  const [, proof] = /^HMAC (\S+)$/u.exec(headers.get('Authorization') ?? '') ?? []
  const mac = proof === undefined ? undefined : fromBase64(proof)
  return mac && (await verifyHmac(key, body, mac)) ? toBase64(mac) : undefined
}

const activitySchema = z.looseObject({
  type: z.string(),
  id: z.string().min(1).optional(),
  timestamp: z.string().optional(),
  text: z.string().default(''),
  from: z
    .looseObject({
      id: z.string().default(''),
      aadObjectId: z.string().nullish(),
      role: z.string().nullish(),
    })
    .default({ id: '' }),
  locale: z.string().nullish(),
})

function readActivity(body: string | undefined, proof: string, now: number): Reading<TeamsMessage> {
  const read = activitySchema.safeParse(fromJson(body))
  if (!read.success) return { kind: 'unreadable' }
  const { type, id, timestamp, text, from, locale } = read.data
  const time = timestamp === undefined ? now : Date.parse(timestamp)
  if (Number.isNaN(time)) return { kind: 'unreadable' }
  if (Math.abs(now - time) > tolerance) return { kind: 'refused' }
  // Ids of bots begin so.
  const isBot = from.role === 'bot' || from.id.startsWith('28:')
  if (type !== 'message' || isBot) return { kind: 'settled', response: nothing }
  return {
    kind: 'question',
    delivery: id ?? proof,
    user: from.aadObjectId ?? from.id,
    ...(locale && { locale }),
    words: toWords(text),
    deadline,
    retries: false,
    inline: (message) => ({ body: JSON.stringify(message) }),
    acknowledge: () => nothing,
  }
}

const nothing = { body: '{}' }

/** Messages are HTML: without mentions and tags; where a tag begins a line, words are apart. */
function toWords(html: string): string {
  const bare = html
    .replace(/<at\b[^<>]*>[^<]*<\/at>/giu, ' ')
    .replace(/<\/?(?:p|div|br|li|ul|ol|td|th|tr|table|blockquote|pre|h\d)\b[^<>]*>/giu, ' ')
    .replace(/<[^<>]*>/gu, '')
  return decodeEntities(bare).replace(/\s+/gu, ' ').trim()
}
