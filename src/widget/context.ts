import type { Quote } from '../answer/answer.ts'
import type { WidgetLanguage } from './language.ts'
import type { Strings } from './strings/strings.ts'

/** What the views are given. */
export interface ViewContext {
  strings: Strings
  language: WidgetLanguage
  /** Address of the server, without a slash at its end. */
  base: string
  /** Tells something in passing, to the eye and to a screen reader. */
  say(message: string): void
  /** Asks another question. */
  ask(question: string): void
  /** Sends the reader's judgement of a quote. */
  rate(quote: Quote, helpful: boolean): Promise<boolean>
  /** Calls `then` once it is known that the server takes judgements: at once, later, or never. */
  whenRated(then: () => void): void
}
