import type { PlatformCase } from '../contract/platform-case.ts'
import { dingtalk } from './cases/dingtalk.ts'
import { discord } from './cases/discord.ts'
import { feishu } from './cases/feishu.ts'
import { mattermostCommand, mattermostPost } from './cases/mattermost.ts'
import { rocketChat } from './cases/rocketchat.ts'
import { slackCommand, slackMention } from './cases/slack.ts'
import { teams } from './cases/teams.ts'
import { wecom } from './cases/wecom.ts'

/** Every way in which every platform asks. */
export const cases: readonly PlatformCase[] = [
  slackCommand,
  slackMention,
  mattermostCommand,
  mattermostPost,
  rocketChat,
  feishu,
  wecom,
  discord,
  teams,
  dingtalk,
]
