import type { QuestionSummary } from '../store/store.ts'
import { displayWidth, formatTable } from './format-table.ts'

/** Columns that a question may take before it is cut. */
const questionWidth = 60
const titleWidth = 40

/** A table of questions, most often asked first. */
export function formatQuestions(
  questions: readonly QuestionSummary[],
  { unanswered = false }: { unanswered?: boolean | undefined } = {},
): string {
  if (questions.length === 0)
    return unanswered ? 'No question is without an answer.\n' : 'Nothing was asked.\n'
  const heads = ['question', 'nearest passage', 'last asked', 'asked', 'unanswered', 'down', 'up']
  const rows = questions.map(({ question, nearest, last, count, abstained, down, up }) => [
    cut(question, questionWidth),
    nearest ? cut(nearest.title, titleWidth) : '–',
    `${last.slice(0, 10)} ${last.slice(11, 16)}`,
    ...[count, abstained, down, up].map(String),
  ])
  return `${formatTable([heads, ...rows], { names: 2 }).join('\n')}\n`
}

// ---------------------------------------------------------------------------

/** One line of at most `width` columns; signs that turn a terminal around are left out. */
function cut(text: string, width: number): string {
  const line = text.replaceAll(/\s+/gu, ' ').replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
  if (displayWidth(line) <= width) return line
  let taken = ''
  for (const sign of line) {
    if (displayWidth(taken + sign) > width - 1) break
    taken += sign
  }
  return `${taken}…`
}
