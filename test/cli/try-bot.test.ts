import { describe, expect, it } from 'vitest'
import type { Environment } from '../../src/bot/config.ts'
import { platformNames } from '../../src/bot/platform.ts'
import type { TrialRequest } from '../../src/bot/trial/trial.ts'
import { openDoctorApp, type Send } from '../../src/cli/doctor-app.ts'
import { tryBot } from '../../src/cli/try-bot.ts'
import { cases } from '../bot/cases.ts'

const environment: Environment = Object.assign({}, ...cases.map((one) => one.environment))
const now = Date.now()

/** Every route of a bot is tried, with what it must take and with what it must refuse. */
const routes = {
  slack: ['/bots/slack/command', '/bots/slack/actions', '/bots/slack/events'],
  feishu: ['/bots/feishu'],
  dingtalk: ['/bots/dingtalk'],
  wecom: ['/bots/wecom'],
  discord: ['/bots/discord'],
  teams: ['/bots/teams'],
  mattermost: ['/bots/mattermost', '/bots/mattermost/actions'],
  rocketchat: ['/bots/rocketchat'],
} as const

describe.each(platformNames)('to try the bot for %s', (name) => {
  it('finds nothing amiss where nothing is, on any of its routes', async () => {
    const sent: TrialRequest[] = []
    const open = async (variables: Readonly<Record<string, string>>): Promise<Send> => {
      const send = await openDoctorApp(variables)
      return (request) => {
        sent.push(request)
        return send(request)
      }
    }
    const { faults } = await tryBot(name, { environment, now, open })
    expect(faults).toEqual([])
    expect(new Set(sent.map(({ path }) => path.split('?')[0]))).toEqual(new Set(routes[name]))
  })

  it('finds that forgeries are taken, and that what is taken is not answered', async () => {
    const open = async () => async () => ({ status: 200, body: '{}', calls: [] })
    const { faults } = await tryBot(name, { environment, now, open })
    expect(faults).toContainEqual(expect.stringMatching(/, forged, got 200, not 401$/u))
    expect(faults).toContainEqual(expect.stringMatching(/ got a wrong answer$/u))
  })

  it('finds that what the platform sends is refused', async () => {
    const open = async () => async () => ({ status: 401, body: 'unauthorized', calls: [] })
    const { faults } = await tryBot(name, { environment, now, open })
    expect(faults).not.toEqual([])
    for (const fault of faults) expect(fault).toMatch(/ got 401, not 200$/u)
  })

  it('makes requests of one time: hours later none is taken, where the platform tells the time', async () => {
    const late = now - 2 * 60 * 60 * 1000
    const { faults } = await tryBot(name, { environment, now: late, open: openDoctorApp })
    const tellsNoTime = ['mattermost', 'rocketchat'].includes(name)
    expect(faults.length > 0).toBe(!tellsNoTime)
  })
})
