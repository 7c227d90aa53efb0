/** BM25+ parameters: term saturation, length normalisation, floor for long fields. */
export const bm25 = { k: 1.2, b: 0.7, d: 0.5 }

/**
 * BM25+ without its idf, as MiniSearch works it out.
 * @param norm what the frequency is weighed against: `k` where the length is the average.
 */
export function riseOf(frequency: number, norm: number): number {
  return bm25.d + (frequency * (bm25.k + 1)) / (frequency + norm)
}
