import pc from 'picocolors'
import type { AbstentionReason, Citation, FollowUp, Outcome, Quote, Searched } from '../answer/answer.ts'
import { formatExplanation } from './format-explanation.ts'

/** An answer or abstention for a person at a terminal. */
export function formatOutcome(outcome: Outcome): string {
  const quotes = outcome.kind === 'answer' ? outcome.quotes : outcome.nearest
  const lines = [
    ...opening(outcome),
    ...quotes.flatMap((quote) => [...formatQuote(quote), '']),
    ...(outcome.kind === 'answer' ? formatFollowUps(outcome.followUps) : []),
    pc.dim(searchedLine(outcome.searched)),
  ]
  return `${lines.join('\n')}\n`
}

function opening(outcome: Outcome): string[] {
  if (outcome.kind === 'answer') return []
  const { searched, missing, nearest, reason } = outcome
  if (searched.passages === 0) return ['No passage meets these filters.', '']
  const lacking = `Nothing that was searched mentions ${missing.map((word) => `“${word}”`).join(', ')}.`
  const found = nearest.length > 0 ? 'What was found is too far from the question.' : reasons[reason]
  const lines = [`No answer. ${missing.length > 0 ? lacking : found}`, '']
  return nearest.length > 0 ? [...lines, pc.bold('Nearest passages, which are not answers:'), ''] : lines
}

const reasons: Record<AbstentionReason, string> = {
  'no-match': 'No record holds any of these words.',
  'low-confidence': 'What was found is too far from the question.',
}

function formatQuote(quote: Quote): string[] {
  const { text, highlights, citation, alsoIn, confidence, clipped, explanation } = quote
  const { question, url, source } = citation
  const lines: string[] = []
  if (question) lines.push(pc.dim(`  ${question.asker ?? 'Q'}: ${shorten(question.text)}`))
  if (clipped?.before !== undefined) lines.push(pc.dim(`  just before: ${clipped.before}`))
  lines.push(`“${mark(text, highlights)}”`)
  if (clipped?.after !== undefined) lines.push(pc.dim(`  goes on: ${clipped.after}`))
  lines.push(
    `  — ${formatSpeaker(citation)}${citation.title}${citation.section ? ` · ${citation.section}` : ''}`,
  )
  lines.push(pc.dim(`  ${url} · confidence ${confidence.toFixed(2)}${source ? ` · ${source}` : ''}`))
  for (const other of alsoIn) lines.push(pc.dim(`  also in ${other.title} ${other.url}`))
  if (explanation) lines.push('', ...formatExplanation(explanation, quote))
  return lines
}

function formatFollowUps(followUps: FollowUp[]): string[] {
  if (followUps.length === 0) return []
  return ['The records also answer:', ...followUps.map(({ question }) => `  ${question}`), '']
}

/** Who spoke, and when, before the title; empty where the record does not tell. */
export function formatSpeaker({ speaker, date }: Citation): string {
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

export function searchedLine({ records, passages, from, to }: Searched): string {
  const dates = from === undefined ? '' : from === to ? `, ${from}` : `, ${from} to ${to}`
  return `Searched ${records} records, ${passages} passages${dates}.`
}
