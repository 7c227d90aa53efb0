import { describe, expect, it } from 'vitest'
import { toNotice } from '../../src/bot/reply.ts'
import { createRocketChat } from '../../src/bot/rocketchat.ts'
import type { Sent } from '../contract/platform-case.ts'
import { sendMessage, token } from './cases/rocketchat.ts'

describe('Rocket.Chat', () => {
  it('takes the trigger word away, and answers in the thread', async () => {
    const reading = await read(
      await sendMessage({ text: '!briefing @lectern  票价？', trigger_word: '!briefing' }),
    )
    expect(reading).toMatchObject({ kind: 'question', delivery: 'm1', words: '票价？' })
    expect(await tmidOf(reading)).toBe('m1')
    expect(await tmidOf(await read(await sendMessage({ text: '票价？', tmid: 'm0' })))).toBe('m0')
  })

  it.each([
    ['edits', { isEdited: true }],
    ['what is no message', { message_id: '' }],
    ['bots', { bot: { i: 'b1' } }],
  ])('says nothing to %s, in a way that switches nothing off', async (_, message) => {
    expect(await read(await sendMessage({ text: '票价？', ...message }))).toEqual({
      kind: 'settled',
      response: { body: '{}' },
    })
  })

  it('begins no answer with the trigger word', async () => {
    const reading = await read(await sendMessage({ text: '请 票价？', trigger_word: '请' }))
    if (reading?.kind !== 'question') throw new Error('no question')
    const { body = '' } =
      (await reading.inline?.(platform.render(toNotice('help', '请直接提问。', 'zh-Hans')))) ?? {}
    expect(JSON.parse(body).text).toBe('\u2060请直接提问。')
  })
})

// ---------------------------------------------------------------------------

const platform = createRocketChat({ token })

async function read({ path, headers, body }: Sent) {
  return platform.endpoints[0]?.read({
    method: 'POST',
    url: new URL(path, 'https://lectern.example'),
    headers: new Headers(headers),
    body: new TextEncoder().encode(body),
  })
}

async function tmidOf(reading: Awaited<ReturnType<typeof read>>): Promise<string | undefined> {
  if (reading?.kind !== 'question') return undefined
  const { body = '{}' } = (await reading.inline?.({ text: '', attachments: [] })) ?? {}
  return JSON.parse(body).tmid
}
