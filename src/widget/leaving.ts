/** A question whose answer the reader left by a link into a record. */
export interface Left {
  question: string
  /** Which of the links below the question, from 0. */
  link: number
}

/** Keeps for this tab what the reader asked, so that going back finds it again. Blocked storage is no error. */
export function rememberLeaving(element: Element, left: Left): void {
  try {
    sessionStorage.setItem(key, JSON.stringify({ ...left, ...whereIs(element) }))
  } catch {}
}

/** What the reader left here, if they come back to this very page; told once. */
export function recallLeaving(element: Element): Left | undefined {
  try {
    const { question, link, page, place } = JSON.parse(sessionStorage.getItem(key) ?? '{}')
    const here = whereIs(element)
    if (page === here.page && place !== here.place) return undefined
    forgetLeaving()
    const isBack = page === here.page && cameBack()
    return isBack && typeof question === 'string' ? { question, link: Number(link) } : undefined
  } catch {
    return undefined
  }
}

export function forgetLeaving(): void {
  try {
    sessionStorage.removeItem(key)
  } catch {}
}

/** Whether a click on a link leads away in this very tab. */
export function leavesTab(event: MouseEvent): boolean {
  const { defaultPrevented, button, metaKey, ctrlKey, shiftKey, altKey } = event
  return !defaultPrevented && button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey
}

// ---------------------------------------------------------------------------

const key = 'lectern-chat'

/** The page, and which of the widgets on it. */
function whereIs(element: Element): { page: string; place: number } {
  const { origin, pathname, search } = location
  return {
    page: `${origin}${pathname}${search}`,
    place: [...document.querySelectorAll(element.localName)].indexOf(element),
  }
}

function cameBack(): boolean {
  const [navigation] = performance.getEntriesByType('navigation')
  return (navigation as PerformanceNavigationTiming | undefined)?.type === 'back_forward'
}
