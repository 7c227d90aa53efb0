import type { Line } from './lines.ts'

/** What the look of a line tells, without regard to what it says. All tests look at a bounded piece. */

const han = /\p{Script=Han}/u
const sentenceEnd = /[。！？!?….；;](?:[”’」』"')）》\]】]{0,3})$/u
const closedEnd = /[。！？!?…；;：:，,、”’」』"'）)》\]】.—]$/u

export function hasHan(text: string): boolean {
  return han.test(text.slice(0, 400))
}

/** The text ends as a sentence ends, closing quotation marks and brackets allowed. */
export function endsSentence(text: string): boolean {
  return sentenceEnd.test(text.slice(-5))
}

/** The text ends in punctuation of any kind: it is not torn in the middle of a phrase. */
export function endsInPunctuation(text: string): boolean {
  return closedEnd.test(text.slice(-1))
}

/** Running text: a whole sentence, or clauses enough that it is no headline. */
export function isProse(text: string): boolean {
  if (clock.test(text)) return false
  const piece = text.slice(0, 400)
  if (endsSentence(text)) return hasHan(piece) ? text.length >= 12 : text.split(' ', 5).length >= 4
  if (/[。；]/u.test(piece) || /[.!?] \p{Lu}/u.test(piece)) return true
  return hasHan(piece) ? text.length > 60 : text.length > 140
}

/** Longest headline, in UTF-16 units: Han characters, and letters. */
const longestHeadline = { han: 44, latin: 100 }
const spoken =
  /谢谢|謝謝|大家好|你们好|你好|您好|早安|午安|各位|感谢|感謝|thank you|good (?:morning|afternoon|evening)/iu
const closingWords = /^(?:此致|敬礼|敬禮|特此.{0,8}|完|（完）|\(完\)|完毕|附件.{0,40}|谢谢|謝謝)$/u
const numericOnly = /^[\d\s.,:：/%／年月日時时分星期一二三四五六七八九十()（）-]+$/u

/** `1:05 P.M. EST` */
const clock = /^\d{1,2}[:.]\d\d\s?[ap]\.?\s?m\.?(?:,?\s\(?[A-Z]{2,4}\)?)?$/iu

/** Short, without the punctuation that ends a sentence or a clause, and not spoken: it may be a headline. */
export function isHeadlineLike(text: string): boolean {
  if (text.length < 2 || numericOnly.test(text.slice(0, 60))) return false
  if (hasHan(text) ? text.length > longestHeadline.han : text.length > longestHeadline.latin) return false
  if (/[。！？；：，、,;:.!?…]$/u.test(text) || /[。；;]/u.test(text)) return false
  if (spoken.test(text) || closingWords.test(text) || clock.test(text)) return false
  if (!/\p{L}/u.test(text) || /^[（(].*[）)]$/u.test(text)) return false
  return hasHan(text) || /^[\p{Lu}\p{N}“"'‘«(¿¡]/u.test(text)
}

const stageWords =
  /笑|掌声|掌聲|鼓掌|播放|影片|视频|視頻|休息|沉默|点头|點頭|举手|舉手|结束|結束|laugh|applause|video|crosstalk|inaudible|pause/iu

/** A stage direction: `（笑）`, `[Applause]`, alone on its line. */
export function isStageDirection(text: string): boolean {
  return text.length <= 40 && /^[（([【].{1,36}[）)\]】]$/u.test(text) && stageWords.test(text)
}

/** Position of the next line from `at` on that cleaning has left, or `lines.length`. */
export function nextKept(lines: readonly Line[], at: number): number {
  let next = at
  while (next < lines.length && lines[next]!.text === '') next++
  return next
}

/** Position of the last line up to `at` that cleaning has left, or -1. */
export function lastKept(lines: readonly Line[], at: number): number {
  let last = at
  while (last >= 0 && lines[last]!.text === '') last--
  return last
}
