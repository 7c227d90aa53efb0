import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPage, openPageStage, type PageStage } from './open-page.ts'

let stage: PageStage
beforeAll(async () => {
  stage = await openPageStage()
})
afterAll(() => stage?.close())

describe('without JavaScript', () => {
  it('a question is asked, its answer read and followed into the record', async () => {
    const { page, context, foreign, complaints } = await openPage(stage, {
      javaScriptEnabled: false,
    })
    await page.goto(`${stage.url}/`)
    await page.getByLabel('问题').fill('渡口保留到什么时候')
    await page.getByText('筛选').click()
    await page.getByLabel('发言人').selectOption('颜青禾')
    await page.getByRole('button', { name: '提问' }).click()
    const quote = page.locator('.quote').first()
    expect(await quote.locator('blockquote').textContent()).toContain('渡口保留到明年6月')
    expect(await quote.locator('.who').textContent()).toContain('颜青禾')
    await quote.getByRole('link', { name: '在记录中查看' }).click()
    expect(new URL(page.url()).hash).toBe('#quote')
    expect(await page.locator('#t4 mark').first().textContent()).toContain('渡口保留到明年6月')
    expect(foreign).toEqual([])
    expect(complaints).toEqual([])
    await context.close()
  })

  it('an outcome has the focus, and is in view', async () => {
    const { page, context } = await openPage(stage, { javaScriptEnabled: false })
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(`${stage.url}/`)
    await page.getByLabel('问题').fill('渡口保留到什么时候')
    await page.keyboard.press('Enter')
    const heading = page.getByRole('heading', { level: 1 })
    await page.waitForURL(/#outcome$/u)
    expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true)
    const box = await page.locator('blockquote').first().boundingBox()
    expect(box?.y).toBeGreaterThan(0)
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(740)
    await context.close()
  })

  it('a filter is set, told, and taken off again', async () => {
    const { page, context, foreign, complaints } = await openPage(stage, {
      javaScriptEnabled: false,
    })
    await page.goto(`${stage.url}/?q=大桥什么时候通车`)
    await page.getByText('筛选', { exact: true }).click()
    await page.getByLabel('记录类型').selectOption('letter')
    await page.getByLabel('起始日期').fill('2025-01-01')
    await page.getByRole('button', { name: '提问' }).click()
    expect(await page.locator('.chip').allTextContents()).toEqual([
      '× 记录类型：信函',
      '× 起始日期：2025-01-01',
    ])
    expect(await page.locator('.verdict p').first().textContent()).toContain('没有符合筛选条件的记录')
    await page.getByRole('link', { name: '取消筛选“记录类型：信函”' }).click()
    expect(await page.locator('.chip').allTextContents()).toEqual(['× 起始日期：2025-01-01'])
    expect(await page.locator('.searched').textContent()).toContain('1 份记录')
    await page.locator('.chip').click()
    expect(new URL(page.url()).searchParams.get('q')).toBe('大桥什么时候通车')
    expect(await page.locator('.filters-set').count()).toBe(0)
    expect([...foreign, ...complaints]).toEqual([])
    await context.close()
  })

  it('what was typed wrong keeps its words, and has the focus', async () => {
    const { page, context } = await openPage(stage, { javaScriptEnabled: false })
    await page.goto(`${stage.url}/?q=大桥&from=2025-02-30#outcome`)
    const field = page.getByRole('textbox', { name: '起始日期' })
    expect(await field.inputValue()).toBe('2025-02-30')
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true)
    await field.fill('2025-02-28')
    await page.getByRole('button', { name: '提问' }).click()
    expect(await page.locator('.fault').count()).toBe(0)
    await context.close()
  })

  it('a speaker is found, read, and asked', async () => {
    const { page, context, foreign, complaints } = await openPage(stage, {
      javaScriptEnabled: false,
    })
    await page.goto(`${stage.url}/`)
    await page.getByRole('link', { name: '发言人' }).click()
    await page.getByRole('link', { name: '颜青禾' }).click()
    expect(await page.locator('.offices').textContent()).toContain('镇航运所所长')
    await page.getByLabel('只向这位发言人提问').fill('渡口保留到什么时候')
    await page.getByRole('button', { name: '提问' }).click()
    expect(await page.locator('.chip').textContent()).toBe('× 发言人：颜青禾')
    await page.goBack()
    await page.getByRole('link', { name: '渡口保留到明年6月' }).click()
    expect(new URL(page.url()).hash).toBe('#t4')
    expect(await page.locator('#t4').isVisible()).toBe(true)
    expect([...foreign, ...complaints]).toEqual([])
    await context.close()
  })

  it('the records are filtered by a year', async () => {
    const { page, context, complaints } = await openPage(stage, { javaScriptEnabled: false })
    await page.goto(`${stage.url}/records`)
    await page.getByRole('list', { name: '按年份' }).getByRole('link', { name: '2025' }).click()
    expect(await page.locator('.entry .title').allTextContents()).toEqual(['鹿鸣镇跨河大桥情况发布会'])
    expect(await page.getByRole('status').textContent()).toBe('共 1 份记录')
    await page.locator('summary').click()
    await page.getByLabel('标题包含').fill('没有')
    await page.getByRole('button', { name: '筛选' }).click()
    expect(await page.getByRole('status').textContent()).toBe('没有符合条件的记录。')
    expect(complaints).toEqual([])
    await context.close()
  })

  it('the page about the widget tells all, and that the widget itself needs a script', async () => {
    const { page, context, complaints } = await openPage(stage, { javaScriptEnabled: false })
    await page.goto(`${stage.url}/embed`)
    expect(await page.locator('#line').textContent()).toContain(`<script src="${stage.url}/widget.js" defer>`)
    expect(await page.locator('lectern-chat').innerText()).toContain('这里需要 JavaScript')
    expect(await page.locator('button[data-copy]:visible').count()).toBe(0)
    expect(complaints).toEqual([])
    await context.close()
  })
})

describe('the widget on its page', () => {
  it('asks this server, and nothing is complained of', async () => {
    const { page, context, foreign, complaints } = await openPage(stage)
    await page.goto(`${stage.url}/embed`)
    const field = page.locator('lectern-chat').getByRole('textbox')
    await field.fill('渡口保留到什么时候')
    await field.press('Enter')
    const quote = page.locator('lectern-chat blockquote').first()
    expect(await quote.textContent()).toContain('渡口保留到明年6月')
    expect(foreign).toEqual([])
    expect(complaints).toEqual([])
    await context.close()
  })
})

describe('/docs', () => {
  it('shows the operations, loads nothing from elsewhere and complains of nothing', async () => {
    const { page, context, foreign, complaints } = await openPage(stage)
    await page.goto(`${stage.url}/docs`)
    await page.locator('.opblock').first().waitFor()
    const summaries = await page.locator('.opblock-summary-path').allTextContents()
    expect(summaries.map((path) => path.replace(/\u200b/gu, ''))).toContain('/api/records/{id}')
    await page.locator('#operations-ask-ask .opblock-summary-control').click()
    await page.getByRole('button', { name: 'Try it out' }).click()
    await page.getByRole('button', { name: 'Execute' }).click()
    await page.locator('.live-responses-table').waitFor()
    expect(await page.locator('.live-responses-table .response-col_status').last().textContent()).toContain(
      '200',
    )
    expect(foreign).toEqual([])
    expect(complaints).toEqual([])
    await context.close()
  })
})
