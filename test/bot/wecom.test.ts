import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RawRequest } from '../../src/bot/platform.ts'
import { toReply } from '../../src/bot/reply.ts'
import { createWecom } from '../../src/bot/wecom.ts'
import { renderWecom } from '../../src/bot/wecom-message.ts'
import { createWecomSeal } from '../../src/bot/wecom-seal.ts'
import { type Sent, start } from '../contract/platform-case.ts'
import { answerOf } from '../contract/platform-outcomes.ts'
import { config, encrypt, feedback, post, queryOf, toMessage } from './cases/wecom.ts'

describe('the proof of WeCom', () => {
  const sample =
    'RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/sYYvuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q=='
  const vector = {
    encrypt: sample,
    signature: '477715d11cdb4164915debcba66cb864d751f3e6',
    timestamp: '1409659813',
    nonce: '1372623149',
  }

  it('takes the vector that WeCom publishes, for the one who receives it alone', async () => {
    const now = () => 1_409_659_813_000
    const opened = await createWecomSeal({ ...config, receiveId: 'wx5823bf96d3bd56c7', now }).open(vector)
    expect(opened).toMatch(/^<xml>.*<Content><!\[CDATA\[hello\]\]><\/Content>.*<\/xml>$/su)
    expect(await createWecomSeal({ ...config, receiveId: '', now }).open(vector)).toBeUndefined()
    const late = () => 1_409_659_813_000 + 301_000
    expect(
      await createWecomSeal({ ...config, receiveId: 'wx5823bf96d3bd56c7', now: late }).open(vector),
    ).toBeUndefined()
  })

  it('seals so that it can be opened again, whatever the length', async () => {
    const seal = createWecomSeal({ ...config, receiveId: 'r', now: () => start })
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 100 }), async (message) => {
        const { encrypt, msgsignature, timestamp, nonce } = JSON.parse(await seal.seal(message))
        const opened = await seal.open({
          encrypt,
          signature: msgsignature,
          timestamp: String(timestamp),
          nonce,
        })
        expect(opened).toBe(message)
      }),
    )
  })

  it('never seals twice alike', async () => {
    const seal = createWecomSeal({ ...config, receiveId: '', now: () => start })
    const nonces = await Promise.all(
      Array.from({ length: 20 }, async () => JSON.parse(await seal.seal('a')).nonce),
    )
    expect(new Set(nonces).size).toBe(20)
  })

  it('wants a key of 43 characters', () => {
    expect(() =>
      createWecom({ token: 't', encodingAesKey: 'short', now: () => start, call: async () => ({}) }),
    ).toThrow(RangeError)
  })

  it('echoes what it is tried with, bare', async () => {
    const echostr = encrypt('1616140317555161061')
    const query = new URLSearchParams({ echostr })
    const good = `${queryOf(echostr)}&${query}`
    expect(await read({ method: 'GET', path: `/bots/wecom?${good}`, headers: {}, body: '' })).toEqual({
      kind: 'settled',
      response: { body: '1616140317555161061', type: 'text/plain' },
    })
    const foreign = encrypt('1', 'wx5823bf96d3bd56c7')
    for (const wrong of [
      `${query}`,
      queryOf(echostr),
      good.replace('msg_signature=', 'msg_signature=0'),
      `${queryOf(echostr, { at: start - 301_000 })}&${query}`,
      `${queryOf(foreign)}&${new URLSearchParams({ echostr: foreign })}`,
    ])
      expect(await read({ method: 'GET', path: `/bots/wecom?${wrong}`, headers: {}, body: '' })).toEqual({
        kind: 'refused',
      })
  })
})

