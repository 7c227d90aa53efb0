/**
 * Where the `limit` highest scores stand, ascending; of scores that differ by no more than `rounding` times themselves
 * from the lowest of these, all. Scores of 0 are none.
 * @param scores none of them below 0.
 */
export function findBest(scores: Float64Array, limit: number, rounding: number): number[] {
  // A heap of the highest scores so far, with the lowest of them on top.
  const heap = new Float64Array(limit)
  const found: number[] = []
  let floor = 0
  let near = 0
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at] as number
    if (score < near || score === 0) continue
    found.push(at)
    if (score <= floor) continue
    sink(heap, score)
    floor = heap[0] as number
    near = floor * (1 - rounding)
  }
  return found.filter((at) => (scores[at] as number) >= near)
}

// ---------------------------------------------------------------------------

/** Puts a score in the place of the one on top, and below those that are lower. */
function sink(heap: Float64Array, score: number): void {
  let at = 0
  for (let child = 1; child < heap.length; child = at * 2 + 1) {
    if (child + 1 < heap.length && (heap[child + 1] as number) < (heap[child] as number)) child++
    if ((heap[child] as number) >= score) break
    heap[at] = heap[child] as number
    at = child
  }
  heap[at] = score
}
