import type { Outcome } from '../answer/answer.ts'
import { Conversation } from './conversation.ts'
import type { Emit, LecternEvents } from './events.ts'
import { forgetLeaving, type Left, leavesTab, recallLeaving, rememberLeaving } from './leaving.ts'
import { attributeNames, readSettings } from './settings.ts'
import { adoptStyle } from './style.ts'

export type { AbstainDetail, AnswerDetail, ErrorDetail, LecternEvents } from './events.ts'

/** A server that renders pages has no elements, and may import the class all the same. */
const Base = (globalThis.HTMLElement ?? class {}) as typeof HTMLElement

/**
 * `<lectern-chat src="https://…">`: asks a Lectern server and shows the quotes that answer.
 *
 * Attributes: `src`, address of the server (defaults to where the script came from, else the page's origin); `lang`,
 * `zh-Hans`, `zh-Hant`, `en` or kin of theirs (defaults to the language of the page, else of the browser); `mode`,
 * `button` (default) or `inline`; `heading` and `placeholder`, words of the site's own; `color-scheme`, `light` or
 * `dark`, for a site that has only the one (defaults to what the reader prefers); `speaker`, `record`, `kind`, `from`,
 * `to`, filters for every question. Events: `LecternEvents`. Looks: `style.ts`.
 */
export class LecternChat extends Base {
  static readonly observedAttributes: readonly string[] = attributeNames
  /** Address of the server for elements without `src`. */
  static defaultSrc: string | undefined

  #conversation: Conversation | undefined

  /** Whether the panel is shown; inline, always. */
  get opened(): boolean {
    return this.#conversation?.isShown ?? false
  }

  /** Shows the panel and puts the focus into the question. */
  open(): void {
    this.#conversation?.show(true)
    this.#conversation?.panel.focus()
  }

  /** Hides the panel, unless inline; the focus goes back to the button. */
  close(): void {
    const { launcher } = this.#conversation?.panel ?? {}
    if (!launcher || !this.opened) return
    // Elsewhere on the page, the reader is left where they are.
    const isElsewhere = !this.matches(':focus-within') && document.activeElement !== document.body
    this.#conversation?.show(false)
    if (!isElsewhere) launcher.focus()
  }

  /**
   * Asks a question as if it had been typed, and opens the panel.
   * Resolves to the outcome; to undefined where there is none, or another question comes in between.
   */
  async ask(question: string): Promise<Outcome | undefined> {
    this.#conversation?.show(true)
    return this.#conversation?.ask(question)
  }

  connectedCallback(): void {
    window.addEventListener('pageshow', forgetOnReturn)
    this.#render()
    const left = recallLeaving(this)
    if (left) void this.#restore(left)
  }

  disconnectedCallback(): void {
    window.removeEventListener('pageshow', forgetOnReturn)
    this.#conversation?.stop()
  }

  attributeChangedCallback(_name: string, before: string | null, after: string | null): void {
    if (!this.#conversation || !this.isConnected || before === after) return
    this.#render()
  }

  // -------------------------------------------------------------------------

  #render(): void {
    const shadow = this.shadowRoot ?? this.#attachShadow()
    const kept = this.#conversation?.keep()
    const hadFocus = this.matches(':focus-within')
    this.#conversation?.stop()
    const settings = readSettings(this, LecternChat.defaultSrc)
    const conversation = new Conversation(settings, {
      kept,
      emit: this.#emit,
      toggle: () => (this.opened ? this.close() : this.open()),
      close: () => this.close(),
    })
    this.#conversation = conversation
    shadow.replaceChildren(conversation.panel.root)
    if (kept) conversation.resume(kept)
    conversation.show(settings.mode === 'inline' || kept?.isShown === true)
    if (hadFocus) conversation.panel.focus()
    // Later, so that whoever has just made the element can listen.
    queueMicrotask(() => conversation.emitAddress())
  }

  #attachShadow(): ShadowRoot {
    const shadow = this.attachShadow({ mode: 'open' })
    adoptStyle(shadow)
    shadow.addEventListener('keydown', (event) => this.#closeByKey(event as KeyboardEvent))
    shadow.addEventListener('click', (event) => this.#rememberLink(event as MouseEvent))
    return shadow
  }

  #closeByKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
    if (!this.opened || !this.#conversation?.panel.launcher) return
    event.preventDefault()
    this.close()
  }

  /** A reader who follows a link into a record wants to find the answer again on coming back. */
  #rememberLink(event: MouseEvent): void {
    const link = (event.target as Element).closest('a.read')
    const article = link?.closest('article')
    if (!link || !article || !leavesTab(event)) return
    const at = [...(article.parentElement?.children ?? [])].indexOf(article)
    const question = this.#conversation?.exchanges[at]?.question
    if (question === undefined) return
    rememberLeaving(this, { question, link: [...article.querySelectorAll('a.read')].indexOf(link) })
  }

  async #restore({ question, link }: Left): Promise<void> {
    await this.ask(question)
    const links = this.shadowRoot?.querySelectorAll<HTMLElement>('article:last-child a.read')
    const active = document.activeElement
    if (active === document.body || active === this) links?.[link]?.focus()
  }

  #emit: Emit = (name, detail) => {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-chat': LecternChat
  }
  /** Of elements, the document and the window: the events bubble. */
  interface GlobalEventHandlersEventMap extends LecternEvents {}
}

// ---------------------------------------------------------------------------

/** A page that comes back as it was left has its answers still. */
function forgetOnReturn({ persisted }: PageTransitionEvent): void {
  if (persisted) forgetLeaving()
}
