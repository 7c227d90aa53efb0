import { request } from 'node:http'
import { beforeAll, describe, expect, it } from 'vitest'
import { slackCommand } from '../bot/cases/slack.ts'
import { cases } from '../bot/cases.ts'
import { secrets } from '../bot/secrets.ts'
import type { PlatformCase, Sent } from '../contract/platform-case.ts'
import { bundleDemonstration, startWorker } from './worker-project.ts'

/** Those whose answer is the response. The others call the platform, whom no test may call. */
const inline = new Set(['wecom', 'discord', 'teams', 'mattermost', 'rocketchat'])
const question = '港区去年的集装箱吞吐量是多少'
const quote = '集装箱吞吐量达到1286万标准箱'

let withSecrets: string
let without: string
beforeAll(async () => {
  const { index, bundle } = await bundleDemonstration()
  withSecrets = await startWorker(bundle, index, { secrets, store: true, site: 'https://lectern.example' })
  without = await startWorker(bundle, index)
})

/** On a connection of its own: who answers before the body is read may close the one that it came on. */
function post(worker: string, { path, headers, body }: Sent): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(worker + path, { method: 'POST', headers, agent: false }, (response) => {
      let answered = ''
      response.setEncoding('utf8').on('data', (text: string) => {
        answered += text
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: answered }))
      response.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

function isInline(platform: PlatformCase): boolean {
  return inline.has(platform.name) || platform === slackCommand
}

describe('the bots of a Worker, in workerd', () => {
  it.each(cases.map((platform, number) => [platform.name, platform, number] as const))(
    'on %s refuse what is forged, and take what is signed',
    async (_, platform, number) => {
      const at = Date.now()
      const secret = 'c2VjcmV0IG9mIHNvbWVib2R5IGVsc2UsIDMyIGI='
      expect((await post(withSecrets, await platform.ask(question, { at, secret }))).status).toBe(401)
      const given = await post(withSecrets, await platform.ask(question, { at, delivery: `d${number}` }))
      // Whoever must call waits for a platform that no test reaches.
      expect(given.status).toSatisfy((status) => status === 200 || (!isInline(platform) && status === 500))
      if (!isInline(platform)) return
      const message = await platform.messageOf(given, [])
      platform.checkLimits(message)
      expect(platform.wordsOf(message).join('\n')).toContain(quote)
    },
  )

  it.each(cases.map((platform) => [platform.name, platform] as const))(
    'on %s are nowhere without secrets',
    async (_, platform) => {
      // The proxy of wrangler loses a connection on which a body is left unread, and says 503.
      const sent = await platform.ask(question, { at: Date.now() })
      expect((await post(without, { ...sent, body: '' })).status).toBe(404)
    },
  )
})
