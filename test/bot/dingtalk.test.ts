import { describe, expect, it } from 'vitest'
import { createDingtalk } from '../../src/bot/dingtalk.ts'
import { renderDingtalk } from '../../src/bot/dingtalk-message.ts'
import { toReply } from '../../src/bot/reply.ts'
import { type Called, start } from '../contract/platform-case.ts'
import { answerOf } from '../contract/platform-outcomes.ts'
import { appSecret, robotCode, sign, toMessage } from './cases/dingtalk.ts'
import { checkDingtalk, dingtalkWords, parse, visit } from './read-dingtalk.ts'

describe('DingTalk', () => {
  it('takes the vector of its scheme, and nothing near it', async () => {
    const mac = 'fWK5n4Q+3w1y/KSd3c5ZLqjtnZy3FnUQN+SOGthcKMM='
    const { read } = open({ now: 1_700_000_000_000 })
    const given = (proof: string, time = '1700000000000') =>
      read(toMessage('票价'), { timestamp: time, sign: proof })
    expect(await given(mac)).toMatchObject({
      kind: 'question',
      words: '票价',
      delivery: 'msg1',
      user: 'ding1:u1',
    })
    for (const wrong of [mac.replace('f', 'g'), mac.slice(0, -1), encodeURIComponent(mac), ''])
      expect(await given(wrong), wrong).toEqual({ kind: 'refused' })
    for (const time of ['1700000000001', '1700000000', '-1700000000000', '1.7e12', ''])
      expect(await given(mac, time), time).toEqual({ kind: 'refused' })
  })

  it.each([
    'https://evil.example/robot/sendBySession',
    'http://oapi.dingtalk.com/robot/sendBySession',
    'https://oapi.dingtalk.com.evil.example/',
    'https://oapi.dingtalk.com:8443/',
    'https://oapi.dingtalk.com@evil.example/',
    'https://evil.example\\@oapi.dingtalk.com/',
    'https://user@oapi.dingtalk.com/',
    'https://dingtalk.com/',
    '//oapi.dingtalk.com/',
    'file:///etc/passwd',
    '',
  ])('reads nothing whose answer would go to %s', async (address) => {
    const { readSigned } = open()
    expect(await readSigned({ ...toMessage('票价'), sessionWebhook: address })).toEqual({
      kind: 'unreadable',
    })
  })

  it.each(['another', '', undefined, null, 7])('refuses what is for the robot %s', async (code) => {
    const { readSigned } = open()
    expect(await readSigned({ ...toMessage('票价'), robotCode: code })).toEqual({ kind: 'refused' })
  })

  it('fails where DingTalk says in a good response that it did not take the message', async () => {
    const { readSigned } = open({ taken: { errcode: 310000, errmsg: 'session expired' } })
    const question = await readSigned(toMessage('票价'))
    if (question.kind !== 'question') throw new Error('it is no question')
    const message = renderDingtalk(toReply(answerOf(['不会。']), { language: 'zh-Hans', site }))
    await expect(question.later?.(message)).rejects.toThrow('310000 session expired')
  })

  it.each([
    [' 渡轮票价会涨吗', '渡轮票价会涨吗'],
    ['@发言助手 渡轮票价\u2005会涨吗 ', '渡轮票价 会涨吗'],
    ['联系 a@b.example', '联系 a@b.example'],
    [' ', ''],
  ])('reads “%s” as it was asked', async (content, words) => {
    const { readSigned } = open()
    expect(await readSigned({ ...toMessage(''), text: { content } })).toMatchObject({
      kind: 'question',
      words,
    })
  })

  it('leaves pictures and its own messages alone', async () => {
    const { readSigned } = open()
    const { text, ...picture } = { ...toMessage('票价'), msgtype: 'picture', text: undefined }
    expect(await readSigned(picture)).toMatchObject({ kind: 'settled', response: { body: '{}' } })
    expect(await readSigned(toMessage('票价', { isBot: true }))).toMatchObject({ kind: 'settled' })
  })

  it('links each quote to its place, and the answer to the pages for votes', () => {
    const votes = { up: '', down: '', upPage: `${site}/f/(up)`, downPage: `${site}/f/down` }
    const { markdown } = renderDingtalk(toReply(answerOf(['不会。']), { language: 'zh-Hans', site, votes }))
    const links: string[] = []
    visit(parse(markdown.text), (node) => {
      if (node.type === 'link') links.push(node.url)
    })
    expect(links).toEqual([
      `${site}/r/ferry?s=5120-5203&v=000000000000#quote`,
      `${site}/f/%28up%29`,
      `${site}/f/down`,
    ])
  })

  it('shows as many quotes as have room, whole', () => {
    const long = '会议指出，渡轮票价不变。'.repeat(35)
    const message = renderDingtalk(
      toReply(answerOf([long, long, long, long, long]), { language: 'zh-Hans', site }),
    )
    checkDingtalk(message)
    expect(dingtalkWords(message)).toEqual([long, long, long])
  })

  it.each([
    'a\n\n    b\n\n\n\tc \n  d',
    '# a\n=\n===\n---\n* * *\n___\n    # b',
    '1. a\n2) b\n+ c\n|a|b|\n|-|-|\n|c|d|',
    '&amp; &lt; &#60; &notanentity; & &&',
    'www.evil.example a@b.example mailto:a@b.example ftp://c.example',
    '[a]: https://evil.example\n[a]',
    '<font color=#ff0000>红</font><br/><!-- x -->',
  ])('shows %j as it is', (words) => {
    const message = renderDingtalk(toReply(answerOf([words]), { language: 'zh-Hans', site }))
    checkDingtalk(message)
    expect(dingtalkWords(message)).toEqual([words])
  })
})

// ---------------------------------------------------------------------------

const site = 'https://lectern.example'

/** Reads requests without a server. */
function open({ now = start, taken = { errcode: 0 } }: { now?: number; taken?: object } = {}) {
  const calls: Called[] = []
  const call = async (address: string, { method = 'POST', body }: { method?: string; body: unknown }) => {
    calls.push({ method, address, body })
    return taken
  }
  const [endpoint] = createDingtalk({ appSecret, robotCode, now: () => now, call }).endpoints
  if (!endpoint) throw new Error('there is no endpoint')
  const read = (message: object, headers: Record<string, string>) =>
    endpoint.read({
      method: 'POST',
      url: new URL(`${site}/bots/dingtalk`),
      headers: new Headers(headers),
      body: new TextEncoder().encode(JSON.stringify(message)),
    })
  return {
    calls,
    read,
    readSigned: async (message: object) => read(message, (await sign(message, { at: now })).headers),
  }
}
