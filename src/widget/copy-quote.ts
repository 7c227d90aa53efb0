import type { Quote } from '../answer/answer.ts'
import { citeAsPlain } from '../answer/cite-as/plain.ts'
import { toReadAddress } from './address.ts'
import type { ViewContext } from './context.ts'
import { el } from './dom.ts'

/** A button that copies a quote with its source. Where copying is refused, it shows the text selected. */
export function createCopyButton(quote: Quote, context: ViewContext): HTMLButtonElement {
  const { strings, say, base } = context
  const button = el('button', { type: 'button', class: 'link', part: 'copy', onclick: copy }, strings.copy)
  return button

  async function copy() {
    const text = citeQuote(quote, base)
    try {
      await navigator.clipboard.writeText(text)
      say(strings.copied)
    } catch {
      say(strings.copyRefused)
      showSelected(button, text, strings.copyText)
    }
  }
}

/** A quote with its source, in plain text and in the typography of its own language. */
export function citeQuote({ text, citation }: Quote, base: string): string {
  return citeAsPlain({ ...citation, text, address: toReadAddress(citation, base) ?? base })
}

// ---------------------------------------------------------------------------

function showSelected(button: HTMLButtonElement, text: string, label: string): void {
  const line = button.parentElement
  const shown = line?.nextElementSibling
  const field =
    shown instanceof HTMLTextAreaElement
      ? shown
      : el('textarea', { class: 'copy-text', readonly: true, rows: '4', 'aria-label': label, dir: 'auto' })
  field.value = text
  line?.after(field)
  field.focus()
  field.select()
}
