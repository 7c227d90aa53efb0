import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMattermost, readMattermostTokens } from '../../src/bot/mattermost.ts'
import { escapeMattermost, quoteMattermost } from '../../src/bot/mattermost-words.ts'
import type { Sent } from '../contract/platform-case.ts'
import { mattermostCommand, readMattermost, sendPost, tokens } from './cases/mattermost.ts'

describe('the words in Mattermost', () => {
  it.each([
    ['@all 请注意', '&#64;\u2060all 请注意'],
    ['#标题 :smile: ~town-square', '&#35;标题 &#58;smile&#58; &#126;town&#45;square'],
    ['Mr. Lin said so. 1. No', 'Mr. Lin said so. 1&#46; No'],
    ['www.evil.example', 'www&#46;evil&#46;example'],
    ['www1.4.example', 'www1&#46;4&#46;example'],
    ['2025-08-29增长6.4%。', '2025-08-29增长6.4%。'],
    ['“会涨吗？”他问，“不会。”', '“会涨吗？”他问，“不会。”'],
    ['    四格', '&#32;   四格'],
  ])('%s are written %s', (words, written) => {
    expect(escapeMattermost(words)).toBe(written)
  })

  it('stand in a quotation with all their lines', () => {
    expect(quoteMattermost('一\n\n- 二')).toBe('> 一\n> \n> &#45; 二')
  })

  it('are read back as they were, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        expect(readMattermost(escapeMattermost(words))).toBe(words)
      }),
    )
  })
})

describe('Mattermost', () => {
  it('has a token for each command and webhook', async () => {
    expect(readMattermostTokens(` ${tokens.join(', ')} ,`)).toEqual(tokens)
    for (const secret of tokens) {
      const sent = await mattermostCommand.ask('票价', { secret })
      expect(await read(sent)).toMatchObject({
        kind: 'question',
        delivery: 'ZWZ5',
        user: 't1:u1',
        words: '票价',
      })
    }
  })

  it('calls back nobody but the server', async () => {
    const sent = await mattermostCommand.ask('票价')
    const body = sent.body.replace('chat.example', 'evil.example')
    expect(await read(sent)).toHaveProperty('later')
    expect(await read({ ...sent, body })).not.toHaveProperty('later')
  })

  it('takes posts as a form, too, and the trigger word away', async () => {
    const { body, ...sent } = await sendPost({ text: '@lectern  票价？', trigger_word: '' })
    expect(await read({ ...sent, body })).toMatchObject({ kind: 'question', delivery: 'p1', words: '票价？' })
    const form = new URLSearchParams({ ...JSON.parse(body), text: 'briefing 票价', trigger_word: 'briefing' })
    expect(await read({ ...sent, body: form.toString() })).toMatchObject({ kind: 'question', words: '票价' })
  })

  it('cannot read what has a token and says nothing', async () => {
    const { body, ...sent } = await sendPost({ post_id: '' })
    expect(await read({ ...sent, body })).toEqual({ kind: 'unreadable' })
  })
})

// ---------------------------------------------------------------------------

async function read({ path, headers, body }: Sent) {
  const { endpoints } = createMattermost({ tokens, server: 'https://chat.example', call: async () => ({}) })
  return endpoints[0]?.read({
    method: 'POST',
    url: new URL(path, 'https://lectern.example'),
    headers: new Headers(headers),
    body: new TextEncoder().encode(body),
  })
}
