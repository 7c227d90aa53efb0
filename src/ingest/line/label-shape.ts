import { answerers, askers, hosts, reporterLabel } from './label-words.ts'
import { nameShape, splitLeadingOffice } from './names.ts'

/** The words before a colon at the head of a line, and where what follows begins. */
export interface Head {
  words: string
  /** In the line, after the colon and spaces. */
  bodyStart: number
}

/** Longest label, in UTF-16 units. */
const longestLabel = 60
const colonHead = /^([^:：。！？!?；;\n]{1,60}?)\s?[:：][\s\u3000]*/u
/** `专访某局长某某：…` is the headline of an interview. */
const aboutWhom = /^(?:独家|獨家)?(?:专访|專訪|对话|對話)[^者人]/u
const bracketHead = /^[【[［〔]\s?([^\]】］〕]{1,40}?)\s?[:：]?[\]】］〕][\s\u3000]*[:：]?[\s\u3000]*/u

/** `王旭:`, `王旭（常务副市长）：`, `【记者】`; undefined when no label can stand at the head of the text. */
export function readHead(text: string): Head | undefined {
  const piece = text.slice(0, longestLabel + 10)
  const bracket = bracketHead.exec(piece)
  if (bracket) return { words: bracket[1]!, bodyStart: bracket[0].length }
  const colon = colonHead.exec(piece)
  if (!colon || /^\/\//u.test(piece.slice(colon[0].length))) return undefined
  if (aboutWhom.test(colon[1]!)) return undefined
  if (/\d$/u.test(colon[1]!) && /^\d/u.test(piece.slice(colon[0].length))) return undefined
  return { words: colon[1]!.trim(), bodyStart: colon[0].length }
}

/** Takes a number, `会后，`, or the brackets around the whole off the words of a label: `一、问` is `问`. */
export function bareWords(words: string): string {
  const bare = words
    .replace(/^[^，。]{0,14}[会會][后後]，\s?(?=有(?:记者|記者))/u, '')
    .replace(
      /^(?:[\d一二三四五六七八九十]{1,3}[.、．)）]\s?|[（(][\d一二三四五六七八九十]{1,3}[）)]\s?)/u,
      '',
    )
    .trim()
  return /^(?:《[^》]+》|【[^】]+】|\[[^\]]+\]|“[^”]+”|〔[^〕]+〕)$/u.test(bare)
    ? bare.slice(1, -1).trim()
    : bare
}

/** A reporter, with or without a name; `记者会` and the like are none. */
export function isReporter(words: string): boolean {
  const match = reporterLabel.exec(words)
  return match !== null && (match[1] === undefined || nameShape(match[1].trim()) !== undefined)
}

/** A line that may open a turn, as far as its own look tells: it must not be joined to the line above. */
export function startsLikeLabel(text: string): boolean {
  if (text.length <= 30 && isReporter(text)) return true
  const head = readHead(text)
  if (!head) return false
  const words = bareWords(head.words)
  if (askers.test(words) || answerers.test(words) || hosts.test(words) || isReporter(words)) return true
  return nameShape(words) !== undefined || splitLeadingOffice(words) !== undefined
}
