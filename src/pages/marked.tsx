import { type Span, splitBySpans } from '../text/span.ts'

/** `text` with `spans` of it in `<mark>`. */
export function Marked({ text, spans }: { text: string; spans: readonly Span[] }) {
  return <>{splitBySpans(text, spans).map(({ words, inside }) => (inside ? <mark>{words}</mark> : words))}</>
}
