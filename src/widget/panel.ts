import { type Child, el } from './dom.ts'
import type { WidgetLanguage } from './language.ts'
import type { Mode } from './settings.ts'
import type { Strings } from './strings/strings.ts'

export interface PanelOptions {
  mode: Mode
  strings: Strings
  language: WidgetLanguage
  heading: string | undefined
  placeholder: string | undefined
  colorScheme: 'light' | 'dark' | undefined
  submit(question: string): void
  clear(): void
  toggle(): void
  close(): void
}

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
  const { mode, strings, language } = options
  const parts = createParts(options)
  const { launcher, panel, scroller, log, pending, scope, status, form, field, clear, close } = parts
  const root = el(
    'div',
    {
      class: ['root', mode, options.colorScheme].filter(Boolean).join(' '),
      part: 'root',
      lang: language,
      dir: 'ltr',
    },
    launcher,
    panel,
  )
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
      scroller.scrollTop = last.offsetTop - scroller.clientTop
    },
    setPending(...children) {
      const hadFocus = pending.matches(':focus-within')
      pending.replaceChildren(...el('div', {}, ...children).childNodes)
      if (pending.hasChildNodes()) scroller.scrollTop = scroller.scrollHeight
      // A button that asks again is gone once it is pressed: its reader goes on from here.
      if (hadFocus) scroller.focus()
    },
    setScope: (...children) => scope.replaceChildren(...el('div', {}, ...children).childNodes),
    refuse(problem) {
      form.hidden = true
      scope.replaceChildren()
      pending.replaceChildren(
        el('div', { class: 'problem', part: 'problem' }, el('p', { role: 'alert' }, problem)),
      )
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
      status.replaceChildren(strings.cleared)
    },
  }
}

// ---------------------------------------------------------------------------

function createParts(options: PanelOptions) {
  const { mode, strings } = options
  const heading = options.heading ?? strings.heading
  const launcher = mode === 'button' ? createLauncher(options) : undefined
  const clear = el(
    'button',
    { type: 'button', class: 'plain', part: 'clear', hidden: true, onclick: options.clear },
    strings.clear,
  )
  const close =
    launcher &&
    el('button', { type: 'button', class: 'plain', part: 'close', onclick: options.close }, strings.close)
  const scope = el('p', { class: 'scope', part: 'scope' })
  const log = el('div', { role: 'log', 'aria-label': strings.log, part: 'log' })
  const pending = el('div', { class: 'pending', part: 'pending' })
  const scroller = el(
    'div',
    { class: 'scroller', role: 'group', tabindex: '0', 'aria-label': strings.log },
    el('p', { class: 'intro', part: 'intro' }, strings.intro),
    scope,
    log,
    pending,
  )
  const status = el('p', { class: 'status', role: 'status', part: 'status' })
  const { form, field } = createForm(options)
  const panel = el(
    'section',
    {
      id: 'panel',
      class: 'panel',
      part: 'panel',
      // So that a click anywhere in it puts the focus inside, where Escape is heard.
      tabindex: '-1',
      role: launcher ? 'dialog' : 'region',
      'aria-labelledby': 'heading',
    },
    el('header', { part: 'header' }, el('h2', { id: 'heading', part: 'heading' }, heading), clear, close),
    scroller,
    status,
    form,
  )
  return { launcher, panel, scroller, log, pending, scope, status, form, field, clear, close }
}

function createLauncher({ strings, heading, toggle }: PanelOptions): HTMLButtonElement {
  return el(
    'button',
    {
      type: 'button',
      class: 'launcher',
      part: 'launcher',
      'aria-expanded': 'false',
      'aria-controls': 'panel',
      onclick: toggle,
    },
    heading ?? strings.launcher,
  )
}

function createForm({ strings, placeholder, submit }: PanelOptions) {
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
