import type { Context, Hono } from 'hono'
import { renderNoticePage } from '../../../pages/notice-page.tsx'
import { stringsFor } from '../../../pages/strings/strings.ts'
import { renderVotePage } from '../../../pages/vote-page.tsx'
import { formPolicy } from '../../middleware/headers.ts'
import { toPageContext } from './context.ts'

export interface VotePagesOptions<Platform extends string> {
  /** Names of the platforms whose answers have links to vote. */
  platforms: readonly Platform[]
  /** @returns false for a token that is none of ours. */
  keepVote(vote: { platform: Platform; token: string; user: string }): Promise<boolean>
}

/** `/f/:platform/:token`: where the links to vote lead on platforms whose buttons only open addresses. */
export function mountVotePages<Platform extends string>(
  app: Hono,
  { platforms, keepVote }: VotePagesOptions<Platform>,
): void {
  const read = (c: Context) => {
    const token = c.req.param('token') ?? ''
    const platform = platforms.find((name) => name === c.req.param('platform'))
    const [, vote] = form.exec(token) ?? []
    return platform === undefined || vote === undefined ? undefined : { platform, token, vote: vote as Vote }
  }
  // Looks at nothing that is kept, and keeps nothing.
  app.get(path, (c) => {
    const asked = read(c)
    return asked ? show(c, { vote: asked.vote, isKept: false }) : refuse(c)
  })
  app.post(path, async (c) => {
    const asked = read(c)
    if (!asked) return refuse(c)
    const { platform, token, vote } = asked
    const isKept = await keepVote({ platform, token, user: everybody })
    return isKept ? show(c, { vote, isKept }) : refuse(c)
  })
}

// ---------------------------------------------------------------------------

const path = '/f/:platform/:token'

type Vote = 'up' | 'down'

/** The form of what `signVote` makes: whether it did is known when it is kept. */
const form = /^fb1\.[0-9A-Za-z]{1,64}\.(up|down)\.[\w-]{1,64}$/u

/** Nobody tells who follows a link: all of them have one vote together, and the last one counts. */
const everybody = 'page'

const headers = { 'Content-Security-Policy': formPolicy, 'Cache-Control': 'no-store' }

function show(c: Context, props: { vote: Vote; isKept: boolean }) {
  return c.html(renderVotePage({ ...toPageContext(c), scripted: false, ...props }), 200, headers)
}

function refuse(c: Context) {
  const context = toPageContext(c)
  const message = stringsFor(context.language).voting.unknown
  return c.html(renderNoticePage({ ...context, scripted: false, message }), 404, headers)
}
