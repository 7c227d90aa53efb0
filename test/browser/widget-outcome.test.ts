import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeAnswer } from './widget-fake.ts'
import { askWidget, openStage, openWidget, type Stage } from './widget-page.ts'
import { openState } from './widget-states.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

describe('an answer', () => {
  it('tells who said it, when, where and in reply to what, and what was searched', async () => {
    const { widget, close } = await openState(stage, 'answer')
    const figure = widget.locator('figure').first()
    expect(await figure.locator('.replied').textContent()).toBe('所答问题 · 河湾电台记者 渡口还会保留吗？')
    expect(await figure.locator('.who').textContent()).toBe('颜青禾 镇航运所所长')
    expect(await figure.locator('.where').textContent()).toBe(
      '鹿鸣镇跨河大桥情况发布会问答鹿鸣镇新闻办2025-05-20',
    )
    expect(await figure.locator('mark').first().textContent()).toContain('渡口')
    expect(await figure.getByRole('link', { name: '原始出处' }).getAttribute('href')).toBe(
      'https://luming.example/briefings/5',
    )
    expect(await widget.locator('.searched').textContent()).toContain('查找范围：3 份记录')
    await close()
  })

  it('is folded where it is very long, and whole on request', async () => {
    const { widget, close } = await openState(stage, 'full')
    const quote = widget.locator('blockquote').first()
    const folded = await quote.evaluate((element) => [element.clientHeight, element.scrollHeight])
    expect(folded[0]).toBeLessThan((folded[1] ?? 0) / 2)
    expect((await quote.textContent())?.length).toBe(26 * 30)
    const button = widget.getByRole('button', { name: '展开全文' })
    expect(await button.getAttribute('aria-expanded')).toBe('false')
    await button.click()
    const whole = await quote.evaluate((element) => [element.clientHeight, element.scrollHeight])
    expect(whole[0]).toBe(whole[1])
    await widget.getByRole('button', { name: '收起' }).click()
    await close()
  })

  it('tells what stands beside it, and where else it stands', async () => {
    const { widget, close } = await openState(stage, 'full')
    expect(await widget.locator('.beside').allTextContents()).toEqual([
      '前一句 先说整体安排。',
      '后一句 但遇到台风要顺延。',
    ])
    expect(await widget.locator('.also a').getAttribute('href')).toContain('/told/r/heron-bay-faq?s=10-24')
    await close()
  })

  it('offers further questions, which a click asks', async () => {
    const { widget, close } = await openState(stage, 'full')
    await widget.getByRole('button', { name: '改造期间渡船停航吗？' }).click()
    await widget.locator('article').nth(1).waitFor()
    expect(await widget.locator('.asked bdi').last().textContent()).toBe('改造期间渡船停航吗？')
    await close()
  })

  it('can be judged where the server wants to know, and nowhere else', async () => {
    const { widget, close } = await openState(stage, 'full')
    const rating = widget.getByRole('group', { name: '这个回答有用吗？' })
    const down = rating.getByRole('button', { name: '没用' })
    expect(await down.getAttribute('aria-pressed')).toBe('false')
    await down.click()
    await expect.poll(() => widget.getByRole('status').textContent()).toBe('已收到，谢谢。')
    const { method, url, body } = stage.fake.requests.at(-1) ?? {}
    expect([method, url]).toEqual(['POST', '/told/api/feedback'])
    const voted = { question: '码头什么时候开放', index: 'abc', user: expect.stringMatching(/^[\d-]{7,}$/u) }
    expect(JSON.parse(body ?? '')).toEqual({ ...voted, vote: 'down' })
    expect(await down.getAttribute('aria-pressed')).toBe('true')
    await close()
    const other = await openState(stage, 'answer')
    expect(await other.widget.locator('.rating').count()).toBe(0)
    await other.close()
  })

  it('keeps one judgement: the other thumb takes its place, the same one takes it back', async () => {
    const { page, widget, close } = await openState(stage, 'full')
    const rating = widget.getByRole('group', { name: '这个回答有用吗？' })
    expect(await rating.count()).toBe(1)
    const thumbs = [
      rating.getByRole('button', { name: '有用' }),
      rating.getByRole('button', { name: '没用' }),
    ]
    const pressed = async () =>
      (await Promise.all(thumbs.map((thumb) => thumb.getAttribute('aria-pressed')))).join()
    const sent = () =>
      stage.fake.requests.flatMap(({ url, body }) =>
        url === '/told/api/feedback' ? [JSON.parse(body) as { vote: string; user: string }] : [],
      )
    const before = sent().length
    const isSent = (count: number) => expect.poll(() => sent().length).toBe(before + count)
    await thumbs[0]?.focus()
    await page.keyboard.press('Enter')
    await isSent(1)
    await expect.poll(pressed).toBe('true,false')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await isSent(2)
    await expect.poll(pressed).toBe('false,true')
    await page.keyboard.press('Space')
    await isSent(3)
    await expect.poll(pressed).toBe('false,false')
    const votes = sent().slice(before)
    expect(votes.map(({ vote }) => vote)).toEqual(['up', 'down', 'withdrawn'])
    expect(new Set(votes.map(({ user }) => user)).size).toBe(1)
    await close()
  })

  it('hears who changes their mind while a judgement is on its way', async () => {
    const { page, widget, close } = await openState(stage, 'full')
    const votes: string[] = []
    let release = () => {}
    const isTime = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route('**/api/feedback', async (route) => {
      votes.push((route.request().postDataJSON() as { vote: string }).vote)
      await isTime
      await route.continue()
    })
    const [up, down] = ['有用', '没用'].map((name) => widget.getByRole('button', { name })) as [
      Locator,
      Locator,
    ]
    await up.click()
    await down.click()
    await down.click()
    await down.click()
    await expect.poll(() => votes).toEqual(['up'])
    expect(await down.getAttribute('aria-pressed')).toBe('true')
    release()
    await expect.poll(() => votes).toEqual(['up', 'down'])
    await expect.poll(() => widget.getByRole('status').textContent()).toBe('已收到，谢谢。')
    expect(await up.getAttribute('aria-pressed')).toBe('false')
    expect(await down.getAttribute('aria-pressed')).toBe('true')
    await close()
  })

  it('can be judged as soon as the server says so, if that comes after the answer', async () => {
    stage.fake.about = { version: '1', index: 'a', records: 1, passages: 1, feedback: true }
    stage.fake.told = makeAnswer()
    const { page, widget, close } = await openWidget(stage, { way: 'told' })
    let tell = () => {}
    const isTime = new Promise<void>((resolve) => {
      tell = resolve
    })
    await page.route('**/api/about', (route) => isTime.then(() => route.continue()))
    await askWidget({ widget }, '码头什么时候开放')
    await widget.locator('figure.quote').waitFor()
    expect(await widget.locator('.rating').count()).toBe(0)
    tell()
    await widget.getByRole('button', { name: '没用' }).click()
    await expect.poll(() => widget.getByRole('status').textContent()).toBe('已收到，谢谢。')
    expect(await widget.locator('.rating').count()).toBe(1)
    await close()
  })

  it('is said not to have been judged where the server does not take it', async () => {
    stage.fake.about = { version: '1', index: 'a', records: 1, passages: 1, feedback: true }
    stage.fake.told = makeAnswer()
    const { page, widget, close } = await openWidget(stage, { way: 'told' })
    await page.route('**/api/feedback', (route) => route.abort())
    await askWidget({ widget }, '码头什么时候开放')
    const yes = widget.getByRole('button', { name: '有用' })
    await yes.click()
    await expect.poll(() => widget.getByRole('status').textContent()).toBe('没有送达，请稍后再试。')
    expect(await yes.getAttribute('aria-pressed')).toBe('false')
    await close()
  })
})

