import { type Line, removeLine } from '../line/lines.ts'
import { hasHan, isHeadlineLike, isProse } from '../line/shape.ts'

/**
 * Removes what was read off pictures: a run of short lines between paragraphs in which a piece comes again and
 * again, or another script stands among Chinese. Without two such signs a run may be a list, and stays.
 */
export function removePictureText(lines: Line[]): void {
  const chinese = lines.some((line) => hasHan(line.text) && isProse(line.text))
  if (!chinese) return
  for (let at = 0; at < lines.length; ) {
    const end = endOfRun(lines, at)
    if (end - at >= shortestRun) removeFromRun(lines.slice(at, end))
    at = Math.max(end, at + 1)
  }
}

/** Fewest lines, removed ones included, that make a run. */
const shortestRun = 4
/** Fewest fragments that show a run to come from pictures. */
const enoughFragments = 3

function endOfRun(lines: readonly Line[], from: number): number {
  let at = from
  while (at < lines.length && belongsToRun(lines[at]!)) at++
  return at
}

function belongsToRun(line: Line): boolean {
  if (line.text === '') return line.repairs.some((repair) => repair.kind === 'photo-credit')
  return (
    line.kind === 'paragraph' &&
    line.text.length <= 80 &&
    !isProse(line.text) &&
    !/[:：。，,]$/u.test(line.text)
  )
}

/**
 * The run ends in a heading over the text that follows, as far as no credit stands below: those lines stay.
 * What stands above the last fragment or credit came from the pictures.
 */
function removeFromRun(run: readonly Line[]): void {
  const fragments = new Set(findFragments(run))
  if (fragments.size < enoughFragments) return
  const first = run.findIndex((line) => fragments.has(line))
  const last = run.findLastIndex((line) => fragments.has(line) || line.text === '')
  const start = run.slice(0, first).every((line) => isLooseName(line)) ? 0 : first
  for (const line of run.slice(start, last + 1)) if (line.text !== '') removeLine(line, 'picture-text')
}

function isLooseName(line: Line): boolean {
  return line.text === '' || (line.text.length <= 20 && isHeadlineLike(line.text) && !/\s/u.test(line.text))
}

/** Lines that are the beginning of another line of the run, or its equal, and lines in another script. */
function findFragments(run: readonly Line[]): Line[] {
  const texts = run
    .filter((line) => line.text !== '')
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
  const fragments = new Set<Line>()
  for (const [at, line] of texts.entries()) {
    const next = texts[at + 1]
    if (next && line.text.length >= 4 && next.text.startsWith(line.text)) fragments.add(line).add(next)
    if (!hasHan(line.text) && isShouted(line.text)) fragments.add(line)
  }
  return [...fragments]
}

/** Capitals only, and not one word such as an abbreviation. */
function isShouted(text: string): boolean {
  return /\p{Lu}.*\s.*\p{Lu}/u.test(text) && text === text.toUpperCase()
}
