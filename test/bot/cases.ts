import type { PlatformCase } from '../contract/platform.ts'
import { mattermostCommand, mattermostPost } from './cases/mattermost.ts'
import { rocketChat } from './cases/rocketchat.ts'
import { slackCommand, slackMention } from './cases/slack.ts'

/** Every way in which every platform asks. */
export const cases: readonly PlatformCase[] = [
  slackCommand,
  slackMention,
  mattermostCommand,
  mattermostPost,
  rocketChat,
]
