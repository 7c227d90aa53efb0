import type { Span } from '../text/span.ts'

/** `text` with `spans` of it in `<mark>`. Spans that overlap run together; what lies outside is left out. */
export function Marked({ text, spans }: { text: string; spans: readonly Span[] }) {
  const ordered = [...spans].sort((a, b) => a.start - b.start)
  const parts = []
  let at = 0
  for (const span of ordered) {
    const start = Math.max(at, span.start)
    const end = Math.min(text.length, span.end)
    if (end <= start) continue
    parts.push(text.slice(at, start), <mark>{text.slice(start, end)}</mark>)
    at = end
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  )
}
