/**
 * The lowest of the `limit` highest scores; 0 where not so many are above 0.
 * @param scores none of them below 0.
 */
export function findFloor(scores: Float64Array, limit: number): number {
  if (limit >= scores.length) return 0
  // A heap of the highest scores so far, with the lowest of them on top.
  const heap = new Float64Array(limit)
  let floor = 0
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at] as number
    if (score <= floor) continue
    sink(heap, score)
    floor = heap[0] as number
  }
  return floor
}

/** Where the scores are that reach `floor` and are above 0, ascending. */
export function collectFrom(scores: Float64Array, floor: number): number[] {
  const found: number[] = []
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at] as number
    if (score >= floor && score > 0) found.push(at)
  }
  return found
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
