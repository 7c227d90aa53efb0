import { quoteAnchor } from '../../answer/permalink.ts'
import { intersectSpans, type Span } from '../../text/span.ts'
import type { Reading } from './reading.ts'

/** A stretch of the record's text, with what of it is cited in `<mark>`; the first mark is where links lead. */
export function Words({ reading, span }: { reading: Reading; span: Span }) {
  const {
    record: { text },
    cited,
  } = reading
  const marked =
    cited.kind === 'words' ? intersectSpans(span, cited.span) : { start: span.start, end: span.start }
  if (marked.end === marked.start) return <>{text.slice(span.start, span.end)}</>
  const isFirst = cited.kind === 'words' && cited.firstAt === span.start
  return (
    <>
      {text.slice(span.start, marked.start)}
      <mark id={isFirst ? quoteAnchor : undefined}>{text.slice(marked.start, marked.end)}</mark>
      {text.slice(marked.end, span.end)}
    </>
  )
}

/** Whether a stretch holds cited words. */
export function isCited({ cited }: Reading, span: Span): boolean {
  if (cited.kind !== 'words') return false
  const { start, end } = intersectSpans(span, cited.span)
  return end > start
}
