import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Outcome } from '../answer/answer.ts'
import type { Lectern } from '../answer/lectern.ts'
import { isLecternError } from '../errors.ts'
import type { InterfaceLanguage } from '../text/interface-language.ts'
import { type Behind, createBehind, late, within } from './behind.ts'
import type { Claims } from './claims.ts'
import { readMore, writeMore } from './more.ts'
import type {
  BotResponse,
  Endpoint,
  MorePress,
  Platform,
  PlatformName,
  Question,
  Reading,
  VotePress,
} from './platform.ts'
import { languageOf, readQuestion } from './question-words.ts'
import { type Reply, toNotice, toReply, type Votes } from './reply.ts'
import { stringsFor } from './strings.ts'

/** Keeps what is asked and how answers are judged. */
export interface Ledger {
  /** Keeps a question. @returns the tokens to vote with. */
  keepQuestion(asked: {
    platform: PlatformName
    question: string
    outcome: Outcome
    site: string
  }): Promise<Votes>
  /** @returns false for a token that is none of ours. */
  keepVote(press: {
    platform: PlatformName
    token: string
    user: string
    vote?: VotePress['vote']
  }): Promise<boolean>
}

export interface BotsOptions {
  lectern: Lectern
  platforms: readonly Platform[]
  claims: Claims
  /** Address of the site, for links; defaults to that of each request. */
  siteUrl?: string
  /** Absent where nothing is kept: replies then have no buttons to vote. */
  ledger?: Ledger
  /** Where a runtime hands nothing over to keep it alive; who closes waits for its `drain`. */
  behind?: Behind
  log?(fault: { platform: PlatformName; what: string; error: unknown }): void
}

/** Longest body, in bytes. */
const bodyLength = 65_536
/** Quotes of a reply, and those that “more” gives at most. */
const shown = 3
const shownMore = 10

/** Routes of all platforms below `/bots`. Those of a platform that is not given do not exist. */
export function mountBots(app: Hono, options: BotsOptions): void {
  for (const platform of options.platforms)
    for (const endpoint of platform.endpoints)
      app.on([...endpoint.methods], endpoint.path, limitBody, createHandler(platform, endpoint, options))
}

// ---------------------------------------------------------------------------

const refusal: BotResponse = { status: 401, body: 'unauthorized', type: 'text/plain' }

const limitBody = bodyLimit({ maxSize: bodyLength, onError: (c) => c.text('too large', 413) })

type Handler = (c: Context) => Promise<Response>

function createHandler(platform: Platform, endpoint: Endpoint, options: BotsOptions): Handler {
  const { behind = createBehind() } = options
  return async (c) => {
    const body = new Uint8Array(await c.req.raw.clone().arrayBuffer())
    const url = new URL(c.req.url)
    const reading = await endpoint.read({ method: c.req.method, url, headers: c.req.raw.headers, body })
    const site = options.siteUrl ?? url.origin
    const goOn = (work: Promise<unknown>) => keepAlive(c, behind, work)
    return send(await settle(reading, { platform, options, site, goOn }))
  }
}

interface Scene {
  platform: Platform
  options: BotsOptions
  site: string
  goOn(work: Promise<unknown>): void
}

async function settle(reading: Reading, scene: Scene): Promise<BotResponse> {
  switch (reading.kind) {
    case 'refused':
      return refusal
    case 'unreadable':
      return { status: 400, body: 'unreadable', type: 'text/plain' }
    case 'settled':
      return reading.response
    case 'question':
      return deliver(reading, scene, () => answer(reading, scene))
    case 'more':
      return deliver(reading, scene, () => answerMore(reading, scene))
    case 'vote':
      return keepVote(reading, scene)
  }
}

/**
 * Does the work of a delivery once, and says so in time: with the message, or that it was taken, and the message goes by
 * a call behind. Whoever fails lets the platform deliver again, where it does; where it does not, a call tells the fault.
 */
async function deliver(
  press: Question | MorePress,
  { platform, options, goOn }: Scene,
  work: () => Promise<Reply>,
): Promise<BotResponse> {
  const { claims, log } = options
  const { inline, later, deadline, retries } = press
  const key = `${platform.name}:${press.delivery}`
  if (!(await claim(key, platform, options))) return press.acknowledge()
  const language = languageOf('words' in press ? press.words : '', press.locale)
  const say = (told: 'fault' | 'slow') =>
    platform.render(toNotice('fault', stringsFor(language)[told], language))
  const fail = async (error: unknown) => {
    await claims.release(key).catch(() => {})
    log?.({ platform: platform.name, what: 'a delivery failed', error })
  }
  const message = work().then((reply) => platform.render(reply))
  /** The platform has been told that all is well: nothing but a call tells now that it is not. */
  const failBehind = async (error: unknown) => {
    await fail(error)
    await message.catch(() => later?.(say('fault')))
  }
  if (inline) {
    try {
      const given = await within(message, deadline)
      if (given !== late) return await inline(given)
    } catch (error) {
      await fail(error)
      return inline(say('fault'))
    }
    if (!later) {
      goOn(message.catch(fail))
      return inline(say('slow'))
    }
  }
  const sent = message.then((given) => later?.(given))
  if (inline) {
    goOn(sent.catch(failBehind))
    return press.acknowledge()
  }
  try {
    if ((await within(sent, deadline)) === late) goOn(sent.catch(failBehind))
  } catch (error) {
    if (retries) {
      await fail(error)
      return { status: 500, body: 'failed', type: 'text/plain' }
    }
    goOn(failBehind(error))
  }
  return press.acknowledge()
}

