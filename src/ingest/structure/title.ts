import { type Line, removeLine } from '../line/lines.ts'
import { isHeadlineLike, isProse, nextKept } from '../line/shape.ts'
import { isHeadline, isSubtitle, opensArticle } from './articles.ts'
import { readCandidate } from './label-read.ts'

/** The title of an article and the lines at its top that hold it. */
export interface Title {
  text?: string
  lines: Set<number>
}

/** Reads the title off the top of an article. `declared` is what the format says the title is. */
export function readTitle(lines: Line[], declared?: string): Title {
  const first = nextKept(lines, 0)
  const found: Title = { lines: new Set() }
  if (first >= lines.length || !isTitle(lines, first, declared)) return laterTitle(lines, found)
  found.lines.add(first)
  found.text = lines[first]!.text
  const openingAt = findOpening(lines, first)
  for (
    let at = nextKept(lines, first + 1);
    at < lines.length && isHeadline(lines[at]!);
    at = nextKept(lines, at + 1)
  ) {
    const { text } = lines[at]!
    const subtitle = isSubtitle(text)
    if (!subtitle && at >= openingAt) break
    if (!isSame(text, found.text)) found.text += subtitle ? text : ` ${text}`
    found.lines.add(at)
  }
  return found
}

/** Removes lines below the top that only say the title again. */
export function removeRepeatedTitle(lines: readonly Line[], title: Title): void {
  const texts = new Set(
    [...title.lines].map((at) => plain(lines[at]!.text)).filter((text) => text.length >= 6),
  )
  for (const [at, line] of lines.entries()) {
    if (title.lines.has(at) || line.text === '' || line.text.length > 200) continue
    if (texts.has(plain(line.text))) removeLine(line, 'furniture')
  }
}

/** `-1` unless an article opens (`本报讯`) right below a stack of headlines: then all of them are its title. */
function findOpening(lines: readonly Line[], first: number): number {
  let at = nextKept(lines, first + 1)
  while (at < lines.length && isHeadline(lines[at]!)) at = nextKept(lines, at + 1)
  return at < lines.length && opensArticle(lines[at]!) ? at : -1
}

function isTitle(lines: readonly Line[], at: number, declared: string | undefined): boolean {
  const line = lines[at]!
  if (nextKept(lines, at + 1) >= lines.length && line.kind !== 'heading') return false
  if (declared !== undefined && !isSame(line.text, declared) && line.level !== 1) return false
  if (!isHeadline(line) && !isLongTitle(line)) return false
  const candidate = readCandidate(line)
  if (!candidate || (candidate.form === 'inline' && !candidate.sure)) return true
  return candidate.form === 'inline' && candidate.voice === 'person' && isHeadlineLike(line.text)
}

/** A title that is a clause or two long, without a full stop, on a line of its own. */
function isLongTitle({ text, kind }: Line): boolean {
  return (
    kind === 'paragraph' &&
    text.length <= 80 &&
    !isProse(text) &&
    /[\p{L}\p{N}”」』）)》]$/u.test(text) &&
    !/谢谢|謝謝|大家好/u.test(text)
  )
}

/** Without a title at the top, the first heading of the first level anywhere. */
function laterTitle(lines: readonly Line[], title: Title): Title {
  const at = lines.findIndex(
    (line) => line.kind === 'heading' && line.level === 1 && line.text !== '' && !readCandidate(line),
  )
  const one =
    at >= 0 && lines.findIndex((line, other) => other > at && line.kind === 'heading' && line.level === 1) < 0
  return one ? { text: lines[at]!.text, lines: new Set([at]) } : title
}

function isSame(text: string, title: string): boolean {
  const [a, b] = [plain(text), plain(title)]
  return a === b || (a.length >= 6 && b.includes(a)) || (b.length >= 6 && a.includes(b))
}

function plain(text: string): string {
  return text.replace(/[\s\u3000]+/gu, '')
}
