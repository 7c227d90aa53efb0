import { readMattermostTokens } from '../mattermost.ts'
import { mattermostActions } from '../mattermost-message.ts'
import {
  asForm,
  asJson,
  isHelp,
  type MakeTrials,
  nobodysSecret,
  type Trial,
  type TrialRequest,
} from './trial.ts'

/** A command without a question for each token. */
export const makeMattermostTrials: MakeTrials = async ({ MATTERMOST_TOKENS = '' }) => {
  const tokens = readMattermostTokens(MATTERMOST_TOKENS)
  return { own: tokens.map(toCommand), forged: [toCommand(nobodysSecret, 0), press] }
}

// ---------------------------------------------------------------------------

function toCommand(token: string, number: number): Trial {
  return {
    what: `a command without a question, with token ${number + 1}`,
    path: '/bots/mattermost',
    headers: asForm,
    body: new URLSearchParams({
      token,
      command: '/briefing',
      text: '',
      user_id: 'doctor',
      trigger_id: `doctor-${number}`,
    }).toString(),
    isAnswered: ({ body }) => isHelp(body),
  }
}

/** What proves one is the vote that Lectern signed: this one it did not. */
const press: TrialRequest = {
  what: 'a press of a button',
  path: mattermostActions,
  headers: asJson,
  body: JSON.stringify({ user_id: 'doctor', context: { vote: nobodysSecret } }),
}
