/** Works that wait or go on, at most: a store that hangs must not take the memory. */
const mostWaiting = 1000

/**
 * Begins work when a response is on its way: a file is written while everything else waits. Leaves it out where too
 * much of it goes on. @param goOn lets it end behind the response. @param response resolves when there is one.
 */
export type Afterwards = (
  work: () => Promise<void>,
  goOn: (begun: Promise<void>) => void,
  response?: Promise<void>,
) => void

export function createAfterwards(): Afterwards {
  let waiting = 0
  const begin = async (work: () => Promise<void>, response?: Promise<void>) => {
    try {
      await response
      await turn()
      await work()
    } finally {
      waiting--
    }
  }
  return (work, goOn, response) => {
    if (waiting >= mostWaiting) return
    waiting++
    goOn(begin(work, response))
  }
}

// ---------------------------------------------------------------------------

/** Of the event loop. */
function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}
