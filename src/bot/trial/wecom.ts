import { fromJson } from '../proof.ts'
import { createWecomSeal, type WecomSeal } from '../wecom-seal.ts'
import { asJson, isHelp, type MakeTrials, nobodysSecret, type Trial } from './trial.ts'

/** The try of the address, and a message without a question. */
export const makeWecomTrials: MakeTrials = async (variables, now) => {
  const { WECOM_TOKEN = '', WECOM_ENCODING_AES_KEY: encodingAesKey = '', WECOM_RECEIVE_ID = '' } = variables
  const sign = (token: string) => {
    const seal = createWecomSeal({ token, encodingAesKey, receiveId: WECOM_RECEIVE_ID, now: () => now })
    return Promise.all([tryAddress(seal), ask(seal)])
  }
  return { own: await sign(WECOM_TOKEN), forged: await sign(nobodysSecret) }
}

// ---------------------------------------------------------------------------

const echo = '1616140317555161061'

async function tryAddress(seal: WecomSeal): Promise<Trial> {
  const { encrypt: echostr, query } = await seals(seal, echo)
  return {
    what: 'its try of the address',
    method: 'GET',
    path: `/bots/wecom?${query}&${new URLSearchParams({ echostr })}`,
    isAnswered: ({ body }) => body === echo,
  }
}

async function ask(seal: WecomSeal): Promise<Trial> {
  const message = { msgid: 'doctor', from: { userid: 'doctor' }, msgtype: 'text', text: { content: '' } }
  const { encrypt, query } = await seals(seal, JSON.stringify(message))
  return {
    what: 'a message without a question',
    path: `/bots/wecom?${query}`,
    headers: asJson,
    body: JSON.stringify({ encrypt }),
    async isAnswered({ body }) {
      const answer = fromJson(body) as Sealed | undefined
      if (!answer) return false
      const { msgsignature: signature, timestamp, ...rest } = answer
      return isHelp((await seal.open({ ...rest, signature, timestamp: String(timestamp) })) ?? '')
    },
  }
}

interface Sealed {
  encrypt: string
  msgsignature: string
  timestamp: number
  nonce: string
}

async function seals(seal: WecomSeal, message: string): Promise<{ encrypt: string; query: string }> {
  const { encrypt, msgsignature, timestamp, nonce } = JSON.parse(await seal.seal(message)) as Sealed
  const proof = { msg_signature: msgsignature, timestamp: String(timestamp), nonce }
  return { encrypt, query: new URLSearchParams(proof).toString() }
}
