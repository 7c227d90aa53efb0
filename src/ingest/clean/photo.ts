import { cutLine, type Line, removeLine } from '../line/lines.ts'
import { endsSentence, lastKept } from '../line/shape.ts'

/** Removes photo credits and the captions that belong to them. */
export function removePhotoCredits(lines: Line[]): void {
  for (let at = 0; at < lines.length; at++) {
    const { text } = lines[at]!
    if (text === '') continue
    if (isCredit(text)) {
      const caption = captionAbove(lines, at)
      if (caption) removeLine(caption, 'photo-credit')
      removeLine(lines[at]!, 'photo-credit')
    } else if (isCaption(text)) removeLine(lines[at]!, 'photo-credit')
    else if (creditAtEnd.test(text.slice(-60))) cutCredit(lines[at]!)
  }
}

/** Longest caption, in UTF-16 units. */
const longestCaption = 150

const names = '[\\p{Script=Han}A-Za-z·]{1,12}(?:[\\s、,，/]{1,2}[\\p{Script=Han}A-Za-z·]{1,12}){0,6}'
const taken = '(?:(?<![拍统錄录])[摄攝]|供图|供圖|摄影报道|攝影報導|制图|製圖)'
const credit = new RegExp(
  `^[（(【]?(?:(?:本组照片|本组图片|本版照片|本版图片|照片|图片|圖片|圖)[:：\\s]{0,2})?(?:(?:本报|本報|新华社|新華社|中新社|人民网|通讯员|通訊員|特约|首席)\\s?)*(?:记者|記者|通讯员|通訊員|特约摄影师)?\\s?${names}\\s?${taken}[）)】]?$`,
  'u',
)
const source =
  /^[（(【]?(?:图片来源|圖片來源|图源|圖源|照片来源|资料图片?|資料照片?|资料照片|视觉中国|photo|photo credit|image|photograph(?:ed)? by|photo by)(?:\s?[:：/|by].{0,60})?[）)】]?$/iu
const creditAtEnd = new RegExp(
  `(?:[（(]|(?<=[。！？”\\s]))(?:[^（()）。！？\\s]{0,8}(?:记者|記者|通讯员|社))?\\s?${names}\\s?${taken}[）)]?$`,
  'u',
)

function isCredit(text: string): boolean {
  if (text.length > 60) return false
  if (source.test(text)) return true
  return credit.test(text) && !/[。！？]/u.test(text)
}

function isCaption(text: string): boolean {
  if (text.length > longestCaption) return false
  if (/^(?:[▲▼△▽]|[（(]?(?:图|圖)[一二三四五六七八九十\d]{0,2}[为為][:：]?)/u.test(text)) return true
  return creditAtEnd.test(text.slice(-60)) && text.length <= longestCaption
}

/** The line right above a credit, where no empty line parts them. */
function captionAbove(lines: readonly Line[], at: number): Line | undefined {
  if (lines[at]!.gap) return undefined
  const above = lines[lastKept(lines, at - 1)]
  if (above?.kind !== 'paragraph' || above.text.length > longestCaption) return undefined
  return above
}

/** A credit after the last sentence of a paragraph that is no caption. */
function cutCredit(line: Line): void {
  const tail = Math.max(0, line.text.length - 60)
  const match = creditAtEnd.exec(line.text.slice(tail))
  if (match && endsSentence(line.text.slice(0, tail + match.index)))
    cutLine(line, 'photo-credit', tail + match.index)
}
