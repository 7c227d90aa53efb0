import type { Line } from '../line/lines.ts'
import { isHeadlineLike, isProse, lastKept } from '../line/shape.ts'

/** How an article of a newspaper or an agency begins. */
const opener =
  /^(?:本报讯|本報訊|本报[\p{Script=Han}\d]{0,10}[电讯]|本報[\p{Script=Han}\d]{0,10}[電訊]|(?:新华社|新華社|中新社|新华网|中新网|人民网|央视网|中央社)[^。，！？]{1,24}[电電讯訊]|【[^】]{1,14}[讯訊电電]】|[（(](?:本报|本報)?(?:记者|記者)[\s　])/u

export function opensArticle(line: Line): boolean {
  return line.kind !== 'heading' && opener.test(line.text.slice(0, 60))
}

/**
 * Cuts a newspaper page into its articles: a new one begins with the headlines above `本报讯` or a byline,
 * where another article's text stands before them.
 */
export function splitArticles(lines: Line[]): Line[][] {
  const starts = [0]
  let proseSince = false
  for (const [at, line] of lines.entries()) {
    if (opensArticle(line) || line.byline) {
      const headline = findHeadline(lines, at)
      if (headline !== undefined && headline > starts.at(-1)! && hasProse(lines, starts.at(-1)!, headline)) {
        if (proseSince) starts.push(headline)
      }
      proseSince = false
    }
    if (isProse(line.text)) proseSince = true
  }
  return starts.map((start, number) => lines.slice(start, starts[number + 1]))
}

/** Most headline lines above an article. */
const mostHeadlines = 4

/** Where the headlines right above a line begin; undefined when there are none. */
function findHeadline(lines: readonly Line[], at: number): number | undefined {
  let first: number | undefined
  let above = lastKept(lines, at - 1)
  for (let count = 0; count < mostHeadlines && above >= 0 && isHeadline(lines[above]!); count++) {
    first = above
    above = lastKept(lines, above - 1)
  }
  return first
}

export function isHeadline(line: Line): boolean {
  const { text } = line
  if (text === '' || (line.kind !== 'paragraph' && line.kind !== 'heading')) return false
  return line.kind === 'heading' || isSubtitle(text) || isHeadlineLike(text.replace(/[！？!?]$/u, ''))
}

/** `——从……到……` under a headline. */
export function isSubtitle(text: string): boolean {
  return /^[—–-]{2,}/u.test(text) && text.length <= 80
}

function hasProse(lines: readonly Line[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isProse(lines[at]!.text)) return true
  return false
}
