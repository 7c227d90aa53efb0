import { Hono } from 'hono'
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { mountVotePages } from '../../src/http/routes/pages/vote.ts'
import { openApp } from '../http/open-app.ts'
import { textOf } from './open-page.ts'

const page = '/f/rocketchat/fb1.a1.up.mac'

describe('the page to vote', () => {
  it('asks to confirm, and keeps nothing when it is only looked at', async () => {
    const { ask, votes } = await open()
    const { status, headers, document } = await ask('GET', page)
    expect([status, textOf(document, 'h1')]).toEqual([200, '这条回答有用'])
    const form = document.querySelector('main form')
    expect([form?.getAttribute('method'), form?.hasAttribute('action')]).toEqual(['post', false])
    expect(textOf(form, 'button')).toBe('确认')
    expect(votes).toEqual([])
    expect(headers.get('Cache-Control')).toBe('no-store')
    expect((await ask('HEAD', page)).status).toBe(200)
    expect(votes).toEqual([])
  })

  it('keeps a vote that is confirmed, and thanks for it', async () => {
    const { ask, votes } = await open()
    const { status, document } = await ask('POST', page)
    expect([status, textOf(document, '[role=status]')]).toEqual([200, '谢谢，已经记下。'])
    expect(document.querySelector('main form')).toBeNull()
    expect(votes).toEqual([{ platform: 'rocketchat', token: 'fb1.a1.up.mac', user: 'page' }])
  })

  it('has no script, and allows none', async () => {
    const { ask } = await open()
    for (const method of ['GET', 'POST']) {
      const { headers, document } = await ask(method, page)
      expect(document.querySelectorAll('script')).toHaveLength(0)
      const policy = headers.get('Content-Security-Policy')
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("script-src 'none'")
      expect(policy).toContain("form-action 'self'")
      expect(policy).toContain("frame-ancestors 'none'")
    }
  })

  it.each([
    ['another secret', 'POST', '/f/rocketchat/fb1.a1.up.other'],
    ['no vote', 'GET', '/f/rocketchat/fb1.a1.sideways.mac'],
    ['no token', 'POST', '/f/rocketchat/a1'],
    ['another platform', 'GET', '/f/slack/fb1.a1.up.mac'],
    ['a platform that is none', 'POST', '/f/constructor/fb1.a1.up.mac'],
  ])('says that a link with %s is none of ours', async (_, method, path) => {
    const { ask, votes } = await open()
    const { status, document, headers } = await ask(method, path)
    expect([status, textOf(document, 'h1')]).toEqual([404, '这个链接不属于我们的任何回答。'])
    expect(headers.get('Cache-Control')).toBe('no-store')
    expect(votes).toEqual([])
  })

  it.each([
    ['en', 'This answer was not helpful', 'Confirm'],
    ['zh-TW', '這條回答沒用', '確認'],
  ])('speaks the language of the browser: %s', async (language, title, button) => {
    const { ask } = await open()
    const { document } = await ask('GET', '/f/teams/fb1.a1.down.mac', { 'Accept-Language': language })
    expect([textOf(document, 'h1'), textOf(document, 'main button')]).toEqual([title, button])
  })

  it('stands beside the other pages, and takes nothing but looks and votes', async () => {
    const { ask } = await open(await openApp())
    expect((await ask('GET', page)).status).toBe(200)
    expect((await ask('PUT', page)).status).toBe(405)
  })
})

// ---------------------------------------------------------------------------

async function open(app = new Hono()) {
  const votes: object[] = []
  mountVotePages(app, {
    platforms: ['rocketchat', 'teams'],
    async keepVote(vote) {
      if (!vote.token.endsWith('.mac')) return false
      votes.push(vote)
      return true
    },
  })
  return {
    votes,
    async ask(method: string, path: string, headers: Record<string, string> = {}) {
      const response = await app.request(path, { method, headers })
      const { document } = parseHTML(await response.text())
      return { status: response.status, headers: response.headers, document }
    },
  }
}
