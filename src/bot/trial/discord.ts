import { fromJson, toHex } from '../proof.ts'
import { asJson, type MakeTrials, type Trial } from './trial.ts'

/** A ping. Nobody but Discord has the key for a right one: a bot whose public key is made up here must take it. */
export const makeDiscordTrials: MakeTrials = async ({ DISCORD_APPLICATION_ID = '' }, now) => {
  const { publicKey, privateKey } = (await crypto.subtle.generateKey('Ed25519', false, [
    'sign',
    'verify',
  ])) as CryptoKeyPair
  const body = JSON.stringify({
    id: '0',
    application_id: DISCORD_APPLICATION_ID,
    type: ping,
    token: 'doctor',
  })
  const time = String(Math.floor(now / 1000))
  const signed = new TextEncoder().encode(`${time}${body}`)
  const signature = toHex(await crypto.subtle.sign('Ed25519', privateKey, signed))
  const trial: Trial = {
    what: 'a ping',
    path: '/bots/discord',
    headers: { ...asJson, 'X-Signature-Timestamp': time, 'X-Signature-Ed25519': signature },
    body,
    isAnswered: (given) => (fromJson(given.body) as { type?: number } | undefined)?.type === pong,
  }
  const madeUp = { DISCORD_PUBLIC_KEY: toHex(await crypto.subtle.exportKey('raw', publicKey)) }
  return { own: [trial], forged: [trial], madeUp }
}

// ---------------------------------------------------------------------------

/** Types of an interaction, and of its response. */
const ping = 1
const pong = 1
