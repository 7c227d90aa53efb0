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
      drawThumb(kind),
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

// ---------------------------------------------------------------------------

const svgSpace = 'http://www.w3.org/2000/svg'

/** A picture beside the word, which says the same. */
function drawThumb(kind: 'up' | 'down'): SVGElement {
  const svg = document.createElementNS(svgSpace, 'svg')
  const path = document.createElementNS(svgSpace, 'path')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  path.setAttribute('d', 'M3 10h4v11H3zm6 11V10l4-7c2 0 3 1 2 4l-1 3h6c2 0 2 1 2 2l-2 7q0 2-2 2z')
  if (kind === 'down') path.setAttribute('transform', 'rotate(180 12 12)')
  svg.append(path)
  return svg
}