/** Without the store, to answer twice is better than not at all. */
async function claim(key: string, { name }: Platform, { claims, log }: BotsOptions): Promise<boolean> {
  try {
    return await claims.claim(key)
  } catch (error) {
    log?.({ platform: name, what: 'a delivery was not claimed', error })
    return true
  }
}

async function answer(question: Question, scene: Scene): Promise<Reply> {
  const { options, site } = scene
  const asked = readQuestion(question.words)
  const language = languageOf(asked.question, question.locale)
  if (asked.question === '') return toNotice('help', stringsFor(language).help, language)
  const outcome = await ask(options.lectern, { ...asked, limit: shown }, language)
  if ('lead' in outcome) return outcome
  const votes = await keepQuestion(asked.question, outcome, scene)
  const quotes = outcome.kind === 'answer' ? outcome.quotes : outcome.nearest
  const more = quotes.length === shown ? writeMore({ ...asked, after: shown }) : undefined
  return toReply(outcome, { language, site, ...(votes && { votes }), ...(more !== undefined && { more }) })
}

/** The tokens to vote with; undefined where nothing was kept, which costs nobody the answer. */
async function keepQuestion(
  question: string,
  outcome: Outcome,
  { platform, options, site }: Scene,
): Promise<Votes | undefined> {
  const { ledger, log } = options
  try {
    return await ledger?.keepQuestion({ platform: platform.name, question, outcome, site })
  } catch (error) {
    log?.({ platform: platform.name, what: 'a question was not kept', error })
    return undefined
  }
}

async function answerMore(press: MorePress, { options, site }: Scene): Promise<Reply> {
  const asked = readMore(press.value)
  const language = languageOf(asked?.question ?? '', press.locale)
  const { noMore } = stringsFor(language)
  if (!asked) return toNotice('help', noMore, language)
  const outcome = await ask(options.lectern, { ...asked, limit: shownMore }, language)
  if ('lead' in outcome) return outcome
  const reply = toReply(outcome, { language, site })
  const quotes = reply.quotes.slice(asked.after)
  return quotes.length > 0 ? { ...reply, lead: '', quotes } : toNotice('help', noMore, language)
}

/** The outcome, or what is wrong with the question in words for whoever asked. */
async function ask(
  lectern: Lectern,
  { question, filters, limit }: ReturnType<typeof readQuestion> & { limit: number },
  language: InterfaceLanguage,
): Promise<Outcome | Reply> {
  const strings = stringsFor(language)
  try {
    const outcome = await lectern.ask({ question, filters, limit })
    if (outcome.searched.records === 0) return toNotice('help', strings.filterUnknown, language)
    return outcome
  } catch (error) {
    if (!isLecternError(error)) throw error
    if (error.code === 'question-too-long') return toNotice('help', strings.tooLong, language)
    if (error.code === 'filter-invalid') return toNotice('help', strings.dateInvalid, language)
    throw error
  }
}

/** Keeps a vote once: who sends an old press again changes nothing. */
async function keepVote(press: VotePress, { platform, options, goOn }: Scene): Promise<BotResponse> {
  const { ledger, log } = options
  const { token, user, vote, locale, byTokenAlone } = press
  const { name } = platform
  const strings = stringsFor(languageOf('', locale))
  const key = `${name}:vote:${press.delivery}`
  // Where nothing but the token is proven, anybody may give any delivery.
  if (!byTokenAlone && !(await claim(key, platform, options))) return press.respond(strings.thanks)
  let isKept = false
  try {
    isKept = (await ledger?.keepVote({ platform: name, token, user, ...(vote && { vote }) })) ?? false
  } catch (error) {
    await options.claims.release(key).catch(() => {})
    log?.({ platform: name, what: 'a vote was not kept', error })
    return { status: 500, body: 'failed', type: 'text/plain' }
  }
  if (!isKept && byTokenAlone) return refusal
  const told = isKept ? strings.thanks : strings.voteUnknown
  if (press.later)
    goOn(press.later(told).catch((error) => log?.({ platform: name, what: 'thanks failed', error })))
  return press.respond(told)
}

function send({ status = 200, body, type = 'application/json' }: BotResponse): Response {
  if (body === undefined) return new Response(null, { status })
  return new Response(body, { status, headers: { 'Content-Type': type } })
}

function keepAlive(c: Context, behind: Behind, work: Promise<unknown>): void {
  try {
    c.executionCtx.waitUntil(work)
  } catch {
    // Node has no such thing.
    behind.goOn(work)
  }
}
