/** A stretch of a string: half-open, in UTF-16 units. */
export interface Span {
  start: number
  end: number
}

export function sliceSpan(text: string, span: Span): string {
  return text.slice(span.start, span.end)
}

export function containsSpan(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

export function overlapsSpan(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/** What two spans share; empty where they share nothing. */
export function intersectSpans(a: Span, b: Span): Span {
  const start = Math.max(a.start, b.start)
  return { start, end: Math.max(start, Math.min(a.end, b.end)) }
}

/** The spans in order, overlapping and touching ones made one. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = []
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1)
    if (last && overlapsSpan({ start: last.start, end: last.end + 1 }, { start, end }))
      last.end = Math.max(last.end, end)
    else merged.push({ start, end })
  }
  return merged
}

/** All of `text` in order, cut into what lies inside of `spans` and what does not. */
export function splitBySpans(text: string, spans: readonly Span[]): { words: string; inside: boolean }[] {
  const pieces: { words: string; inside: boolean }[] = []
  let at = 0
  for (const span of mergeSpans(spans)) {
    const { start, end } = intersectSpans(span, { start: at, end: text.length })
    if (start === end) continue
    pieces.push(
      { words: text.slice(at, start), inside: false },
      { words: text.slice(start, end), inside: true },
    )
    at = end
  }
  pieces.push({ words: text.slice(at), inside: false })
  return pieces.filter(({ words }) => words !== '')
}

/** The span without the white space at its two ends; empty at `span.start` when nothing is left. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span
  while (start < end && isSpace(text, start)) start++
  while (end > start && isSpace(text, end - 1)) end--
  return { start, end }
}

// ---------------------------------------------------------------------------

function isSpace(text: string, at: number): boolean {
  return /\s/u.test(text.charAt(at))
}
