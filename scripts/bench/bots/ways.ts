import { dingtalk } from '../../../test/bot/cases/dingtalk.ts'
import { discord } from '../../../test/bot/cases/discord.ts'
import { feishu } from '../../../test/bot/cases/feishu.ts'
import { mattermostCommand, mattermostPost } from '../../../test/bot/cases/mattermost.ts'
import { rocketChat } from '../../../test/bot/cases/rocketchat.ts'
import { slackCommand, slackMention } from '../../../test/bot/cases/slack.ts'
import { teams } from '../../../test/bot/cases/teams.ts'
import { wecom } from '../../../test/bot/cases/wecom.ts'
import type { PlatformCase } from '../../../test/contract/platform-case.ts'

/** A way in which a platform asks, and gets its answer. */
export interface Way {
  what: string
  platform: PlatformCase
  /** Whether the answer is a call of its own to the platform, and not the response. */
  isCall: boolean
}

/** Those that are answered in the response, then those that are called. */
export const ways: readonly Way[] = [
  { what: 'Slack, slash command', platform: slackCommand, isCall: false },
  { what: 'Mattermost, slash command', platform: mattermostCommand, isCall: false },
  { what: 'Mattermost, post', platform: mattermostPost, isCall: false },
  { what: 'Rocket.Chat', platform: rocketChat, isCall: false },
  { what: 'WeCom', platform: wecom, isCall: false },
  { what: 'Discord', platform: discord, isCall: false },
  { what: 'Teams', platform: teams, isCall: false },
  { what: 'Slack, mention', platform: slackMention, isCall: true },
  { what: 'Feishu', platform: feishu, isCall: true },
  { what: 'DingTalk', platform: dingtalk, isCall: true },
]
