import { afterEach, describe, expect, it } from 'vitest'
import { cases } from '../bot/cases.ts'
import { runCli } from './run-cli.ts'

const given = { ...process.env }
afterEach(() => {
  for (const name of Object.keys(process.env)) if (!(name in given)) delete process.env[name]
})

describe('the doctor', () => {
  it('says that all bots are off where nothing is set', async () => {
    const { code, stdout } = await runCli('doctor')
    expect(code).toBe(0)
    const lines = stdout.trimEnd().split('\n')
    expect(lines).toHaveLength(8)
    for (const line of lines) expect(line).toMatch(/^[a-z]+ +off$/u)
  })

  it('says which are on, what others lack and what is wrong, and tells no secret', async () => {
    process.env.ROCKETCHAT_TOKEN = 'the token of rocket chat'
    process.env.SLACK_BOT_TOKEN = 'xoxb-the-token-of-slack'
    process.env.DISCORD_PUBLIC_KEY = 'no key'
    process.env.DISCORD_APPLICATION_ID = '1'
    const { code, stdout, stderr } = await runCli('doctor')
    expect(code).toBe(1)
    expect(stdout).toMatch(/^rocketchat +on; takes its own requests, refuses forged ones$/mu)
    expect(stdout).toMatch(/^slack +lacks SLACK_SIGNING_SECRET$/mu)
    expect(stdout).toMatch(/^discord +DISCORD_PUBLIC_KEY: it is not 64 hexadecimal digits$/mu)
    expect(stdout + stderr).not.toMatch(/the.token|no key/u)
    const { stdout: json } = await runCli('doctor', '--json')
    const status = { name: 'rocketchat', isOn: true, missing: [], wrong: [] }
    expect(JSON.parse(json).bots).toContainEqual({ ...status, tried: { faults: [], isKeyMadeUp: false } })
  })

  it('sends each bot what its platform would, and a forgery', async () => {
    const environment: Record<string, string> = Object.assign({}, ...cases.map((one) => one.environment))
    Object.assign(process.env, environment)
    const { code, stdout, stderr } = await runCli('doctor')
    expect([code, stderr]).toEqual([0, ''])
    const lines = stdout.trimEnd().split('\n')
    expect(lines).toHaveLength(8)
    for (const line of lines)
      expect(line).toMatch(
        line.startsWith('discord')
          ? /on; refuses forged requests, takes one under a key made up here/u
          : /on; takes its own requests, refuses forged ones$/u,
      )
    for (const [name, secret] of Object.entries(environment))
      if (/SECRET|TOKEN|KEY/u.test(name)) expect(stdout).not.toContain(secret)
  })

  it('says which bot does not start, though all is set', async () => {
    process.env.TEAMS_OUTGOING_WEBHOOK_SECRET = 'AAAAAAAAAB=='
    process.env.ROCKETCHAT_TOKEN = 'the token of rocket chat'
    const { code, stdout } = await runCli('doctor')
    expect(code).toBe(1)
    expect(stdout).toMatch(/^teams +fails: it does not start: .*is no base64$/mu)
    expect(stdout).toMatch(/^rocketchat +on; /mu)
    const { bots } = JSON.parse((await runCli('doctor', '--json')).stdout)
    const { tried } = bots.find(({ name }: { name: string }) => name === 'teams')
    expect(tried.faults).toEqual([expect.stringContaining('does not start')])
  })

  it('prints what is pasted at Slack and at Discord', async () => {
    const slack = JSON.parse((await runCli('doctor', '--slack-manifest', 'https://ask.example')).stdout)
    expect(slack.features.slash_commands[0].url).toBe('https://ask.example/bots/slack/command')
    const discord = JSON.parse((await runCli('doctor', '--discord-commands')).stdout)
    expect(discord[0].name).toBe('briefing')
  })
})
