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

/** The span without the white space at its two ends; empty at `span.start` when nothing is left. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span
  while (start < end && isSpace(text, start)) start++
  while (end > start && isSpace(text, end - 1)) end--
  return { start, end }
}

function isSpace(text: string, at: number): boolean {
  return /\s/u.test(text.charAt(at))
}
