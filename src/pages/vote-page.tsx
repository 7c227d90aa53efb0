import { type PageContext, renderLayout } from './layout.tsx'
import { stringsFor } from './strings/strings.ts'

export interface VotePageProps extends PageContext {
  vote: 'up' | 'down'
  /** Whether it has been kept. */
  isKept: boolean
}

/**
 * Asks to confirm a vote on an answer, and thanks for it. A link alone must keep nothing: programs that look for harm
 * follow links before people do.
 */
export function renderVotePage({ vote, isKept, ...context }: VotePageProps) {
  const { voting } = stringsFor(context.language)
  const title = voting[vote]
  return renderLayout({
    ...context,
    title,
    hidden: true,
    children: (
      <>
        <h1>{title}</h1>
        {isKept ? (
          <p role="status">{voting.thanks}</p>
        ) : (
          // Without an action it goes to the address of the page.
          <form method="post">
            <p>{voting.about}</p>
            <button type="submit">{voting.confirm}</button>
          </form>
        )}
      </>
    ),
  })
}
