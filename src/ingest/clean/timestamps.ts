import { findDate } from '../line/date-in-text.ts'
import { startsLikeLabel } from '../line/label-shape.ts'
import { cutLine, cutStart, type Line, removeLine } from '../line/lines.ts'

const day = '(?:19|20)\\d\\d[-./年]\\d{1,2}[-./月]\\d{1,2}日?'
const exact = '\\d{1,2}:\\d\\d:\\d\\d'
const open = '[\\[【(（]'
const close = '[\\]】)）]'
const whole = new RegExp(`^${open}?(?:${day}\\s+\\d{1,2}:\\d\\d(?::\\d\\d)?|${exact})${close}?$`, 'u')
/** Without seconds only in brackets: an agenda begins its lines with hours and minutes too. */
const atHead = new RegExp(
  `^(?:${open}(?:${day}\\s+)?\\d{1,2}:\\d\\d(?::\\d\\d)?${close}|(?:${day}\\s+)?${exact})\\s*(?=\\S)`,
  'u',
)
const atTail = new RegExp(`\\s+${open}?(?:${day}\\s+\\d{1,2}:\\d\\d(?::\\d\\d)?|${exact})${close}?$`, 'u')

/** Fewest stamps that make a text a protocol by the minute. */
const fewestStamps = 3

/** Removes the times that a live transcript sets beside what is said; the first tells the date. */
export function removeTimestamps(lines: Line[]): void {
  const stamped = lines.filter(({ text }) => text !== '' && hasStamp(text))
  if (stamped.length < fewestStamps) return
  for (const line of stamped) {
    const date = findDate(stampOf(line.text))
    removeStamp(line)
    if (date !== undefined) line.facts ??= { date }
  }
}

function hasStamp(text: string): boolean {
  return /\d:\d\d/u.test(text) && (whole.test(text) || atHead.test(text) || atTail.test(text))
}

function stampOf(text: string): string {
  return (whole.exec(text) ?? atHead.exec(text) ?? atTail.exec(text))?.[0] ?? ''
}

function removeStamp(line: Line): void {
  const head = atHead.exec(line.text)
  const tail = atTail.exec(line.text)
  if (whole.test(line.text)) removeLine(line, 'furniture')
  else if (head) cutStart(line, 'furniture', head[0].length)
  else if (tail) {
    cutLine(line, 'furniture', tail.index)
    // The stamp set the name apart, as bold would.
    if (startsLikeLabel(`${line.text}：`)) line.strong = [{ start: 0, end: line.text.length }]
  }
}
