/** Works that wait or go on, at most: a store that hangs must not take the memory. */
const mostWaiting = 1000

/**
 * Begins work when a response is on its way: a file is written while everything else waits. Leaves it out where too
 * much of it goes on, and then gives undefined.
 */
export type Afterwards = (work: () => Promise<void>, response?: Promise<void>) => Promise<void> | undefined

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
  return (work, response) => {
    if (waiting >= mostWaiting) return undefined
    waiting++
    return begin(work, response)
  }
}

// ---------------------------------------------------------------------------

/** Of the event loop. */
function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}
