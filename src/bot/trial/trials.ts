import type { PlatformName } from '../platform.ts'
import { makeDingtalkTrials } from './dingtalk.ts'
import { makeDiscordTrials } from './discord.ts'
import { makeFeishuTrials } from './feishu.ts'
import { makeMattermostTrials } from './mattermost.ts'
import { makeRocketChatTrials } from './rocketchat.ts'
import { makeSlackTrials } from './slack.ts'
import { makeTeamsTrials } from './teams.ts'
import type { MakeTrials } from './trial.ts'
import { makeWecomTrials } from './wecom.ts'

/** How each platform's own requests are made, from its variables. */
export const makeTrials: Readonly<Record<PlatformName, MakeTrials>> = {
  slack: makeSlackTrials,
  feishu: makeFeishuTrials,
  dingtalk: makeDingtalkTrials,
  wecom: makeWecomTrials,
  discord: makeDiscordTrials,
  teams: makeTeamsTrials,
  mattermost: makeMattermostTrials,
  rocketchat: makeRocketChatTrials,
}
