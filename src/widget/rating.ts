import type { Quote } from '../answer/answer.ts'
import type { ViewContext } from './context.ts'
import { el } from './dom.ts'

/** Asks whether a quote is helpful, once; undefined where the server does not want to know. */
export function createRating(quote: Quote, { strings, say, rate }: ViewContext): HTMLElement | undefined {
  if (!rate) return undefined
  const buttons = [
    el('button', { type: 'button', class: 'small', onclick: () => give(true) }, strings.yes),
    el('button', { type: 'button', class: 'small', onclick: () => give(false) }, strings.no),
  ]
  const group = el('div', { class: 'rating', part: 'rating', role: 'group', 'aria-label': strings.helpful })
  group.append(el('span', { 'aria-hidden': 'true' }, strings.helpful), ...buttons)
  let isUnderWay = false
  return group

  async function give(helpful: boolean) {
    if (isUnderWay || !rate) return
    isUnderWay = true
    const taken = await rate(quote, helpful)
    isUnderWay = false
    say(taken ? strings.thanks : strings.ratingFailed)
    if (!taken) return
    const thanks = el('span', { tabindex: '-1' }, strings.thanks)
    const hadFocus = group.contains((group.getRootNode() as ShadowRoot).activeElement)
    group.replaceChildren(thanks)
    // The button that had the focus is gone: the reader goes on from here.
    if (hadFocus) thanks.focus()
  }
}
