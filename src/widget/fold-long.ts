import { el } from './dom.ts'
import type { Strings } from './strings/strings.ts'

/** Longest text that is shown unfolded: in letters, of which a Chinese sign counts two. */
const longest = 720
const mostLines = 10

/** `block`, and where its text is very long a button that unfolds it. All of the text is always in the page. */
export function foldLong(block: HTMLElement, text: string, strings: Strings): HTMLElement[] {
  if (!isLong(text)) return [block]
  const button = el(
    'button',
    { type: 'button', class: 'link unfold', part: 'unfold', 'aria-expanded': 'false', onclick: toggle },
    strings.showAll,
  )
  block.classList.add('folded')
  return [block, button]

  function toggle() {
    const isFolded = block.classList.toggle('folded')
    button.setAttribute('aria-expanded', String(!isFolded))
    button.textContent = isFolded ? strings.showAll : strings.showLess
  }
}

// ---------------------------------------------------------------------------

function isLong(text: string): boolean {
  const wide = text.length > longest / 2 ? (text.match(/[\u1100-\u11ff\u2e80-\uffef]/gu)?.length ?? 0) : 0
  return text.length + wide > longest || text.split('\n').length > mostLines
}
