import { hmac } from '../../text/hmac.ts'
import { fromJson, toHex } from '../proof.ts'
import { asForm, asJson, isHelp, type MakeTrials, nobodysSecret, type Trial } from './trial.ts'

/** A slash command without a question, a press of somebody else's button, and the handshake where there are events. */
export const makeSlackTrials: MakeTrials = async (variables, now) => {
  const { SLACK_SIGNING_SECRET = '', SLACK_BOT_TOKEN } = variables
  const trials = SLACK_BOT_TOKEN === undefined ? [command, press] : [command, press, handshake]
  const sign = (secret: string) => Promise.all(trials.map((trial) => signed(trial, secret, now)))
  return { own: await sign(SLACK_SIGNING_SECRET), forged: await sign(nobodysSecret) }
}

// ---------------------------------------------------------------------------

async function signed(trial: Trial, secret: string, now: number): Promise<Trial> {
  const time = String(Math.floor(now / 1000))
  const mac = await hmac(secret, `v0:${time}:${trial.body}`)
  const proof = { 'X-Slack-Request-Timestamp': time, 'X-Slack-Signature': `v0=${toHex(mac)}` }
  return { ...trial, headers: { ...trial.headers, ...proof } }
}

const command: Trial = {
  what: 'a command without a question',
  path: '/bots/slack/command',
  headers: asForm,
  body: new URLSearchParams({
    command: '/briefing',
    text: '',
    team_id: 'T0',
    user_id: 'U0',
    trigger_id: 'doctor',
    response_url: 'https://hooks.slack.com/commands/T0/0/doctor',
  }).toString(),
  isAnswered: ({ body }) => isHelp(body),
}

const press: Trial = {
  what: 'a press of a button',
  path: '/bots/slack/actions',
  headers: asForm,
  body: new URLSearchParams({
    payload: JSON.stringify({
      type: 'block_actions',
      user: { id: 'U0' },
      actions: [{ type: 'button', action_id: 'doctor' }],
    }),
  }).toString(),
  isAnswered: ({ body }) => body === '',
}

const challenge = 'lectern-doctor'

const handshake: Trial = {
  what: 'its handshake',
  path: '/bots/slack/events',
  headers: asJson,
  body: JSON.stringify({ type: 'url_verification', challenge }),
  isAnswered: ({ body }) => (fromJson(body) as { challenge?: string } | undefined)?.challenge === challenge,
}
