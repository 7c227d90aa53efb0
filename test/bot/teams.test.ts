import { describe, expect, it } from 'vitest'
import { toReply } from '../../src/bot/reply.ts'
import { createTeams } from '../../src/bot/teams.ts'
import { renderTeams } from '../../src/bot/teams-message.ts'
import { start } from '../contract/platform-case.ts'
import { answerOf } from '../contract/platform-outcomes.ts'
import { secret, sign, toActivity } from './cases/teams.ts'
import { checkTeams, teamsWords } from './read-teams.ts'

describe('Teams', () => {
  const vector = '{"type":"message","text":"<at>briefings</at> hello"}'
  const mac = 'HMAC 0x9DBE1tIIme/6bpor00xgcD6u1YkfsIpSZRPUW6I+o='

  it('takes the vector of its scheme, and nothing near it', async () => {
    expect(await read(vector, mac)).toMatchObject({ kind: 'question', words: 'hello' })
    for (const wrong of [
      mac.replace('HMAC ', ''),
      mac.replace('HMAC', 'Bearer'),
      mac.replace('0x9', '0x8'),
      mac.slice(0, -1),
      `${mac} `.repeat(2),
      'HMAC ',
    ])
      expect(await read(vector, wrong), wrong).toEqual({ kind: 'refused' })
    expect(await read(vector.replace(':', ': '), mac)).toEqual({ kind: 'refused' })
    expect(await read('', mac)).toEqual({ kind: 'refused' })
  })

  it('is not begun with a secret that is no base64', () => {
    for (const wrong of ['', 'secret!', 'abc'])
      expect(() => createTeams({ secret: wrong, now: () => start })).toThrow('TEAMS_OUTGOING_WEBHOOK_SECRET')
  })

  it.each([
    ['<p><at>briefings</at>&nbsp;票价会涨吗</p>', '票价会涨吗'],
    ['<at id="0">briefings</at> 渡轮<b>票价</b>会涨吗', '渡轮票价会涨吗'],
    ['<div>一</div><div>二</div>三<br>四', '一 二 三 四'],
    ['a &lt; b &amp;&amp; c &amp;lt; &#8217;', 'a < b && c &lt; ’'],
    ['<at>Ann</at> said <at>briefings</at> ferry?\r\n', 'said ferry?'],
    ['<at>briefings</at>', ''],
  ])('reads %s as it was typed', async (text, words) => {
    expect(await readSigned({ type: 'message', id: '1', text })).toMatchObject({ kind: 'question', words })
  })

  it('knows who asks, in what language, and which message it is', async () => {
    expect(await readSigned(toActivity('票价'))).toMatchObject({
      delivery: 'm1',
      user: 'U1',
      locale: 'zh-CN',
    })
    const { kind, ...bare } = await readSigned({ type: 'message', text: '票价', from: { id: '29:x' } })
    expect(bare).toMatchObject({ user: '29:x', delivery: expect.stringMatching(/^[\w+/=]{44}$/u) })
  })

  it.each([
    ['a change of the conversation', { type: 'conversationUpdate' }],
    ['a message of a bot', { type: 'message', text: 'x', from: { id: '28:y' } }],
  ])('leaves %s alone', async (_, activity) => {
    expect(await readSigned(activity)).toMatchObject({ kind: 'settled' })
  })

  it('cannot read a time that is none', async () => {
    expect(await readSigned({ type: 'message', text: 'x', timestamp: 'yesterday' })).toEqual({
      kind: 'unreadable',
    })
  })

  it('links each quote to its place, and the answer to the pages for votes', () => {
    const votes = {
      up: '',
      down: '',
      upPage: 'https://lectern.example/f/up',
      downPage: 'https://lectern.example/f/down',
    }
    const message = renderTeams(toReply(answerOf(['不会。', '会。']), { language: 'zh-Hans', site, votes }))
    const { body, actions } = message.attachments[0].content
    const links = body.flatMap((element) => (element.type === 'ActionSet' ? element.actions : []))
    expect(links.map(({ url }) => url)).toEqual(
      Array(2).fill(`${site}/r/ferry?s=5120-5203&v=000000000000#quote`),
    )
    expect(actions?.map(({ url }) => url)).toEqual([votes.upPage, votes.downPage])
  })

  it('lets no date be written out within words', () => {
    const words = '{{DATE(2026-11-03T09:00:00Z, SHORT)}} {{{x}}}'
    const message = renderTeams(toReply(answerOf([words]), { language: 'zh-Hans', site }))
    checkTeams(message)
    expect(teamsWords(message)).toEqual([words])
  })

  it('shows as many quotes as have room, whole', () => {
    const long = '会议指出，渡轮票价不变。'.repeat(160)
    const message = renderTeams(toReply(answerOf([long, long, long, long]), { language: 'zh-Hans', site }))
    checkTeams(message)
    expect(teamsWords(message)).toEqual([long, long, long])
  })
})

// ---------------------------------------------------------------------------

const site = 'https://lectern.example'

/** Reads a request without a server. */
async function read(body: string, proof: string) {
  const [endpoint] = createTeams({ secret, now: () => start }).endpoints
  if (!endpoint) throw new Error('there is no endpoint')
  return endpoint.read({
    method: 'POST',
    url: new URL(`${site}/bots/teams`),
    headers: new Headers({ Authorization: proof }),
    body: new TextEncoder().encode(body),
  })
}

async function readSigned(activity: object) {
  const { body, headers } = await sign(JSON.stringify(activity))
  return read(body, headers.Authorization as string)
}
