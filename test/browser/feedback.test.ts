import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '../../src/store/store.ts'
import { openStore } from '../support/store.ts'
import { askWidget, openStage, openWidget, type Stage } from './widget-page.ts'

let stage: Stage
let store: Store
beforeAll(async () => {
  store = await openStore()
  stage = await openStage({ store })
})
afterAll(() => stage.close())

describe('the thumbs below an answer', () => {
  it('reach the store by keyboard from a site of another origin, and can be taken back', async () => {
    const question = '大桥什么时候通车'
    const { page, widget, complaints, close } = await openWidget(stage)
    await askWidget({ widget }, question)
    const thumbs = widget.getByRole('group', { name: '这个回答有用吗？' }).getByRole('button')
    const [up, down] = [thumbs.nth(0), thumbs.nth(1)]
    await up.waitFor()
    expect(await thumbs.allTextContents()).toEqual(['有用', '没用'])
    const votes = async () => {
      const [first] = await store.listQuestions({})
      return [first?.question, first?.count, first?.up, first?.down]
    }
    await expect.poll(votes).toEqual([question, 1, 0, 0])
    await up.focus()
    await page.keyboard.press('Enter')
    await expect.poll(votes).toEqual([question, 1, 1, 0])
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await expect.poll(votes).toEqual([question, 1, 0, 1])
    await expect.poll(() => down.getAttribute('aria-pressed')).toBe('true')
    expect(await up.getAttribute('aria-pressed')).toBe('false')
    await page.keyboard.press('Space')
    await expect.poll(votes).toEqual([question, 1, 0, 0])
    await expect.poll(() => down.getAttribute('aria-pressed')).toBe('false')
    expect(complaints).toEqual([])
    await close()
  })

  it('stay as they are in another language, and under the same question asked again', async () => {
    const { widget, close } = await openWidget(stage)
    await askWidget({ widget }, '大桥什么时候通车')
    await widget.getByRole('button', { name: '有用' }).click()
    await expect.poll(() => widget.getByRole('status').textContent()).toBe('已收到，谢谢。')
    await widget.evaluate((element) => element.setAttribute('lang', 'en'))
    const yes = widget.getByRole('button', { name: 'Yes' })
    await expect.poll(() => yes.getAttribute('aria-pressed')).toBe('true')
    await askWidget({ widget }, '大桥什么时候通车')
    await expect.poll(() => yes.count()).toBe(2)
    expect(await yes.last().getAttribute('aria-pressed')).toBe('true')
    await close()
  })

  it('are not there below an abstention', async () => {
    const { widget, close } = await openWidget(stage)
    await askWidget({ widget }, '火星殖民地的电费')
    await widget.locator('.verdict').waitFor()
    expect(await widget.locator('.rating').count()).toBe(0)
    await close()
  })
})