describe('an abstention', () => {
  it('says so and why, and sets the nearest passages apart from answers', async () => {
    const { widget, close } = await openState(stage, 'nearest')
    expect(await widget.locator('.verdict').textContent()).toBe('这里的记录没有回答这个问题')
    expect(await widget.locator('.declined').textContent()).toContain('查找范围内没有提到“夜航”、“票价”。')
    expect(await widget.locator('.nearest h4').textContent()).toBe('最接近的段落（不是回答）')
    expect(await widget.locator('figure.quote').count()).toBe(0)
    const borders = await widget
      .locator('.near blockquote')
      .evaluateAll((quotes) => quotes.map((quote) => getComputedStyle(quote).borderInlineStartWidth))
    expect(borders).toEqual(['0px', '0px'])
    await close()
  })
})

describe('copying', () => {
  it('puts the quote with its source on the clipboard, and says so', async () => {
    const permissions = ['clipboard-read', 'clipboard-write']
    const { page, widget, close } = await openState(stage, 'answer', { permissions })
    await widget.getByRole('button', { name: '复制引语和出处' }).first().click()
    await expect.poll(() => widget.getByRole('status').textContent()).toBe('已复制引语和出处。')
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toContain(await widget.locator('blockquote').first().textContent())
    expect(copied).toMatch(/颜青禾.*《鹿鸣镇跨河大桥情况发布会》.*2025年5月20日/u)
    expect(copied).toContain(`${stage.app.url}/r/2025-05-briefing-bridge?s=`)
    await close()
  })

  it('shows the text selected where the browser refuses', async () => {
    const { page, widget, close } = await openState(stage, 'answer')
    await page.evaluate(() =>
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) },
      }),
    )
    await widget.getByRole('button', { name: '复制引语和出处' }).first().click()
    expect(await widget.getByRole('status').textContent()).toContain('浏览器不允许复制')
    const selected = await widget.evaluate((element) => {
      const field = element.shadowRoot?.activeElement as HTMLTextAreaElement
      return field.value.slice(field.selectionStart, field.selectionEnd)
    })
    expect(selected).toContain('渡口保留到明年6月')
    await close()
  })
})
