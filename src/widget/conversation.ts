import type { Outcome } from '../answer/answer.ts'
import type { Failure } from './api.ts'
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
import { Server } from './server.ts'
import type { Settings } from './settings.ts'
import type { Strings } from './strings/strings.ts'

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
  readonly #server: Server
  #pending: string | undefined

  constructor(settings: Settings, { kept, ...hooks }: ConversationHooks & { kept: Kept | undefined }) {
    const base = settings.address.ok ? settings.address.base : ''
    this.#server = kept?.server.base === base ? kept.server : new Server(base)
    this.#settings = settings
    this.#hooks = hooks
    this.#strings = stringsFor(settings.language)
    this.#asking = createAsking({
      send: (question, signal) => this.#server.ask(question, { filters: settings.filters, signal }),
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
    if (settings.address.ok) this.#tellScope()
    else this.panel.refuse(this.#strings.problems[settings.address.code])
  }

  show(isShown: boolean): void {
    this.isShown = isShown
    this.panel.show(isShown)
    if (isShown && this.#settings.address.ok) void this.#server.introduce().then(() => this.#tellScope())
  }

  /** Asks the question if it can be asked; the panel tells why it cannot. */
  async ask(question: string): Promise<Outcome | undefined> {
    const asked = question.trim()
    return this.#mayAsk(asked) ? this.#asking.ask(asked) : undefined
  }

  /** Ends what is under way. Whoever takes the conversation up again asks it anew. */
  stop(): void {
    const pending = this.#pending
    this.#asking.stop()
    this.#pending = pending
  }

  /** Says to the page that the server's address cannot be used. */
  emitAddress(question?: string): void {
    const { address } = this.#settings
    if (!address.ok)
      this.#emitError(address.code, { question, message: this.#strings.problems[address.code] })
  }

  keep(): Kept {
    const { exchanges, isShown, panel } = this
    return { server: this.#server, exchanges, isShown, draft: panel.field.value, pending: this.#pending }
  }

  /** Goes on where another conversation stopped; with another server, only the draft is left. */
  resume({ server, exchanges, draft, pending }: Kept): void {
    this.panel.field.value = draft
    if (server !== this.#server) return
    this.#append(...exchanges)
    if (pending !== undefined) void this.ask(pending)
  }

  // -------------------------------------------------------------------------

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
    const message = this.#strings.problems[fault]
    this.panel.say(message)
    if (fault !== 'question-empty') this.#emitError(fault, { question, message })
    return false
  }

  #tellScope(): void {
    const { filters } = this.#settings
    this.panel.setScope(...describeScope(this.#server.about, { filters, strings: this.#strings }))
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

  #append(...exchanges: readonly Exchange[]): void {
    this.exchanges.push(...exchanges)
    this.panel.append(
      ...exchanges.map((exchange) =>
        createExchange(exchange.question, exchange.outcome, this.#context(exchange)),
      ),
    )
  }

  #context({ question, outcome: { index } }: Exchange): ViewContext {
    const server = this.#server
    return {
      strings: this.#strings,
      language: this.#settings.language,
      base: server.base,
      say: (message) => this.panel.say(message, { inPassing: true }),
      ask: (next) => void this.ask(next),
      rate: (vote) => server.rate({ question, index, vote }),
      rated: () => server.rated({ question, index }),
      whenRated: (then) => server.whenRated(then),
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

  #emitError(code: string, { question, message }: { question: string | undefined; message: string }): void {
    this.#hooks.emit('lectern:error', {
      ...(question !== undefined && { question }),
      code,
      message,
    })
  }

  #clear(): void {
    this.#asking.stop()
    this.exchanges.length = 0
    this.panel.empty()
    this.panel.field.focus()
  }
}
