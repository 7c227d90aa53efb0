/** Keeps the best of what is offered: by descending score, of equal scores the lower number. */
export interface Top {
  /** The least score that is sure to be kept no longer; -Infinity while there is room. */
  floor(): number
  offer(number: number, score: number): void
  /** Best first. */
  take(): { number: number; score: number }[]
}

/** A heap of the `limit` best, the worst of them on top. */
export function createTop(limit: number): Top {
  const numbers: number[] = []
  const scores: number[] = []
  const isWorse = (a: number, b: number) => {
    const [one, other] = [scores[a] as number, scores[b] as number]
    return one < other || (one === other && (numbers[a] as number) > (numbers[b] as number))
  }
  const swap = (a: number, b: number) => {
    ;[numbers[a], numbers[b]] = [numbers[b] as number, numbers[a] as number]
    ;[scores[a], scores[b]] = [scores[b] as number, scores[a] as number]
  }
  const rise = (place: number) => {
    for (let at = place; at > 0; ) {
      const parent = (at - 1) >> 1
      if (!isWorse(at, parent)) return
      swap(at, parent)
      at = parent
    }
  }
  const sink = () => {
    for (let at = 0; ; ) {
      let worst = at
      for (const child of [at * 2 + 1, at * 2 + 2])
        if (child < numbers.length && isWorse(child, worst)) worst = child
      if (worst === at) return
      swap(at, worst)
      at = worst
    }
  }
  return {
    floor: () => (numbers.length < limit ? Number.NEGATIVE_INFINITY : (scores[0] as number)),
    offer(number, score) {
      if (numbers.length < limit) {
        numbers.push(number)
        scores.push(score)
        rise(numbers.length - 1)
        return
      }
      const [least = 0, worst = 0] = [scores[0], numbers[0]]
      if (score < least || (score === least && number > worst)) return
      numbers[0] = number
      scores[0] = score
      sink()
    },
    take: () =>
      numbers
        .map((number, at) => ({ number, score: scores[at] as number }))
        .sort((a, b) => b.score - a.score || a.number - b.number),
  }
}
