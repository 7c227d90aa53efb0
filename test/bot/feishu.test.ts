import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type Call, CallError } from '../../src/bot/calls.ts'
import { createFeishu, type FeishuConfig } from '../../src/bot/feishu.ts'
import { renderFeishu } from '../../src/bot/feishu-message.ts'
import { openFeishu, signFeishu, toFeishuKey } from '../../src/bot/feishu-proof.ts'
import { toFeishuWords } from '../../src/bot/feishu-words.ts'
import type { Question, RawRequest } from '../../src/bot/platform.ts'
import { toReply } from '../../src/bot/reply.ts'
import { type Sent, start } from '../contract/platform-case.ts'
import { answerOf } from '../contract/platform-outcomes.ts'
import { config, encrypt, envelope, feishu, press, sign, toMessage } from './cases/feishu.ts'
import { checkFeishu } from './read-feishu.ts'

describe('the proof of Feishu', () => {
  it('takes the vectors: one that Feishu publishes, and a signature over a body with blanks', async () => {
    const key = await toFeishuKey('test key')
    expect(openFeishu('P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=', key)).toBe('hello world')
    const body = new TextEncoder().encode('{ "encrypt": "x" }')
    expect(await signFeishu({ time: '1700000000', nonce: 'n1', encryptKey: 'ek', body })).toBe(
      '8cb0fbdf6b84bc1c2c0eff6a7c1eddd603049c7768a7eed06750374037066253',
    )
  })

  const handshake = { type: 'url_verification', challenge: 'ch1', token: config.verificationToken }

  it('answers the handshake, which is not signed', async () => {
    expect(await read(unsigned({ encrypt: encrypt(JSON.stringify(handshake)) }))).toEqual({
      kind: 'settled',
      response: { body: '{"challenge":"ch1"}' },
    })
  })

  it.each([
    ['in plain text', handshake],
    ['with another token', { encrypt: encrypt(JSON.stringify({ ...handshake, token: 'other' })) }],
    ['encrypted with another key', { encrypt: encrypt(JSON.stringify(handshake), 'other') }],
    ['of half a block', { encrypt: encrypt(JSON.stringify(handshake)).slice(0, 40) }],
  ])('refuses a handshake %s', async (_, body) => {
    expect(await read(unsigned(body))).toEqual({ kind: 'refused' })
  })

  it('refuses a signed event in plain text, of another app, or with another token', async () => {
    const event = envelope('im.message.receive_v1', toMessage('@_user_1 a'))
    const plain = sign(event)
    const body = JSON.stringify(event)
    const time = plain.headers['X-Lark-Request-Timestamp'] as string
    const signature = createHash('sha256').update(`${time}n1${config.encryptKey}${body}`).digest('hex')
    const { header } = event
    for (const sent of [
      { ...plain, body, headers: { ...plain.headers, 'X-Lark-Signature': signature } },
      sign({ ...event, header: { ...header, app_id: 'cli_b2' } }),
      sign({ ...event, header: { ...header, token: 'other' } }),
    ])
      expect(await read(sent)).toEqual({ kind: 'refused' })
    expect(await read(plain)).toMatchObject({ kind: 'question', words: 'a', user: 'ou_1', delivery: 'om_1' })
  })
})

describe('messages of Feishu', () => {
  const readEvent = async (message: object, botOpenId?: string) => {
    const event = toMessage('@_user_1 海水')
    const told = { ...event, message: { ...event.message, ...message } }
    return read(sign(envelope('im.message.receive_v1', told)), botOpenId === undefined ? {} : { botOpenId })
  }
  const settled = { kind: 'settled', response: {} }

  it('are for the bot in a chat of two, and in a group where they mention it', async () => {
    expect(await readEvent({ chat_type: 'p2p', mentions: undefined })).toMatchObject({ kind: 'question' })
    expect(await readEvent({ mentions: [] })).toEqual(settled)
    const person = { key: '@_user_1', id: { open_id: 'ou_2' }, mentioned_type: 'user', name: '高屿' }
    expect(await readEvent({ mentions: [person] })).toEqual(settled)
  })

  it('are for this bot alone where its id is known', async () => {
    expect(await readEvent({}, 'ou_bot')).toMatchObject({ kind: 'question' })
    expect(await readEvent({}, 'ou_other')).toEqual(settled)
  })

  it('are of words: pictures are not answered', async () => {
    expect(await readEvent({ message_type: 'image', content: '{"image_key":"i"}' })).toEqual(settled)
  })

  it('lose their mentions by key, the longer one first', () => {
    const keys = ['@_user_1', '@_user_10']
    const text = JSON.stringify({ text: '@_user_1 问 @_user_10 票价\n@_all 会涨吗 a@_b' })
    expect(toFeishuWords('text', text, keys)).toBe('问 票价 会涨吗 a@_b')
  })

  it('may be rich text', () => {
    const content = [
      [
        { tag: 'at', user_id: '@_user_1' },
        { tag: 'text', text: ' 票价' },
      ],
      [{ tag: 'a', text: '会涨吗' }],
    ]
    expect(toFeishuWords('post', JSON.stringify({ title: '', content }), ['@_user_1'])).toBe('票价 会涨吗')
    expect(toFeishuWords('post', '{', [])).toBeUndefined()
  })
})

