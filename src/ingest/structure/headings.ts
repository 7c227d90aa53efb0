import type { Line } from '../line/lines.ts'
import { notNames } from '../line/name-words.ts'
import { nameShape } from '../line/names.ts'
import { isHeadlineLike, isProse, nextKept } from '../line/shape.ts'

/** A heading inside a text. */
export interface Heading {
  /** Lines that it takes, by number. */
  lines: number[]
  title: string
  level: number
  /** A person whose words or views the section gives: the name on a line above the heading. */
  person?: string
}

export interface HeadingContext {
  title: ReadonlySet<number>
  isLabel: (at: number) => boolean
  /** Number of the first line that opens a turn; from there on speech without a full stop looks like a heading. */
  firstLabel: number
  /** Labels are headings here: then a line without markup is none. */
  marked: boolean
}

const questionTime =
  /^(?:答记者问|答記者問|记者提问|記者提問|现场提问|现场问答|現場問答|提问环节|问答环节|問答環節|答问环节|媒體提問|媒体提问|问答实录|現場提問|问答|問答|q\s?(?:&|and)\s?a|questions? and answers?|questions)$/iu

/** Longest stack of plain lines that are headings; a longer one is a list. */
const longestStack = 3

/** Finds headings: those that the markup declares, and short lines set apart above running text. */
export function findHeadings(lines: readonly Line[], context: HeadingContext): Heading[] {
  const marked = lines.filter((line, at) => isMarked(line, at, context)).map((line) => line.level ?? 1)
  const base = marked.length === 0 ? 1 : Math.min(...new Set(marked))
  const headings: Heading[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!
    if (isMarked(line, at, context)) {
      headings.push({ lines: [at], title: line.text, level: (line.level ?? 1) - base + 1 })
    } else if (questionTime.test(line.text) && !context.isLabel(at)) {
      headings.push({ lines: [at], title: line.text, level: 1 })
    } else if (isPlain(lines, at, context)) {
      const stack = readStack(lines, at, context)
      headings.push(...toHeadings(lines, stack, context))
      at = stack.at(-1)!
    }
  }
  return headings
}

function isMarked(line: Line, at: number, { title, isLabel }: HeadingContext): boolean {
  return line.kind === 'heading' && line.text !== '' && !title.has(at) && !isLabel(at)
}

function isPlain(
  lines: readonly Line[],
  at: number,
  { title, isLabel, firstLabel, marked }: HeadingContext,
): boolean {
  const line = lines[at]!
  if (line.kind !== 'paragraph' || line.text === '' || title.has(at) || isLabel(at)) return false
  if (marked || (at > firstLabel && numberLevel(line.text) === 0)) return false
  return line.gap && isHeadlineLike(line.text) && !isField(line.text)
}

/** `地点：一号会议室`, `主持人：张三` */
function isField(text: string): boolean {
  const words = /^([^:：]{2,8}?)[\s\u3000]?[:：]./u.exec(text)?.[1]
  return words !== undefined && (notNames.has(words.toLowerCase()) || /(?:人|人员|人員)$/u.test(words))
}

function readStack(lines: readonly Line[], from: number, context: HeadingContext): number[] {
  const stack = [from]
  for (
    let at = nextKept(lines, from + 1);
    at < lines.length && isPlain(lines, at, context);
    at = nextKept(lines, at + 1)
  ) {
    stack.push(at)
  }
  return stack
}

function toHeadings(lines: readonly Line[], stack: readonly number[], context: HeadingContext): Heading[] {
  const below = nextKept(lines, stack.at(-1)! + 1)
  const next = lines[below]
  if (!next?.gap || next.kind === 'aside' || next.kind === 'list-item') return []
  const apart = context.isLabel(below) || isProse(next.text) || next.kind === 'heading'
  if (!apart) return []
  const used =
    stack.length > longestStack ? stack.slice(-1).filter((at) => numberLevel(lines[at]!.text) > 0) : stack
  const [first, second] = used
  const name = first === undefined ? '' : lines[first]!.text
  if (second !== undefined && used.length === 2 && isPersonHere(name, lines, below)) {
    return [{ lines: [...used], title: `${name} ${lines[second]!.text}`, level: 1, person: name }]
  }
  return used.map((at, depth) => {
    const { text } = lines[at]!
    return { lines: [at], title: text, level: numberLevel(text) || depth + 1 }
  })
}

/** Lines below a name in which it must come again. */
const searched = 6

function isPersonHere(name: string, lines: readonly Line[], below: number): boolean {
  if (!nameShape(name)) return false
  return lines.slice(below, below + searched).some((line) => line.text.includes(name))
}

/** `一、` 1, `（一）` 2, `1.` 3, else 0. */
function numberLevel(text: string): number {
  if (/^(?:第?[一二三四五六七八九十]{1,3}[、章部])/u.test(text)) return 1
  if (/^[（(][一二三四五六七八九十]{1,3}[）)]/u.test(text)) return 2
  return /^\d{1,2}[.、．]/u.test(text) ? 3 : 0
}
