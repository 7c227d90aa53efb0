import { encryptCbc, pad } from '../aes-cbc.ts'
import { signFeishu, toFeishuKey } from '../feishu-proof.ts'
import { fromJson, toBase64 } from '../proof.ts'
import { asJson, type Given, type MakeTrials, nobodysSecret, type Trial } from './trial.ts'

/** The handshake, and an event that no bot has asked for: what it is told in, is encrypted and signed as any other. */
export const makeFeishuTrials: MakeTrials = async (variables, now) => {
  const { FEISHU_ENCRYPT_KEY = '', FEISHU_VERIFICATION_TOKEN: token, FEISHU_APP_ID: app_id } = variables
  const header = { event_id: 'doctor', event_type: 'lectern.doctor', token, app_id }
  const sign = (key: string) =>
    Promise.all([
      signed(
        { what: 'its handshake', told: { type: 'url_verification', challenge, token }, isAnswered },
        key,
        now,
      ),
      signed({ what: 'an event', told: { schema: '2.0', header }, isAnswered: () => true }, key, now),
    ])
  return { own: await sign(FEISHU_ENCRYPT_KEY), forged: await sign(nobodysSecret) }
}

// ---------------------------------------------------------------------------

const challenge = 'lectern-doctor'
const block = 16

function isAnswered({ body }: Given): boolean {
  return (fromJson(body) as { challenge?: string } | undefined)?.challenge === challenge
}

async function signed(
  { told, ...trial }: Pick<Trial, 'what' | 'isAnswered'> & { told: object },
  encryptKey: string,
  now: number,
): Promise<Trial> {
  const body = JSON.stringify({ encrypt: await encrypt(JSON.stringify(told), encryptKey) })
  const time = String(Math.floor(now / 1000))
  const nonce = 'doctor'
  const signature = await signFeishu({ time, nonce, encryptKey, body: new TextEncoder().encode(body) })
  const proof = {
    'X-Lark-Request-Timestamp': time,
    'X-Lark-Request-Nonce': nonce,
    'X-Lark-Signature': signature,
  }
  return { ...trial, path: '/bots/feishu', headers: { ...asJson, ...proof }, body }
}

async function encrypt(text: string, encryptKey: string): Promise<string> {
  const key = await toFeishuKey(encryptKey)
  const iv = crypto.getRandomValues(new Uint8Array(block))
  const sealed = encryptCbc(pad(new TextEncoder().encode(text), block), { key, iv })
  return toBase64(Uint8Array.of(...iv, ...sealed))
}
