import type { Outcome } from '../answer/answer.ts'
import { askAbout, askServer, type Failure, type Reply, sendRating } from './api.ts'
import { type Asking, createAsking, type RetryView } from './asking.ts'
import type { ViewContext } from './context.ts'
import type { AbstainDetail, AnswerDetail, Emit } from './events.ts'
import type { Exchange, Kept } from './exchange.ts'
import { stringsFor } from './language.ts'
import { createAsked, createExchange } from './outcome-view.ts'
import { createPanel, type Panel } from './panel.ts'
import { codeOf, createProblem, tellFailure } from './problem-view.ts'
import { findFault } from './question.ts'
import { describeScope } from './scope-view.ts'
import type { Settings } from './settings.ts'
import type { About } from './shape.ts'
import type { ProblemCode, Strings } from './strings/strings.ts'

/** How long an outcome waits for what the server tells of itself, in milliseconds. */
const aboutPatience = 200

export interface ConversationHooks {
  emit: Emit
  toggle(): void
  close(): void
}

/** What is asked and answered in one panel, with one server, in one language. */
export class Conversation {
  readonly panel: Panel
  readonly exchanges: Exchange[] = []
  isShown = false
  readonly #settings: Settings
  readonly #strings: Strings
  readonly #hooks: ConversationHooks
  readonly #asking: Asking
  #pending: string | undefined
  #about: Promise<About | undefined> | undefined
  #takesRatings = false

  constructor(settings: Settings, hooks: ConversationHooks) {
    this.#settings = settings
    this.#hooks = hooks
    this.#strings = stringsFor(settings.language)
    this.#asking = createAsking({
      send: (question, signal) => this.#send(question, signal),
      sent: (question) => this.#showSent(question),
      waiting: (how) => this.panel.say(this.#strings[how === 'slow' ? 'stillSearching' : 'searching']),
      answered: (question, outcome) => this.#showOutcome({ question, outcome }),
      failed: (question, failure, retry) => this.#showFailure(question, { failure, retry }),
      stopped: () => this.#showSent(undefined),
    })
    this.panel = createPanel({
      ...settings,
      ...hooks,
      strings: this.#strings,
      submit: (question) => this.#submit(question),
      clear: () => this.#clear(),
    })
    if (settings.address.ok) this.panel.setScope(...describeScope(undefined, this.#spoken))
    else this.panel.refuse(this.#strings.problems[settings.address.code])
  }

  show(isShown: boolean): void {
    this.isShown = isShown
    this.panel.show(isShown)
    if (isShown && this.#settings.address.ok) this.#about ??= this.#askAbout()
  }

  /** Asks the question if it can be asked; the panel tells why it cannot. */
  async ask(question: string): Promise<Outcome | undefined> {
    const asked = question.trim()
    return this.#mayAsk(asked) ? this.#asking.ask(asked) : undefined
  }

  stop(): void {
    this.#asking.stop()
  }

  /** Says to the page that the server's address cannot be used. */
  emitAddress(question?: string): void {
    const { address } = this.#settings
    if (!address.ok) this.#emitError(address.code, { question })
  }

  keep(): Kept {
    const { exchanges, isShown, panel } = this
    const [pending, about, takesRatings] = [this.#pending, this.#about, this.#takesRatings]
    return { exchanges, isShown, draft: panel.field.value, pending, about, takesRatings }
  }

  /** Goes on where another conversation stopped. */
  resume({ exchanges, draft, pending, about, takesRatings }: Kept): void {
    this.panel.field.value = draft
    this.#takesRatings = takesRatings
    this.#about = about && this.#askAbout(about)
    for (const exchange of exchanges) this.#append(exchange)
    if (pending !== undefined) void this.ask(pending)
  }

  // -------------------------------------------------------------------------

  get #base(): string {
    const { address } = this.#settings
    return address.ok ? address.base : ''
  }

  get #spoken() {
    return { filters: this.#settings.filters, strings: this.#strings }
  }

  #submit(question: string): void {
    const { field } = this.panel
    if (this.#mayAsk(question.trim())) {
      field.value = ''
      void this.ask(question)
    } else field.focus()
  }

  #mayAsk(question: string): boolean {
    if (!this.#settings.address.ok) {
      this.emitAddress(question)
      return false
    }
    const fault = findFault(question)
    if (fault === undefined) return true
    this.panel.say(this.#strings.problems[fault])
    if (fault !== 'question-empty') this.#emitError(fault, { question })
    return false
  }

  async #send(question: string, signal: AbortSignal): Promise<Reply> {
    const { filters } = this.#settings
    const reply = await askServer(this.#base, question, { filters, signal })
    // Whether quotes can be judged is known before they are shown, unless that takes long.
    await Promise.race([this.#about, new Promise((resolve) => setTimeout(resolve, aboutPatience))])
    return reply
  }

  async #askAbout(told = askAbout(this.#base)): Promise<About | undefined> {
    const about = await told
    this.#takesRatings = about?.feedback === true
    this.panel.setScope(...describeScope(about, this.#spoken))
    return about
  }

  #showSent(question: string | undefined): void {
    this.#pending = question
    this.panel.say('')
    this.panel.setPending(question !== undefined && createAsked(question, this.#strings))
  }

  #showOutcome(exchange: Exchange): void {
    this.#showSent(undefined)
    this.#append(exchange)
    const { outcome } = exchange
    this.#hooks.emit(
      outcome.kind === 'answer' ? 'lectern:answer' : 'lectern:abstain',
      exchange as AnswerDetail | AbstainDetail,
    )
  }

  #append(exchange: Exchange): void {
    const { question, outcome } = exchange
    this.exchanges.push(exchange)
    this.panel.append(createExchange(question, outcome, this.#context(exchange)))
  }

  #context({ question, outcome: { index } }: Exchange): ViewContext {
    return {
      strings: this.#strings,
      language: this.#settings.language,
      base: this.#base,
      say: (message) => this.panel.say(message, { inPassing: true }),
      ask: (next) => void this.ask(next),
      rate: this.#takesRatings
        ? (quote, helpful) => sendRating(this.#base, { question, index, quote, helpful })
        : undefined,
    }
  }

  #showFailure(question: string, { failure, retry }: { failure: Failure; retry(): void }): RetryView {
    const { field } = this.panel
    const view = createProblem(failure, { strings: this.#strings, retry })
    this.panel.say('')
    this.panel.setPending(createAsked(question, this.#strings), view.element)
    if (failure.kind === 'refused') {
      this.#pending = undefined
      if (field.value === '') field.value = question
    }
    this.#emitError(codeOf(failure), { question, message: tellFailure(failure, this.#strings) })
    return view
  }

  #emitError(code: string, { question, message }: { question?: string | undefined; message?: string }): void {
    this.#hooks.emit('lectern:error', {
      ...(question !== undefined && { question }),
      code,
      message: message ?? this.#strings.problems[code as ProblemCode],
    })
  }

  #clear(): void {
    this.#asking.stop()
    this.exchanges.length = 0
    this.panel.empty()
    this.panel.field.focus()
  }
}
