import type { Quote } from '../answer/answer.ts'
import type { ViewContext } from './context.ts'
import { el } from './dom.ts'

/** Asks whether a quote is helpful, once. */
export function createRating(quote: Quote, { strings, say, rate }: ViewContext): HTMLElement {
  let isGiven = false
  return el(
    'div',
    // It may come after the quote has been read aloud, and is then no news.
    { class: 'rating', part: 'rating', role: 'group', 'aria-label': strings.helpful, 'aria-live': 'off' },
    el('span', { 'aria-hidden': 'true' }, strings.helpful),
    createButton(strings.yes, true),
    createButton(strings.no, false),
  )

  function createButton(label: string, helpful: boolean): HTMLButtonElement {
    const give = async () => {
      if (isGiven) return
      isGiven = true
      button.setAttribute('aria-pressed', 'true')
      if (await rate(quote, helpful)) return say(strings.thanks)
      isGiven = false
      button.setAttribute('aria-pressed', 'false')
      say(strings.ratingFailed)
    }
    const button = el(
      'button',
      { type: 'button', class: 'small', 'aria-pressed': 'false', onclick: () => void give() },
      label,
    )
    return button
  }
}
