import type { QuestionSummary } from './store.ts'

/** Content type of `toQuestionsCsv`. */
export const csvType = 'text/csv; charset=utf-8; header=present'

/** RFC 4180, without a byte order mark. A cell that a spreadsheet would take for a formula has an apostrophe before it. */
export function toQuestionsCsv(questions: readonly QuestionSummary[]): string {
  return [columns, ...questions.map(toCells)].map((cells) => `${cells.map(toCell).join(',')}\r\n`).join('')
}

// ---------------------------------------------------------------------------

const columns = [
  'question',
  'count',
  'last',
  'abstained',
  'down',
  'up',
  'record',
  'start',
  'end',
  'title',
  'confidence',
]

type Cell = string | number | undefined

function toCells({ question, count, last, abstained, down, up, nearest }: QuestionSummary): Cell[] {
  const { record, span, title, confidence } = nearest ?? {}
  return [question, count, last, abstained, down, up, record, span?.start, span?.end, title, confidence]
}

function toCell(cell: Cell): string {
  if (typeof cell !== 'string') return cell === undefined ? '' : String(cell)
  const text = /^(?:[\s\p{Cf}]*[=+\-@＝＋－＠]|[\t\r\n])/u.test(cell) ? `'${cell}` : cell
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
