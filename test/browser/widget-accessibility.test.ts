import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findFaults } from './axe.ts'
import { openStage, type Stage } from './widget-page.ts'
import { openState, type WidgetState, widgetStates } from './widget-states.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

const states = Object.keys(widgetStates) as WidgetState[]

describe.each(states)('the widget, %s', (state) => {
  it('has no fault that axe finds, light and dark, and its contrast is AA', async () => {
    const { page, widget, close } = await openState(stage, state, {
      html: 'lang="zh-Hans"',
      body: '<main><h1>鹿鸣镇</h1></main>',
      reducedMotion: 'reduce',
      viewport: { width: 1000, height: 3000 },
    })
    // High enough to show all of it: what is scrolled away cannot be measured.
    await widget.evaluate((element) => element.style.setProperty('--lectern-panel-height', '2900px'))
    // What fades out is the same text that the button shows whole.
    for (const unfold of await widget.locator('.unfold').all()) await unfold.click()
    for (const colorScheme of ['light', 'dark'] as const) {
      const { violations, unmeasured, measured, leastContrast } = await findFaults(
        page,
        colorScheme,
        'lectern-chat',
      )
      expect(violations, colorScheme).toEqual([])
      expect(unmeasured, colorScheme).toEqual([])
      expect(measured).toBeGreaterThan(0)
      expect(leastContrast).toBeGreaterThanOrEqual(4.5)
    }
    await close()
  })
})
