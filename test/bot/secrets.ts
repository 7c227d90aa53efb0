import * as dingtalk from './cases/dingtalk.ts'
import * as discord from './cases/discord.ts'
import * as feishu from './cases/feishu.ts'
import * as mattermost from './cases/mattermost.ts'
import * as rocketchat from './cases/rocketchat.ts'
import * as slack from './cases/slack.ts'
import * as teams from './cases/teams.ts'
import * as wecom from './cases/wecom.ts'

/** The environment in which every case is on: what they sign with. */
export const secrets = {
  SLACK_SIGNING_SECRET: slack.signingSecret,
  SLACK_BOT_TOKEN: slack.botToken,
  FEISHU_APP_ID: feishu.config.appId,
  FEISHU_APP_SECRET: feishu.config.appSecret,
  FEISHU_ENCRYPT_KEY: feishu.config.encryptKey,
  FEISHU_VERIFICATION_TOKEN: feishu.config.verificationToken,
  DINGTALK_APP_SECRET: dingtalk.appSecret,
  DINGTALK_ROBOT_CODE: dingtalk.robotCode,
  WECOM_TOKEN: wecom.config.token,
  WECOM_ENCODING_AES_KEY: wecom.config.encodingAesKey,
  DISCORD_PUBLIC_KEY: discord.publicKey,
  DISCORD_APPLICATION_ID: discord.applicationId,
  TEAMS_OUTGOING_WEBHOOK_SECRET: teams.secret,
  MATTERMOST_TOKENS: mattermost.tokens.join(','),
  ROCKETCHAT_TOKEN: rocketchat.token,
}
