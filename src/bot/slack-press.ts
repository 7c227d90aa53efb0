import * as z from 'zod'
import { type Call, mayCall } from './calls.ts'
import type { Reading } from './platform.ts'
import { fromJson } from './proof.ts'
import { type SlackMessage, slackActions } from './slack-message.ts'
import { slackDeadline, slackHosts } from './slack-waits.ts'

/** A button below an answer. */
export function readSlackPress(body: string, call: Call): Reading<SlackMessage> {
  const payload = fromJson(new URLSearchParams(body).get('payload') ?? undefined)
  const press = pressSchema.safeParse(payload)
  if (!press.success)
    return payload instanceof Object ? { kind: 'settled', response: {} } : { kind: 'unreadable' }
  const { team, user, trigger_id, actions } = press.data
  const [{ action_id, action_ts, value }] = actions as [(typeof actions)[number]]
  const tell = createTell(press.data, call)
  const delivery = `${trigger_id}:${action_ts}`
  const who = { delivery, user: `${team?.id ?? ''}:${user.id}` }
  if (action_id === slackActions.up || action_id === slackActions.down)
    return {
      kind: 'vote',
      ...who,
      token: value,
      respond: () => ({}),
      later: (thanks) => tell({ text: thanks }),
    }
  if (action_id === slackActions.more)
    return {
      kind: 'more',
      ...who,
      value,
      deadline: slackDeadline,
      retries: false,
      later: ({ isForAll: _, ...message }) => tell(message),
      acknowledge: () => ({}),
    }
  return { kind: 'settled', response: {} }
}

// ---------------------------------------------------------------------------

const pressSchema = z.looseObject({
  type: z.literal('block_actions'),
  team: z.looseObject({ id: z.string() }).nullish(),
  user: z.looseObject({ id: z.string() }),
  /** Where the button stands. */
  container: z.looseObject({ thread_ts: z.string().optional() }).nullish(),
  response_url: z.string().optional(),
  trigger_id: z.string().default(''),
  actions: z
    .array(
      z.looseObject({
        action_id: z.string(),
        action_ts: z.string().default(''),
        value: z.string().default(''),
      }),
    )
    .min(1),
})

/** Tells whoever pressed, where the button stands. */
function createTell({ container, response_url }: z.infer<typeof pressSchema>, call: Call) {
  // Without it, what belongs into a thread would stand below the channel.
  const thread_ts = container?.thread_ts
  const place = { replace_original: false, ...(thread_ts !== undefined && { thread_ts }) }
  return async (message: object) => {
    if (response_url === undefined || !mayCall(response_url, slackHosts)) return
    await call(response_url, { body: { response_type: 'ephemeral', ...place, ...message } })
  }
}