describe('calls to Feishu', () => {
  /** @param answers to one call after the other: a number is a code with status 400. */
  async function replyWith(answers: readonly unknown[], { times = 1, hours = 0 } = {}) {
    let now = start
    const calls: { path: string; authorization: string | undefined; body: unknown }[] = []
    const platform = createFeishu({
      ...config,
      now: () => now,
      async call(address, { headers, body }) {
        const answer = answers[calls.length]
        calls.push({ path: new URL(address).pathname, authorization: headers?.Authorization, body })
        if (typeof answer === 'number') throw new CallError('400', { code: answer })
        return answer
      },
    })
    const question = (await platform.endpoints[0]?.read(toRequest(await feishu.ask('a')))) as Question
    const card = platform.render(
      toReply(answerOf(['a']), { language: 'en', site: 'https://lectern.example' }),
    )
    for (let time = 0; time < times; time++) {
      await question.later?.(card)
      now += hours * 3_600_000
    }
    return calls
  }
  const token = (name: string) => ({ code: 0, tenant_access_token: name, expire: 7200 })
  const taken = { code: 0, msg: 'ok' }

  it('get a token once, and again shortly before it ends', async () => {
    const calls = await replyWith([token('t-1'), taken, taken, token('t-2'), taken], { times: 3, hours: 1 })
    expect(calls.map(({ authorization }) => authorization)).toEqual([
      undefined,
      'Bearer t-1',
      'Bearer t-1',
      undefined,
      'Bearer t-2',
    ])
    expect(calls[0]).toMatchObject({
      path: '/open-apis/auth/v3/tenant_access_token/internal',
      body: { app_id: 'cli_a1', app_secret: 'app secret' },
    })
  })

  it.each([
    ['with status 200', { code: 99991663, msg: 'invalid' }],
    ['with status 400', 99991663],
  ])('get another token once when Feishu refuses it %s', async (_, refused) => {
    const calls = await replyWith([token('t-1'), refused, token('t-2'), taken])
    expect(calls.at(-1)?.authorization).toBe('Bearer t-2')
    await expect(replyWith([token('t-1'), refused, token('t-2'), refused])).rejects.toThrow('99991663')
  })

  it('fail when Feishu does not take the reply, or the secret', async () => {
    await expect(replyWith([token('t-1'), 230099])).rejects.toThrow('230099')
    await expect(replyWith([{ code: 10014, msg: 'app secret invalid' }])).rejects.toThrow('10014')
  })
})

describe('buttons of Feishu', () => {
  it('tell the vote, further quotes and the language of the card', () => {
    const votes = { up: 'fb1.a1.up.mac', down: 'fb1.a1.down.mac', upPage: '', downPage: '' }
    const more = 'more1.3.["a",{}]'
    const card = renderFeishu(
      toReply(answerOf(['a']), { language: 'zh-Hant', site: 'https://l.example', votes, more }),
    )
    checkFeishu(card)
    const buttons = JSON.stringify(card.body.elements.at(-1))
    for (const value of [votes.up, votes.down])
      expect(buttons).toContain(JSON.stringify({ lectern: 'vote', value, language: 'zh-Hant' }))
    expect(buttons).toContain(JSON.stringify({ lectern: 'more', value: more, language: 'zh-Hant' }))
  })

  it('are answered with a toast', async () => {
    const vote = await read(press({ lectern: 'vote', value: 'fb1.a1.up.mac', language: 'en' }))
    expect(vote).toMatchObject({ kind: 'vote', token: 'fb1.a1.up.mac', user: 'ou_1', locale: 'en' })
    if (vote?.kind === 'vote')
      expect(vote.respond('Thanks.').body).toBe('{"toast":{"type":"info","content":"Thanks."}}')
    const more = await read(press({ lectern: 'more', value: 'more1.3.["a",{}]', language: 'en' }))
    expect(more).toMatchObject({ kind: 'more', value: 'more1.3.["a",{}]' })
    if (more?.kind === 'more') expect(more.acknowledge().body).toContain('More quotes')
  })

  it('that want more are replied to on the card', async () => {
    const addresses: string[] = []
    const call: Call = async (address) => {
      addresses.push(address)
      return { code: 0, tenant_access_token: 't-1', expire: 7200 }
    }
    const platform = createFeishu({ ...config, api: 'https://open.larksuite.com', now: () => start, call })
    const value = { lectern: 'more', value: 'more1.3.["a",{}]', language: 'en' }
    const reading = await platform.endpoints[0]?.read(toRequest(press(value)))
    const card = toReply(answerOf(['a']), { language: 'en', site: 'https://lectern.example' })
    if (reading?.kind === 'more') await reading.later?.(platform.render(card))
    expect(addresses.at(-1)).toBe('https://open.larksuite.com/open-apis/im/v1/messages/om_card/reply')
  })

  it('of other cards, and other events, are settled', async () => {
    expect(await read(press({ action: 'approve' }))).toEqual({ kind: 'settled', response: { body: '{}' } })
    expect(await read(sign(envelope('im.chat.updated_v1', {})))).toEqual({ kind: 'settled', response: {} })
  })
})

// ---------------------------------------------------------------------------

async function read(sent: Sent, more: Partial<FeishuConfig> = {}) {
  const platform = createFeishu({ ...config, ...more, now: () => start, call: async () => ({}) })
  return platform.endpoints[0]?.read(toRequest(sent))
}

function toRequest({ path, headers, body }: Sent): RawRequest {
  return {
    method: 'POST',
    url: new URL(path, 'https://lectern.example'),
    headers: new Headers(headers),
    body: new TextEncoder().encode(body),
  }
}

function unsigned(body: object): Sent {
  return { path: '/bots/feishu', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
}
