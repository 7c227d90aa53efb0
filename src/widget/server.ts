import { askAbout, askServer, type Filters, type Rating, type Reply, sendRating } from './api.ts'
import type { About } from './shape.ts'

/** How long an outcome waits for what the server tells of itself, in milliseconds. */
const patience = 200

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

  async ask(question: string, asked: { filters: Filters; signal: AbortSignal }): Promise<Reply> {
    const reply = await askServer(this.base, question, asked)
    // Whether quotes can be judged is known before they are shown, unless that takes long.
    await Promise.race([this.#told, new Promise((resolve) => setTimeout(resolve, patience))])
    return reply
  }

  /** Sends a judgement; undefined where the server takes none. */
  get rate(): ((rating: Rating) => Promise<boolean>) | undefined {
    return this.about?.feedback ? (rating) => sendRating(this.base, rating) : undefined
  }
}
