import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ErrorDetail } from '../../src/widget/lectern-chat.ts'
import { askWidget, openStage, openWidget, type Stage, type WidgetPage } from './widget-page.ts'
import { openState } from './widget-states.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

const failures = [
  { way: 'html', code: 'unreadable', words: '服务器的答复无法读取。' },
  { way: 'half', code: 'unreadable', words: '服务器的答复无法读取。' },
  { way: 'shape', code: 'unreadable', words: '服务器的答复无法读取。' },
  { way: 'fault', code: 'server-error', words: '服务器出了问题。' },
  { way: 'cut', code: 'unreachable', words: '连不上服务器。' },
  { way: 'busy', code: 'too-many-requests', words: '提问太频繁。' },
] as const

describe('a server that fails', () => {
  for (const { way, code, words } of failures) {
    it(`by the way "${way}" is told in words, to the page too, and asked again on request`, async () => {
      const opened = await openWidget(stage, { way })
      const errors = await collectErrors(opened)
      await askWidget(opened, '码头什么时候开放')
      const problem = opened.widget.locator('.problem')
      await problem.waitFor()
      expect(await problem.getByRole('alert').textContent()).toBe(words)
      expect(await errors()).toEqual([{ question: '码头什么时候开放', code, message: words }])
      expect(await opened.widget.locator('.pending .asked bdi').textContent()).toBe('码头什么时候开放')
      const before = countAsked(way)
      await problem.getByRole('button', { name: '重试' }).click()
      await expect.poll(() => countAsked(way)).toBe(before + 1)
      await opened.close()
    })
  }

  it('to refuse the question says what the server says, and gives the question back', async () => {
    const opened = await openState(stage, 'refused')
    expect(await opened.widget.getByRole('alert').textContent()).toBe(
      '服务器没有接受这个问题。 Day 31 is not in June.',
    )
    expect(await opened.widget.locator('textarea').inputValue()).toBe('码头什么时候开放')
    expect(await opened.widget.getByRole('button', { name: '重试' }).count()).toBe(0)
    await opened.close()
  })

  it('with a code that is a word of the language itself is told like any other', async () => {
    const opened = await openWidget(stage, { way: 'refuse' })
    await opened.page.route('**/api/ask**', (route) =>
      route.fulfill({
        status: 400,
        headers: { 'Access-Control-Allow-Origin': '*' },
        json: { code: 'constructor', detail: 7 },
      }),
    )
    await askWidget(opened, '码头什么时候开放')
    await expect.poll(() => opened.widget.getByRole('alert').textContent()).toBe('服务器没有接受这个问题。')
    await opened.close()
  })

  it('to answer at all is waited for 15 seconds', async () => {
    const opened = await openWidget(stage, { way: 'never' })
    await stopClock(opened)
    await askWidget(opened, '码头什么时候开放')
    await opened.page.clock.runFor(14_900)
    expect(await opened.widget.locator('.problem').count()).toBe(0)
    await opened.page.clock.runFor(200)
    await expect.poll(() => opened.widget.getByRole('alert').textContent()).toBe('服务器没有及时答复。')
    await opened.close()
  })

  it('because it is not there can be asked again once it is', async () => {
    const opened = await openWidget(stage, { attributes: { src: `${stage.app.url}/nowhere` } })
    await opened.page.route('**/nowhere/api/ask**', (route) => route.abort('connectionrefused'))
    await askWidget(opened, '渡口保留到什么时候')
    await expect.poll(() => opened.widget.getByRole('alert').textContent()).toBe('连不上服务器。')
    await opened.page.unroute('**/nowhere/api/ask**')
    await opened.page.route('**/nowhere/api/ask**', async (route) => {
      const response = await route.fetch({ url: route.request().url().replace('/nowhere', '') })
      await route.fulfill({ response })
    })
    await opened.widget.getByRole('button', { name: '重试' }).click()
    await opened.widget.locator('article blockquote').first().waitFor()
    expect(await opened.widget.locator('.problem').count()).toBe(0)
    await opened.close()
  })
})

describe('asking again', () => {
  it('keeps the focus within, so that Escape still closes', async () => {
    const opened = await openState(stage, 'server-error')
    await opened.widget.getByRole('button', { name: '重试' }).press('Enter')
    await opened.widget.getByRole('button', { name: '重试' }).waitFor()
    await opened.page.keyboard.press('Escape')
    expect(await opened.widget.getByRole('dialog').count()).toBe(0)
    await opened.close()
  })
})

describe('a server that is asked too much', () => {
  it('is asked again when the seconds that it wants are counted down, twice', async () => {
    const opened = await openWidget(stage, { way: 'busy' })
    await stopClock(opened)
    const before = countAsked('busy')
    await askWidget(opened, '码头什么时候开放')
    const left = opened.widget.locator('.countdown')
    await expect.poll(() => left.textContent()).toBe('7 秒后自动重试')
    await opened.page.clock.runFor(3000)
    expect(await left.textContent()).toBe('4 秒后自动重试')
    expect(countAsked('busy')).toBe(before + 1)
    for (const asked of [2, 3]) {
      await opened.page.clock.runFor(7000)
      await expect.poll(() => countAsked('busy')).toBe(before + asked)
      await opened.widget.getByRole('button', { name: '重试' }).waitFor()
    }
    expect(await left.textContent()).toBe('')
    await opened.page.clock.runFor(60_000)
    expect(countAsked('busy')).toBe(before + 3)
    await opened.close()
  })

  it('is left alone once another question is asked', async () => {
    const opened = await openWidget(stage, { way: 'busy' })
    await stopClock(opened)
    await askWidget(opened, '第一个问题')
    await opened.widget.locator('.countdown').waitFor()
    await opened.widget.evaluate((element, src) => element.setAttribute('src', src), stage.app.url)
    await askWidget(opened, '渡口保留到什么时候')
    await opened.widget.locator('article').waitFor()
    const before = countAsked('busy')
    await opened.page.clock.runFor(10_000)
    expect(countAsked('busy')).toBe(before)
    expect(await opened.widget.locator('article').count()).toBe(1)
    await opened.close()
  })
})

