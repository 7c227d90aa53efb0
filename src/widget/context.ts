import type { VoteKind } from './api.ts'
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
  /** Sends the reader's judgement of the answer: whether the server took it. */
  rate(vote: VoteKind): Promise<boolean>
  /** The judgement that stands. */
  rated(): VoteKind
  /** Calls `then` once it is known that the server takes judgements: at once, later, or never. */
  whenRated(then: () => void): void
}
