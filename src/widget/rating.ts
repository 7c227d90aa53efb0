import type { VoteKind } from './api.ts'
import type { ViewContext } from './context.ts'
import { el } from './dom.ts'

/** Asks whether an answer helped. The thumb that was chosen stays pressed; to press it again takes it back. */
export function createRating({ strings, say, rate, rated }: ViewContext): HTMLElement {
  const thumbs = { up: createThumb('up'), down: createThumb('down') }
  let isSending = false
  show(rated())
  return el(
    'div',
    // It may come after the answer has been read aloud, and is then no news.
    { class: 'rating', part: 'rating', role: 'group', 'aria-label': strings.helpful, 'aria-live': 'off' },
    el('span', { 'aria-hidden': 'true' }, strings.helpful),
    thumbs.up,
    thumbs.down,
  )

  function createThumb(kind: 'up' | 'down'): HTMLButtonElement {
    return el(
      'button',
      { type: 'button', class: 'small', onclick: () => void give(kind) },
      // A picture beside the word, which says the same.
      el('span', { class: `thumb ${kind}`, 'aria-hidden': 'true' }),
      kind === 'up' ? strings.yes : strings.no,
    )
  }

  async function give(kind: 'up' | 'down'): Promise<void> {
    if (isSending) return
    isSending = true
    const before = rated()
    const vote = before === kind ? 'withdrawn' : kind
    show(vote)
    const isTaken = await rate(vote)
    isSending = false
    if (!isTaken) show(before)
    say(isTaken ? strings.thanks : strings.ratingFailed)
  }

  function show(vote: VoteKind): void {
    for (const kind of ['up', 'down'] as const)
      thumbs[kind].setAttribute('aria-pressed', String(vote === kind))
  }
}
