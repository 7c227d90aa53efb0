import type { VoteKind } from './api.ts'
import type { ViewContext } from './context.ts'
import { el } from './dom.ts'

/** Asks whether an answer helped. The thumb that was chosen stays pressed; to press it again takes it back. */
export function createRating({ strings, say, rate, rated }: ViewContext): HTMLElement {
  const thumbs = { up: createThumb('up'), down: createThumb('down') }
  let wanted = rated()
  let isSending = false
  show(wanted)
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
    wanted = wanted === kind ? 'withdrawn' : kind
    show(wanted)
    // Who changes their mind while a judgement is on its way is heard when it has arrived.
    if (isSending) return
    isSending = true
    let sent: VoteKind
    let isTaken: boolean
    do {
      sent = wanted
      isTaken = await rate(sent)
    } while (isTaken && wanted !== sent)
    isSending = false
    if (!isTaken) wanted = rated()
    show(wanted)
    say(isTaken ? strings.thanks : strings.ratingFailed)
  }

  function show(vote: VoteKind): void {
    for (const kind of ['up', 'down'] as const)
      thumbs[kind].setAttribute('aria-pressed', String(vote === kind))
  }
}
