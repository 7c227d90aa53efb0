import { askAbout, askServer, type Filters, type Rating, type Reply, sendRating } from './api.ts'
import type { About } from './shape.ts'

/** The server that is asked, and what it tells of itself. */
export class Server {
  /** Without a slash at the end. */
  readonly base: string
  /** Undefined until it has told, and where it tells nothing. */
  about: About | undefined
  #told: Promise<About | undefined> | undefined

  constructor(base: string) {
    this.base = base
  }

  /** Asks the server about itself, once. */
  introduce(): Promise<About | undefined> {
    this.#told ??= askAbout(this.base).then((about) => {
      this.about = about
      return about
    })
    return this.#told
  }

  ask(question: string, asked: { filters: Filters; signal: AbortSignal }): Promise<Reply> {
    return askServer(this.base, question, asked)
  }

  /** Whether the server takes the judgement. */
  rate(rating: Rating): Promise<boolean> {
    return sendRating(this.base, rating)
  }

  /** Calls `then` once the server has told that it takes judgements: at once, later, or never. */
  whenRated(then: () => void): void {
    if (this.about?.feedback) then()
    else if (!this.about) void this.#told?.then((about) => about?.feedback && then())
  }
}
