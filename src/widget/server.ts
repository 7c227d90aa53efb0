import {
  askAbout,
  askServer,
  type Filters,
  type Rating,
  type Reply,
  sendRating,
  type VoteKind,
} from './api.ts'
import type { About } from './shape.ts'

/** The server that is asked, and what it tells of itself. */
export class Server {
  /** Without a slash at the end. */
  readonly base: string
  /** Undefined until it has told, and where it tells nothing. */
  about: About | undefined
  /** As long as the page is open, readers are told apart by a number out of nothing. */
  readonly #user = crypto.getRandomValues(new Uint32Array(4)).join('-')
  readonly #votes = new Map<string, VoteKind>()
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
  async rate(rating: Omit<Rating, 'user'>): Promise<boolean> {
    const isTaken = await sendRating(this.base, { ...rating, user: this.#user })
    if (isTaken) this.#votes.set(toKey(rating), rating.vote)
    return isTaken
  }

  /** The judgement of an answer that stands. */
  rated(answer: Answered): VoteKind {
    return this.#votes.get(toKey(answer)) ?? 'withdrawn'
  }

  /** Calls `then` once the server has told that it takes judgements: at once, later, or never. */
  whenRated(then: () => void): void {
    if (this.about?.feedback) then()
    else if (!this.about) void this.#told?.then((about) => about?.feedback && then())
  }
}

// ---------------------------------------------------------------------------

type Answered = Pick<Rating, 'question' | 'index'>

function toKey({ question, index }: Answered): string {
  return JSON.stringify([question, index])
}
