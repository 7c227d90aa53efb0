import type { Reply } from './reply.ts'

export const platformNames = [
  'slack',
  'feishu',
  'dingtalk',
  'wecom',
  'discord',
  'teams',
  'mattermost',
  'rocketchat',
] as const

export type PlatformName = (typeof platformNames)[number]

/** A request as it came. What platforms sign are its bytes, so they are kept as they are. */
export interface RawRequest {
  method: string
  url: URL
  headers: Headers
  body: Uint8Array<ArrayBuffer>
}

/** What a platform is answered. Defaults to 200 with no body. */
export interface BotResponse {
  status?: number
  body?: string
  /** Defaults to `application/json`. */
  type?: string
}

/** What somebody is answered who does not prove to be the platform. */
export const refusal: BotResponse = { status: 401, body: 'unauthorized', type: 'text/plain' }

/** A chat platform: how its requests prove where they come from and what they say, and how it shows a reply. */
export interface Platform<Message = unknown> {
  readonly name: PlatformName
  readonly endpoints: readonly Endpoint<Message>[]
  /** Within the platform's limits, and so that nothing quoted can call people, open links or become markup. */
  render(reply: Reply): Message
}

export interface Endpoint<Message = unknown> {
  /** Below `/bots`: `/bots/slack/command`. */
  readonly path: string
  readonly methods: readonly ('GET' | 'POST')[]
  /** Proof first, then what the request says. Throws nothing for whatever it is given. */
  read(request: RawRequest): Promise<Reading<Message>>
}

/** What a request turns out to be. */
export type Reading<Message = unknown> =
  /** It does not prove that it comes from the platform: 401, and no word more. */
  | { kind: 'refused' }
  /** The proof is good, and the rest cannot be read. */
  | { kind: 'unreadable' }
  /** Nothing is to be done: handshakes, messages of bots, edits, whatever is not for us. */
  | { kind: 'settled'; response: BotResponse }
  | Question<Message>
  | VotePress
  | MorePress<Message>

interface Delivery {
  /** The platform's own key of what it delivers: the same when it delivers it again. */
  delivery: string
  /** The platform's id of whoever asks or votes. */
  user: string
  /** BCP 47, where the platform tells. */
  locale?: string
}

/** How a message reaches whoever asked. One of the two ways there is, or both. */
interface Ways<Message> {
  /** Within so many milliseconds a response must be under way. */
  deadline: number
  /** The response that carries the message; a promise where it must be sealed. */
  inline?(message: Message): BotResponse | Promise<BotResponse>
  /** A call of its own to the platform. */
  later?(message: Message): Promise<void>
  /** What says that it was taken, and carries nothing. */
  acknowledge(): BotResponse
  /** Whether the platform delivers again what was not answered with 200. */
  retries: boolean
}

export interface Question<Message = unknown> extends Delivery, Ways<Message> {
  kind: 'question'
  /** As they were typed, mentions and entities undone. Empty to ask for help. */
  words: string
}

/** Somebody pressed a button, or followed a link, that says whether an answer was good. */
export interface VotePress extends Delivery {
  kind: 'vote'
  /** As `signVote` made it. Where the platform's button has no room for one that tells the vote, `vote` does. */
  token: string
  vote?: 'up' | 'down' | 'withdrawn'
  /** Nothing else proves where the request comes from: one whose token is none of ours is refused. */
  byTokenAlone?: true
  /** @param thanks in the language of the asker, or that the button belongs to none of our answers. */
  respond(thanks: string): BotResponse
  /** Says it by a call of its own, where the response cannot. */
  later?(thanks: string): Promise<void>
}

/** Somebody wants further quotes of an answer. */
export interface MorePress<Message = unknown> extends Delivery, Ways<Message> {
  kind: 'more'
  /** As `writeMore` made it. */
  value: string
}
