import { type AskFormOptions, createForm } from './ask-form.ts'
import { el } from './dom.ts'
import type { WidgetLanguage } from './language.ts'
import type { Mode } from './settings.ts'

export interface PanelOptions extends AskFormOptions {
  mode: Mode
  language: WidgetLanguage
  heading: string | undefined
  colorScheme: 'light' | 'dark' | undefined
  clear(): void
  toggle(): void
  close(): void
}

/** The elements of the panel that something is done with later. */
export function createParts(options: PanelOptions) {
  const { mode, language, colorScheme } = options
  const launcher = mode === 'button' ? createLauncher(options) : undefined
  const { header, clear, close } = createHeader(options)
  const { scroller, scope, log, pending } = createScroller(options)
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
    header,
    scroller,
    status,
    form,
  )
  const look = ['root', mode, colorScheme].filter(Boolean).join(' ')
  const root = el('div', { class: look, part: 'root', lang: language, dir: 'ltr' }, launcher, panel)
  return { root, launcher, panel, scroller, log, pending, scope, status, form, field, clear, close }
}

// ---------------------------------------------------------------------------

function createHeader(options: PanelOptions) {
  const { mode, strings, heading = strings.heading } = options
  const clear = el(
    'button',
    { type: 'button', class: 'plain', part: 'clear', hidden: true, onclick: options.clear },
    strings.clear,
  )
  const close =
    mode === 'button'
      ? el('button', { type: 'button', class: 'plain', part: 'close', onclick: options.close }, strings.close)
      : undefined
  const title = el('h2', { id: 'heading', part: 'heading' }, heading)
  return { header: el('header', { part: 'header' }, title, clear, close), clear, close }
}

/** What was asked and answered, and what is under way. */
function createScroller({ strings }: PanelOptions) {
  const scope = el('p', { class: 'scope', part: 'scope' })
  const log = el('div', { role: 'log', 'aria-label': strings.log, part: 'log' })
  const pending = el('div', { class: 'pending', part: 'pending' })
  const scroller = el(
    'div',
    { class: 'scroller', role: 'group', tabindex: '-1', 'aria-label': strings.log },
    el('p', { class: 'intro', part: 'intro' }, strings.intro),
    scope,
    log,
    pending,
  )
  // Only what scrolls is a stop on the way of the keyboard.
  const sizes = new ResizeObserver(() => {
    scroller.tabIndex = scroller.scrollHeight > scroller.clientHeight ? 0 : -1
  })
  for (const element of [scroller, log, pending]) sizes.observe(element)
  return { scroller, scope, log, pending }
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
