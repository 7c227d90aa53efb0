import type { Page } from 'playwright-core'
import type { Stage } from '../../test/browser/widget-page.ts'
import { openState, type WidgetState, widgetStates } from '../../test/browser/widget-states.ts'
import type { View } from './views.ts'

export const stateNames = Object.keys(widgetStates) as WidgetState[]

/** Opens the widget in a state, on a page of another site, hands the page to `take`, and closes it. */
export async function showState(
  stage: Stage,
  { state, view }: { state: WidgetState; view: View },
  take: (page: Page) => Promise<unknown>,
): Promise<void> {
  const { viewport, colorScheme, lang } = view
  const opened = await openState(stage, state, {
    attributes: { lang },
    viewport,
    colorScheme,
    html: `lang="${lang}"`,
  })
  await take(opened.page)
  await opened.close()
}
