import { type BotResponse, refusal, type VotePress } from './platform.ts'
import { languageOf } from './question-words.ts'
import { claim, type Scene } from './scene.ts'
import { stringsFor } from './strings.ts'

/** Keeps a vote once: who sends an old press again changes nothing. */
export async function keepVote(press: VotePress, scene: Scene): Promise<BotResponse> {
  const { platform, options, goOn } = scene
  const { ledger, log } = options
  const { token, user, vote, locale, byTokenAlone } = press
  const { name } = platform
  const strings = stringsFor(languageOf('', locale))
  const key = `${name}:vote:${press.delivery}`
  // Where nothing but the token is proven, anybody may give any delivery.
  if (!byTokenAlone && !(await claim(key, scene))) return press.respond(strings.thanks)
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
