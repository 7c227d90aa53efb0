/** Whom a Slack bot calls. */
export const slackHosts = ['slack.com', 'hooks.slack.com'] as const

/** Slack waits three seconds. In milliseconds. */
export const slackDeadline = 2500
