import { hmac } from '../../text/hmac.ts'
import { toBase64 } from '../proof.ts'
import { asJson, isHelp, type MakeTrials, nobodysSecret, type Trial } from './trial.ts'

/** A message without a question. DingTalk has no handshake. */
export const makeDingtalkTrials: MakeTrials = async (variables, now) => {
  const { DINGTALK_APP_SECRET = '', DINGTALK_ROBOT_CODE: robotCode } = variables
  const sign = async (secret: string): Promise<Trial> => {
    const timestamp = String(now)
    const proof = { timestamp, sign: toBase64(await hmac(secret, `${timestamp}\n${secret}`)) }
    return {
      what: 'a message without a question',
      path: '/bots/dingtalk',
      headers: { ...asJson, ...proof },
      body: JSON.stringify({
        msgtype: 'text',
        text: { content: '' },
        msgId: 'doctor',
        senderId: 'doctor',
        robotCode,
        sessionWebhook,
      }),
      isAnswered: ({ calls }) =>
        calls.length === 1 && calls.every(({ address, body }) => address === sessionWebhook && isHelp(body)),
    }
  }
  return { own: [await sign(DINGTALK_APP_SECRET)], forged: [await sign(nobodysSecret)] }
}

// ---------------------------------------------------------------------------

/** Where DingTalk wants the answer. */
const sessionWebhook = 'https://oapi.dingtalk.com/robot/sendBySession?session=doctor'
