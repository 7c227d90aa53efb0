import { describe, expect, it } from 'vitest'
import { createDiscord, type DiscordConfig } from '../../src/bot/discord.ts'
import { discordCommands } from '../../src/bot/discord-commands.ts'
import { renderDiscord } from '../../src/bot/discord-message.ts'
import { toReply } from '../../src/bot/reply.ts'
import { type Called, start } from '../contract/platform-case.ts'
import { answerOf } from '../contract/platform-outcomes.ts'
import { applicationId, publicKey, sign, toCommand, toPress } from './cases/discord.ts'
import { checkDiscord, discordWords, readDiscord } from './read-discord.ts'

describe('Discord', () => {
  it('answers a ping', async () => {
    const { read } = open()
    expect(
      await read({ id: '1', application_id: applicationId, type: 1, token: 't', version: 1 }),
    ).toMatchObject({
      kind: 'settled',
      response: { body: '{"type":1}' },
    })
  })

  it.each([
    ['a wrong', '0'.repeat(128)],
    ['a short', 'ab'.repeat(63)],
    ['a long', 'ab'.repeat(65)],
    ['a signature of no digits', 'zz'.repeat(64)],
    ['half of no digits', `${'ab'.repeat(63)}zz`],
  ])('refuses a ping with %s signature', async (_, signature) => {
    const { read } = open()
    expect(await read({ id: '1', type: 1, token: 't' }, { 'X-Signature-Ed25519': signature })).toEqual({
      kind: 'refused',
    })
  })

  it('is not begun with a key or an id that is none', () => {
    for (const broken of ['', 'ab', 'zz'.repeat(32), '0'.repeat(63)])
      expect(() => open({ publicKey: broken })).toThrow('DISCORD_PUBLIC_KEY')
    for (const broken of ['', '../12', '12 '])
      expect(() => open({ applicationId: broken })).toThrow('DISCORD_APPLICATION_ID')
  })

  it('reads who asks in servers and in direct messages, and in what language', async () => {
    const { read } = open()
    const { member, ...direct } = toCommand('<@!77> <#88> 票价 <:wave:99> 会涨吗', {}) as Record<
      string,
      unknown
    >
    expect(await read({ ...direct, user: { id: '7' }, locale: 'en-US' })).toMatchObject({
      kind: 'question',
      delivery: '3',
      user: '7',
      locale: 'en-US',
      words: '票价 会涨吗',
    })
    expect(await read({ ...direct, member })).toMatchObject({ user: 'U1', locale: 'zh-CN' })
  })

  it('shows thanks for a vote to the one who voted', async () => {
    const { read } = open()
    const press = await read(toPress('fb1.a1.up.mac', {}))
    if (press.kind !== 'vote') throw new Error('it is no vote')
    expect(press).toMatchObject({ token: 'fb1.a1.up.mac', user: 'U1', delivery: '4' })
    expect(JSON.parse(press.respond('谢谢').body ?? '')).toEqual({
      type: 4,
      data: { content: '谢谢', flags: 64 },
    })
  })

  it('gives further quotes to the one who wants them', async () => {
    const { read, calls } = open()
    const value = 'more1.3.["票价会涨吗",{}]'
    const press = await read(toPress(value, {}))
    if (press.kind !== 'more') throw new Error('it asks for nothing')
    expect(press.value).toBe(value)
    expect(JSON.parse(press.acknowledge().body ?? '')).toEqual({ type: 5, data: { flags: 64 } })
    const message = renderDiscord(toReply(answerOf(['不会。']), { language: 'zh-Hans', site }))
    const given = await press.inline?.(message)
    expect(JSON.parse(given?.body ?? '')).toMatchObject({ type: 4, data: { flags: 64 } })
    await press.later?.(message)
    expect(calls).toMatchObject([{ method: 'PATCH' }])
  })

  it.each([
    ['an unknown command', { ...toCommand('x', {}), data: { name: 'other' } }],
    ['a modal', { ...toCommand('x', {}), type: 5 }],
    ['what comes later', { ...toCommand('x', {}), type: 99 }],
  ])('leaves %s alone', async (_, interaction) => {
    expect(await open().read(interaction)).toMatchObject({ kind: 'settled' })
  })

  it('leaves out buttons that have no room for what they must say', () => {
    const votes = { up: 'u'.repeat(100), down: 'd'.repeat(100), upPage: '', downPage: '' }
    const idsOf = (more: string) =>
      renderDiscord(
        toReply(answerOf(['不会。']), { language: 'zh-Hans', site, votes, more }),
      ).components.flatMap(({ components }) => components.map(({ custom_id }) => custom_id))
    expect(idsOf(`more1.3.${'x'.repeat(92)}`)).toHaveLength(3)
    expect(idsOf(`more1.3.${'x'.repeat(93)}`)).toEqual([votes.up, votes.down])
  })

  it('gives several quotes addresses of their own, or Discord shows one alone', () => {
    const message = renderDiscord(
      toReply(answerOf(['不会。', '会。', '也许。']), { language: 'zh-Hans', site }),
    )
    checkDiscord(message)
    expect(message.embeds).toHaveLength(3)
    expect(message.embeds.map(({ url }) => url)).toEqual([
      `${site}/r/ferry?s=5120-5203&v=000000000000#quote`,
      `${site}/r/ferry?s=5120-5203&v=000000000000&quote=2#quote`,
      `${site}/r/ferry?s=5120-5203&v=000000000000&quote=3#quote`,
    ])
  })

  it('keeps within 6,000 characters in all', () => {
    const message = renderDiscord(
      toReply(answerOf(['不'.repeat(3000), '会'.repeat(3000)]), { language: 'zh-Hans', site }),
    )
    checkDiscord(message)
    expect(discordWords(message)).toEqual(['不'.repeat(3000)])
  })

  it('registers one command that Discord takes', () => {
    const [command] = discordCommands()
    expect(discordCommands()).toHaveLength(1)
    expect(command).toMatchObject({ name: 'briefing', type: 1, options: [{ name: 'q', type: 3 }] })
    const described = [command, ...(command?.options ?? [])]
    for (const each of described) {
      const texts = [each?.description, ...Object.values(each?.description_localizations ?? {})]
      for (const text of texts) expect(text?.length).toBeLessThanOrEqual(100)
      expect(each?.name).toMatch(/^[-_\p{Ll}\p{N}]{1,32}$/u)
    }
  })
})

