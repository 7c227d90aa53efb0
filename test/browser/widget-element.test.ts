import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LecternChat } from '../../src/widget/lectern-chat.ts'
import { makeAnswer, makeQuote } from './widget-fake.ts'
import { askWidget, openStage, openWidget, readStorage, type Stage } from './widget-page.ts'
import { openState } from './widget-states.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

describe('what is sent', () => {
  it('is the question and the filters of the site, without cookies or referrer', async () => {
    stage.fake.told = makeAnswer()
    const attributes = { speaker: '江一帆', from: '2025-01-01', kind: 'briefing' }
    const { page, widget, close } = await openWidget(stage, {
      attributes: { ...attributes, src: `${stage.fake.url}/told` },
    })
    await page.context().addCookies([{ name: 'own', value: '1', url: stage.fake.url }])
    await askWidget({ widget }, '码头 & 渡船?')
    await widget.locator('article').waitFor()
    const { url = '', headers } =
      stage.fake.requests.filter(({ url }) => url.includes('/api/ask')).at(-1) ?? {}
    expect(Object.fromEntries(new URL(url, 'http://fake').searchParams)).toEqual({
      q: '码头 & 渡船?',
      ...attributes,
    })
    expect([headers?.cookie, headers?.referer]).toEqual([undefined, undefined])
    expect(await widget.locator('.scope').textContent()).toBe(
      '只查 发言人 江一帆 记录类型 briefing 起始日期 2025-01-01',
    )
    expect(await readStorage(page)).toEqual({})
    await close()
  })

  it('goes to where the script came from, where the element names no server', async () => {
    const { page, widget, close } = await openWidget(stage, { attributes: { src: '' } })
    const [request] = await Promise.all([
      page.waitForRequest('**/api/ask**'),
      askWidget({ widget }, '码头什么时候开放'),
    ])
    expect(new URL(request.url()).origin).toBe(stage.host.url)
    await close()
  })
})

describe('the element', () => {
  it('is opened, asked and closed by the page, and takes no focus from elsewhere', async () => {
    const { page, widget, close } = await openWidget(stage, { body: '<input id="own">' })
    expect(await widget.evaluate((element) => (element as LecternChat).opened)).toBe(false)
    await widget.evaluate((element) => (element as LecternChat).open())
    expect(await widget.evaluate((element) => (element as LecternChat).opened)).toBe(true)
    await page.locator('#own').focus()
    await widget.evaluate((element) => (element as LecternChat).close())
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('own')
    const outcome = await widget.evaluate((element) => (element as LecternChat).ask(' 渡口保留到什么时候 '))
    expect(outcome).toMatchObject({ kind: 'answer', question: '渡口保留到什么时候' })
    expect(await widget.evaluate((element) => (element as LecternChat).opened)).toBe(true)
    await close()
  })

  it('tells the page of answers and abstentions', async () => {
    const { page, widget, close } = await openWidget(stage)
    await page.evaluate(() => {
      const heard: unknown[] = []
      Object.assign(window, { heard })
      for (const name of ['lectern:answer', 'lectern:abstain', 'lectern:error'] as const) {
        document.addEventListener(name, ({ detail }) => {
          heard.push([name, detail.question, 'outcome' in detail && detail.outcome.kind])
        })
      }
    })
    await askWidget({ widget }, '渡口保留到什么时候')
    await widget.locator('article').waitFor()
    await askWidget({ widget }, '火星上有水吗')
    await widget.locator('article').nth(1).waitFor()
    expect(await page.evaluate(() => (window as unknown as { heard: unknown[] }).heard)).toEqual([
      ['lectern:answer', '渡口保留到什么时候', 'answer'],
      ['lectern:abstain', '火星上有水吗', 'abstention'],
    ])
    await close()
  })

  it('speaks the language of the page around it, and changes it with everything kept', async () => {
    const { page, widget, close } = await openWidget(stage, {
      html: 'lang="zh-HK"',
      attributes: { lang: '', mode: 'inline' },
    })
    expect(await widget.locator('h2').textContent()).toBe('向記錄提問')
    await askWidget({ widget }, '渡口保留到什么时候')
    await widget.locator('article').waitFor()
    await widget.locator('textarea').fill('草稿')
    await widget.evaluate((element) => {
      element.setAttribute('lang', 'en-GB')
      element.setAttribute('heading', 'Town records')
      element.setAttribute('mode', 'button')
    })
    expect(await widget.locator('h2').textContent()).toBe('Town records')
    expect(await widget.locator('.lead').textContent()).toContain('from the records')
    expect(await widget.locator('textarea').inputValue()).toBe('草稿')
    expect(await widget.getByRole('dialog').isVisible()).toBe(true)
    expect(await widget.locator('blockquote').first().getAttribute('lang')).toBe('zh-Hans')
    await page.close()
    await close()
  })

  it('forgets what another server said', async () => {
    stage.fake.told = makeAnswer({ quotes: [makeQuote({ text: '另一处的话。' })] })
    const { widget, close } = await openState(stage, 'answer')
    await widget.evaluate((element, src) => element.setAttribute('src', src), `${stage.fake.url}/told`)
    expect(await widget.locator('article').count()).toBe(0)
    await askWidget({ widget }, '码头')
    await widget.locator('article').waitFor()
    expect(await widget.locator('article').count()).toBe(1)
    await close()
  })

  it('keeps its conversation when it is moved in the page', async () => {
    const { page, widget, close } = await openState(stage, 'answer', { body: '<div id="other"></div>' })
    await page.evaluate(() => {
      const element = document.querySelector('lectern-chat') as Element
      document.querySelector('#other')?.append(element)
    })
    expect(await widget.locator('article').count()).toBe(1)
    await close()
  })
})
