import type { Span } from '../../text/span.ts'
import type { JsonRecord } from './json-schema.ts'

/** What is wrong with the spans and numbers of a record, in words; undefined when nothing is. */
export function checkSpans({ text, turns, sections, exchanges }: JsonRecord): string | undefined {
  return (
    checkTurns(turns ?? [], text) ??
    checkSections(sections ?? [], text) ??
    checkExchanges(exchanges ?? [], turns ?? [])
  )
}

function outside({ start, end }: Span, text: string): boolean {
  return start >= end || end > text.length || isInsidePair(text, start) || isInsidePair(text, end)
}

function isInsidePair(text: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at))
}

function checkTurns(turns: { span: Span }[], text: string): string | undefined {
  let end = 0
  for (const [number, { span }] of turns.entries()) {
    const name = `turns[${number}].span (${span.start} to ${span.end})`
    if (outside(span, text))
      return `${name} is empty or not inside the text, which has ${text.length} UTF-16 units`
    if (span.start < end) return `${name} begins before the turn before it ends (${end})`
    end = span.end
  }
  return undefined
}

/** Sections come in the order of the text, and one lies inside the other or beside it. */
function checkSections(sections: { span: Span }[], text: string): string | undefined {
  const open: Span[] = []
  let start = 0
  for (const [number, { span }] of sections.entries()) {
    const name = `sections[${number}].span (${span.start} to ${span.end})`
    if (outside(span, text))
      return `${name} is empty or not inside the text, which has ${text.length} UTF-16 units`
    if (span.start < start) return `${name} begins before the section before it`
    while (open.length > 0 && (open.at(-1) as Span).end <= span.start) open.pop()
    const around = open.at(-1)
    if (around && span.end > around.end)
      return `${name} overlaps the end of a section around it (${around.end})`
    open.push(span)
    start = span.start
  }
  return undefined
}

function checkExchanges(
  exchanges: { question: number; replies: number[] }[],
  turns: { kind: string }[],
): string | undefined {
  for (const [number, { question, replies }] of exchanges.entries()) {
    if (turns[question]?.kind !== 'question')
      return `exchanges[${number}].question: turn ${question} is no question`
    const stray = replies.find((reply) => reply <= question || reply >= turns.length)
    if (stray !== undefined) return `exchanges[${number}].replies: turn ${stray} does not follow the question`
  }
  return undefined
}
