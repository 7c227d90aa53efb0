import { late, within } from '../behind/within.ts'
import type { BotResponse, MorePress, Question } from './platform.ts'
import { languageOf } from './question-words.ts'
import { type Reply, toNotice } from './reply.ts'
import { claim, type Scene } from './scene.ts'
import { stringsFor } from './strings.ts'

/**
 * Does the work of a delivery once, and says so in time: with the message, or that it was taken, and the message goes by
 * a call behind. Whoever fails lets the platform deliver again, where it does; where it does not, a call tells the fault.
 */
export async function deliver(
  press: Question | MorePress,
  scene: Scene,
  work: () => Promise<Reply>,
): Promise<BotResponse> {
  const { platform, options, goOn } = scene
  const { claims, log } = options
  const { inline, later, deadline, retries } = press
  const key = `${platform.name}:${press.delivery}`
  if (!(await claim(key, scene))) return press.acknowledge()
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