describe('the reader of Discord’s markup', () => {
  it.each([
    '**a**',
    '*a*',
    '_a_',
    '~~a~~',
    '||a||',
    '`a`',
    '# a',
    '-# a',
    '- a',
    '* a',
    '1. a',
    '> a',
    '[a](https://a.example)',
    'https://a.example',
    '<https://a.example>',
    '<@1>',
    '<@&1>',
    '<#1>',
    '<:a:1>',
    '<t:1>',
    '@everyone',
    '@here',
    ':smile:',
  ])('sees markup in %s', (source) => {
    expect(() => readDiscord(source)).toThrow('markup')
  })

  it('takes backslashes away before signs alone', () => {
    expect(readDiscord('\\*a\\* \\\\ \\a 1\\. b')).toBe('*a* \\ \\a 1. b')
  })
})

// ---------------------------------------------------------------------------

const site = 'https://lectern.example'

/** Reads interactions without a server. */
function open(config: Partial<DiscordConfig> = {}) {
  const calls: Called[] = []
  const { endpoints } = createDiscord({
    publicKey,
    applicationId,
    ...config,
    now: () => start,
    call: async (address, { method = 'POST', body }) => calls.push({ method, address, body }),
  })
  const [endpoint] = endpoints
  if (!endpoint) throw new Error('there is no endpoint')
  return {
    calls,
    async read(interaction: object, changed: Record<string, string> = {}) {
      const { headers, body } = await sign(interaction)
      return endpoint.read({
        method: 'POST',
        url: new URL(`${site}/bots/discord`),
        headers: new Headers({ ...headers, ...changed }),
        body: new TextEncoder().encode(body),
      })
    },
  }
}