describe('waiting', () => {
  it('says nothing for 300 milliseconds, then that it searches, after 5 seconds that it still does', async () => {
    const opened = await openWidget(stage, { way: 'never' })
    await stopClock(opened)
    await askWidget(opened, '码头什么时候开放')
    const status = opened.widget.getByRole('status')
    await opened.page.clock.runFor(250)
    expect(await status.textContent()).toBe('')
    await opened.page.clock.runFor(100)
    expect(await status.textContent()).toBe('正在查找记录……')
    await opened.page.clock.runFor(4700)
    expect(await status.textContent()).toBe('仍在查找，请稍候……')
    await opened.close()
  })

  it('ends for the question before when another is asked', async () => {
    const opened = await openWidget(stage, { way: 'slow' })
    const first = opened.widget.evaluate((element) =>
      (element as HTMLElementTagNameMap['lectern-chat']).ask('第一个问题'),
    )
    await expect.poll(() => stage.fake.requests.at(-1)?.url).toContain(encodeURIComponent('第一个问题'))
    await askWidget(opened, '第二个问题')
    expect(await first).toBeUndefined()
    await opened.widget.locator('article').waitFor()
    expect(await opened.widget.locator('.asked bdi').allTextContents()).toEqual(['第二个问题'])
    await opened.close()
  })
})

describe('without a network', () => {
  it('says so, and asks again once there is one', async () => {
    const opened = await openState(stage, 'offline')
    expect(await opened.widget.getByRole('alert').textContent()).toBe('没有网络连接。')
    expect(await opened.widget.locator('.countdown').textContent()).toBe('恢复连接后自动重试')
    await opened.page.context().setOffline(false)
    await opened.widget.locator('article blockquote').first().waitFor()
    expect(await opened.widget.locator('.problem').count()).toBe(0)
    await opened.close()
  })
})

describe('a question that cannot be asked', () => {
  it('because it is empty is met gently, and the focus stays', async () => {
    const opened = await openState(stage, 'empty-question')
    expect(await opened.widget.getByRole('status').textContent()).toBe('请先写下问题。')
    expect(await focusedPart(opened)).toBe('input')
    await opened.widget.getByRole('button', { name: '提问', exact: true }).click()
    expect(await focusedPart(opened)).toBe('input')
    await opened.close()
  })

  it('because it is longer than 2,000 characters stays in the field and is not sent', async () => {
    const opened = await openWidget(stage, { way: 'told' })
    const errors = await collectErrors(opened)
    const field = opened.widget.locator('textarea')
    await opened.widget.getByRole('button', { name: '向记录提问' }).click()
    const before = stage.fake.requests.length
    await field.fill('长'.repeat(2001))
    await field.press('Enter')
    expect(await opened.widget.getByRole('status').textContent()).toContain('2000')
    expect((await field.inputValue()).length).toBe(2001)
    expect(stage.fake.requests.slice(before).filter(({ url }) => url.includes('/ask'))).toEqual([])
    expect((await errors()).map(({ code }) => code)).toEqual(['question-too-long'])
    await field.fill('长'.repeat(2000))
    await field.press('Enter')
    await opened.widget.locator('article').waitFor()
    const { method, url, body } = stage.fake.requests.at(-1) ?? {}
    expect([method, url]).toEqual(['POST', '/told/api/ask'])
    expect(JSON.parse(body ?? '')).toEqual({ question: '长'.repeat(2000), filters: {} })
    await opened.close()
  })

  it('is none with 2,000 Chinese characters, for the real server', async () => {
    const opened = await openWidget(stage)
    await askWidget(opened, `渡口保留到什么时候${'？'.repeat(1991)}`)
    await opened.widget.locator('article blockquote').first().waitFor()
    expect(opened.complaints).toEqual([])
    await opened.close()
  })
})

describe('a server without records', () => {
  it('is told of before anything is asked', async () => {
    const opened = await openState(stage, 'no-records')
    await expect.poll(() => opened.widget.locator('.scope').textContent()).toBe('查找范围内没有记录。')
    await opened.close()
  })
})

// ---------------------------------------------------------------------------

/** From here on, time passes in the page only as far as a test lets it run. */
async function stopClock({ page }: WidgetPage): Promise<void> {
  await page.clock.install({ time: 0 })
  await page.clock.pauseAt(60_000)
}

function countAsked(way: string): number {
  return stage.fake.requests.filter(({ url }) => url.startsWith(`/${way}/api/ask`)).length
}

function focusedPart({ widget }: WidgetPage): Promise<string | null | undefined> {
  return widget.evaluate((element) => element.shadowRoot?.activeElement?.getAttribute('part'))
}

/** What the page hears of errors, from its own listener on the document. */
async function collectErrors({ page }: WidgetPage): Promise<() => Promise<ErrorDetail[]>> {
  await page.evaluate(() => {
    const heard: unknown[] = []
    Object.assign(window, { heard })
    document.addEventListener('lectern:error', (event) => heard.push((event as CustomEvent).detail))
  })
  return () => page.evaluate(() => (window as unknown as { heard: ErrorDetail[] }).heard)
}
