import { type Child, el } from './dom.ts'
import { createParts, type PanelOptions } from './panel-parts.ts'

/** The still part of the widget: launcher, panel, form, and the places for what comes and goes. */
export interface Panel {
  root: HTMLElement
  /** Absent inline. */
  launcher: HTMLButtonElement | undefined
  field: HTMLTextAreaElement
  /** Puts the focus to where one asks; into the panel where nothing can be asked. */
  focus(): void
  /** Shows or hides the panel; a hidden one is inert. */
  show(isShown: boolean): void
  /** Adds exchanges, whole, at the end of the log, and shows the last one from its start. */
  append(...exchanges: HTMLElement[]): void
  /** What is under way or went wrong, below the log. */
  setPending(...children: Child[]): void
  setScope(...children: Child[]): void
  /** Without a server that may be asked there is nothing to ask with. */
  refuse(problem: string): void
  /** Tells something on the line above the form; after a while it goes, if it is said in passing. */
  say(message: string, options?: { inPassing: boolean }): void
  empty(): void
}

/** How long something said in passing stays, in milliseconds. */
const passing = 8000

export function createPanel(options: PanelOptions): Panel {
  const parts = createParts(options)
  const { root, launcher, panel, scroller, log, pending, scope, status, form, field, clear, close } = parts
  return {
    root,
    launcher,
    field,
    focus: () => (form.hidden ? (close ?? scroller) : field).focus(),
    show(isShown) {
      panel.hidden = !isShown
      panel.inert = !isShown
      launcher?.setAttribute('aria-expanded', String(isShown))
    },
    append(...exchanges) {
      const last = exchanges.at(-1)
      if (!last) return
      log.append(...exchanges)
      clear.hidden = false
      scroller.scrollTop = last.offsetTop - scroller.clientTop + last.clientTop
    },
    setPending(...children) {
      const hadFocus = pending.matches(':focus-within')
      replaceAll(pending, children)
      if (pending.hasChildNodes()) scroller.scrollTop = scroller.scrollHeight
      // A button that asks again is gone once it is pressed: its reader goes on from here.
      if (hadFocus) scroller.focus()
    },
    setScope: (...children) => replaceAll(scope, children),
    refuse(problem) {
      form.hidden = true
      scope.replaceChildren()
      const told = el('p', { role: 'alert' }, problem)
      replaceAll(pending, [el('div', { class: 'problem', part: 'problem' }, told)])
    },
    say(message, { inPassing } = { inPassing: false }) {
      const words = document.createTextNode(message)
      status.replaceChildren(words)
      if (inPassing) setTimeout(() => words.remove(), passing)
    },
    empty() {
      log.replaceChildren()
      pending.replaceChildren()
      clear.hidden = true
      status.replaceChildren(options.strings.cleared)
    },
  }
}

// ---------------------------------------------------------------------------

function replaceAll(place: HTMLElement, children: readonly Child[]): void {
  place.replaceChildren(...el('div', {}, ...children).childNodes)
}
