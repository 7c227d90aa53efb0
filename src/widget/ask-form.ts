import { el } from './dom.ts'
import type { Strings } from './strings/strings.ts'

export interface AskFormOptions {
  strings: Strings
  /** A hint of the site's own. */
  placeholder: string | undefined
  submit(question: string): void
}

/** The form to ask with, and its field: Enter asks, Shift+Enter breaks the line. */
export function createForm({ strings, placeholder, submit }: AskFormOptions) {
  // By the button itself, too: a frame that may not send forms tells of no submission.
  const send = (event: Event) => {
    event.preventDefault()
    submit(field.value)
  }
  const field = el('textarea', {
    id: 'question',
    part: 'input',
    rows: '1',
    dir: 'auto',
    autocomplete: 'off',
    enterkeyhint: 'send',
    placeholder: placeholder ?? strings.placeholder,
    'aria-describedby': 'keys',
    onkeydown: (event) => {
      const { key, shiftKey, isComposing, keyCode } = event as KeyboardEvent
      // 229 is what browsers that end the composition before the key tell of it.
      if (key !== 'Enter' || shiftKey || isComposing || keyCode === 229) return
      send(event)
    },
  })
  const form = el(
    'form',
    { part: 'form', novalidate: true, onsubmit: send },
    el('label', { for: 'question' }, strings.question),
    field,
    el('button', { type: 'submit', class: 'submit', part: 'submit', onclick: send }, strings.ask),
    el('p', { id: 'keys', class: 'keys' }, strings.keys),
  )
  return { form, field }
}
