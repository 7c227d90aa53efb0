import { asJson, isHelp, type MakeTrials, nobodysSecret, type Trial } from './trial.ts'

/** A post without a question. Rocket.Chat has no handshake. */
export const makeRocketChatTrials: MakeTrials = async ({ ROCKETCHAT_TOKEN = '' }) => ({
  own: [toPost(ROCKETCHAT_TOKEN)],
  forged: [toPost(nobodysSecret)],
})

// ---------------------------------------------------------------------------

function toPost(token: string): Trial {
  const trigger_word = '!briefing'
  return {
    what: 'a post without a question',
    path: '/bots/rocketchat',
    headers: asJson,
    body: JSON.stringify({
      token,
      message_id: 'doctor',
      user_id: 'doctor',
      text: trigger_word,
      trigger_word,
    }),
    isAnswered: ({ body }) => isHelp(body),
  }
}
