/** Quotes and lists inside one another on a line that are parsed; the parser takes time in their square. */
const maxContainers = 50
/** Runs of emphasis marks, brackets and backticks in one paragraph that are parsed. */
const maxMarks = 5000

/** The first line, from 1, of Markdown that no person wrote: nested or marked beyond what a parser bears. */
export function findExcess(text: string): number | undefined {
  let marks = 0
  let line = 0
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at)
    const next = end === -1 ? text.length : end + 1
    const source = text.slice(at, next)
    line++
    marks = source.trim() === '' ? 0 : marks + countMarks(source)
    if (marks > maxMarks || countContainers(source) > maxContainers) return line
    at = next
  }
  return undefined
}

function countMarks(line: string): number {
  return line.match(/[*_~`]+|[[\]]/g)?.length ?? 0
}

/** Markers at the head of the line, and the levels that its indent may stand for. */
function countContainers(line: string): number {
  const indent = /^\s*/.exec(line)?.[0].length ?? 0
  const markers = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])[ \t]))+/.exec(line.slice(indent))?.[0] ?? ''
  if (markers === '') return 0
  return indent / 2 + (markers.match(/>|[-*+][ \t]|[.)][ \t]/g)?.length ?? 0)
}
