import { hmac } from '../../text/hmac.ts'
import { fromBase64, toBase64 } from '../proof.ts'
import { asJson, isHelp, type MakeTrials, nobodysSecret, type Trial } from './trial.ts'

/** A message without a question. Teams has no handshake. */
export const makeTeamsTrials: MakeTrials = async ({ TEAMS_OUTGOING_WEBHOOK_SECRET = '' }, now) => {
  const body = JSON.stringify({
    type: 'message',
    id: 'doctor',
    timestamp: new Date(now).toISOString(),
    text: '<at>Lectern</at>',
    from: { id: '29:doctor' },
  })
  const sign = async (secret: string): Promise<Trial> => {
    const mac = await hmac(fromBase64(secret) ?? secret, body)
    return {
      what: 'a message without a question',
      path: '/bots/teams',
      headers: { ...asJson, Authorization: `HMAC ${toBase64(mac)}` },
      body,
      isAnswered: (given) => isHelp(given.body),
    }
  }
  return { own: [await sign(TEAMS_OUTGOING_WEBHOOK_SECRET)], forged: [await sign(nobodysSecret)] }
}