describe('messages of WeCom', () => {
  it.each([
    ['@Lectern 票价会涨吗', '票价会涨吗'],
    ['票价 @Lectern\u2005会涨吗', '票价 会涨吗'],
    ['写信给 a@b.example 的人', '写信给 a@b.example 的人'],
  ])('lose their mentions: %s', async (content, words) => {
    expect(await read(post({ ...toMessage(''), text: { content } }))).toMatchObject({
      kind: 'question',
      words,
    })
  })

  it('may be spoken, or stand beside pictures', async () => {
    expect(
      await read(post({ ...toMessage(''), msgtype: 'voice', voice: { content: '票价' } })),
    ).toMatchObject({ words: '票价' })
    const msg_item = [
      { msgtype: 'text', text: { content: '@Lectern 票价' } },
      { msgtype: 'image', image: { url: 'https://evil.example' } },
    ]
    expect(await read(post({ ...toMessage(''), msgtype: 'mixed', mixed: { msg_item } }))).toMatchObject({
      words: '票价',
    })
  })

  it.each([
    ['a call for the rest of a stream', { msgtype: 'stream', stream: { id: 's1' } }],
    ['a picture', { msgtype: 'image', image: { url: 'https://evil.example' } }],
    ['somebody who enters', { msgtype: 'event', event: { eventtype: 'enter_chat' } }],
  ])('are settled where they are %s', async (_, told) => {
    const { text, ...rest } = toMessage('')
    expect(await read(post({ ...rest, ...told }))).toEqual({ kind: 'settled', response: {} })
  })

  it('are answered later at addresses of WeCom alone', async () => {
    expect(await read(post(toMessage('a')))).toHaveProperty('later')
    for (const response_url of [
      'https://evil.example/',
      'http://qyapi.weixin.qq.com/',
      'https://qyapi.weixin.qq.com@evil.example/',
      '',
    ])
      expect(await read(post({ ...toMessage('a'), response_url }))).not.toHaveProperty('later')
  })

  it('fail where WeCom does not take what is answered later', async () => {
    const question = await read(post(toMessage('a')), { errcode: 60140, errmsg: 'expired' })
    if (question?.kind !== 'question') throw new Error('it is no question')
    await expect(question.later?.({ content: 'a' })).rejects.toThrow('60140')
  })
})

describe('votes on WeCom', () => {
  it.each([
    [1, 'up'],
    [2, 'down'],
    [3, 'withdrawn'],
  ])('are what WeCom tells: %i is %s', async (type, vote) => {
    const press = await read(post(feedback('fb1.a1.up.mac', type)))
    expect(press).toMatchObject({ kind: 'vote', token: 'fb1.a1.up.mac', vote, user: 'u1', delivery: 'm2' })
    if (press?.kind === 'vote') expect(press.respond('谢谢')).toEqual({})
  })

  it('are unreadable where they are none', async () => {
    expect(await read(post(feedback('fb1.a1.up.mac', 4)))).toEqual({ kind: 'unreadable' })
  })

  it('are asked for with a token that has room, or not at all', () => {
    const render = (up: string) => {
      const votes = { up, down: '', upPage: '', downPage: '' }
      return renderWecom(toReply(answerOf(['a']), { language: 'en', site: 'https://lectern.example', votes }))
        .feedback
    }
    expect(render('fb1.a1.up.mac')).toEqual({ id: 'fb1.a1.up.mac' })
    expect(render('a'.repeat(257))).toBeUndefined()
  })
})

describe('what WeCom shows', () => {
  it('is a block quote, with where it stands', () => {
    const { content } = renderWecom(
      toReply(answerOf(['票价不变。\n明年再议。']), { language: 'zh-Hans', site: 'https://lectern.example' }),
    )
    expect(content).toBe(
      [
        '问：海水淡化厂什么时候完工？',
        '> 票价不变。\n> 明年再议。',
        '`高屿（江汀市水务处处长），2025-08-29，《江汀市渡轮情况发布会 <1> & *2*》` · [在记录中阅读](https://lectern.example/r/ferry?s=5120-5203&v=000000000000#quote)',
      ].join('\n\n'),
    )
  })

  it('is a code block where words hold signs of Markdown', () => {
    const { content } = renderWecom(
      toReply(answerOf(['见 ```a``` 和 *b*']), { language: 'zh-Hans', site: 'https://lectern.example' }),
    )
    expect(content).toContain('\n````\n见 ```a``` 和 *b*\n````\n')
  })
})

// ---------------------------------------------------------------------------

async function read(sent: Sent, answer: unknown = {}) {
  const platform = createWecom({ ...config, now: () => start, call: async () => answer })
  return platform.endpoints[0]?.read(toRequest(sent))
}

function toRequest({ method = 'POST', path, headers, body }: Sent): RawRequest {
  return {
    method,
    url: new URL(path, 'https://lectern.example'),
    headers: new Headers(headers),
    body: new TextEncoder().encode(body),
  }
}
