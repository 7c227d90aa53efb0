import pc from 'picocolors'
import type { Citation, Outcome, Quote, Searched } from '../answer/answer.ts'

/** An answer or abstention for a person at a terminal. */
export function formatOutcome(outcome: Outcome): string {
  const quotes = outcome.kind === 'answer' ? outcome.quotes : outcome.nearest
  const lines = [
    ...opening(outcome),
    ...quotes.flatMap((quote) => [...formatQuote(quote), '']),
    pc.dim(searchedLine(outcome.searched)),
  ]
  return `${lines.join('\n')}\n`
}

function opening(outcome: Outcome): string[] {
  if (outcome.kind === 'answer') return []
  if (outcome.searched.passages === 0) return ['No passage meets these filters.', '']
  if (outcome.nearest.length === 0) return ['No record holds any of these words.', '']
  return ['No answer: the records do not seem to say. The nearest passages, which are not answers:', '']
}

function formatQuote({ text, highlights, citation, alsoIn, confidence }: Quote): string[] {
  const { question, url, source } = citation
  const lines: string[] = []
  if (question) lines.push(pc.dim(`  ${question.asker ?? 'Q'}: ${shorten(question.text)}`))
  lines.push(`“${mark(text, highlights)}”`)
  lines.push(
    `  — ${formatSpeaker(citation)}${citation.title}${citation.section ? ` · ${citation.section}` : ''}`,
  )
  lines.push(pc.dim(`  ${url} · confidence ${confidence.toFixed(2)}${source ? ` · ${source}` : ''}`))
  for (const other of alsoIn) lines.push(pc.dim(`  also in ${other.title} ${other.url}`))
  return lines
}

function formatSpeaker({ speaker, date }: Citation): string {
  const role = speaker?.role ? ` (${speaker.role})` : ''
  const parts = [speaker ? pc.bold(speaker.name) + role : '', date ?? ''].filter(Boolean)
  return parts.length > 0 ? `${parts.join(', ')}, ` : ''
}

function mark(text: string, highlights: Quote['highlights']): string {
  let marked = ''
  let at = 0
  for (const { start, end } of highlights) {
    marked += text.slice(at, start) + pc.bold(text.slice(start, end))
    at = end
  }
  return marked + text.slice(at)
}

function shorten(text: string): string {
  const line = text.replace(/\s+/gu, ' ')
  return line.length > 100 ? `${line.slice(0, 99)}…` : line
}

function searchedLine({ records, passages, from, to }: Searched): string {
  const dates = from === undefined ? '' : from === to ? `, ${from}` : `, ${from} to ${to}`
  return `Searched ${records} records, ${passages} passages${dates}.`
}
