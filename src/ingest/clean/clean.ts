import type { Line } from '../line/lines.ts'
import { removeLine, replaceIn } from '../line/lines.ts'
import { removeFurniture } from './furniture.ts'
import { repairGlosses } from './gloss.ts'
import { removePhotoCredits } from './photo.ts'
import { removePictureText } from './picture-text.ts'
import { removeTimestamps } from './timestamps.ts'
import { joinWrappedLines } from './wrapped-lines.ts'

/** Mends and empties lines in place; what it does stands in their `repairs`. `plain`: line breaks are all that the format tells. */
export function cleanLines(lines: Line[], plain: boolean): void {
  for (const line of lines) cleanInside(line)
  repairGlosses(lines)
  removeTimestamps(lines)
  removeFurniture(lines)
  removePhotoCredits(lines)
  removePictureText(lines)
  joinWrappedLines(lines, plain)
}

const bookmark = /\[bookmark: ?[\w-]{1,60}\]/gu
const leftTag = /<\/?(?:p|br|div|span|strong|b|font|o:p) ?\/?>/giu
const jump =
  /[（(](?:(?:紧接|緊接)?[上下][转轉接]第?[\d一二三四五六七八九十ABCD]{1,3}版?|[上下][转轉接].{0,8}[版页頁])[）)]/gu
const control =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff\u200b\u200e\u200f\u202a-\u202e\u2060\ufffe\uffff]+/gu
/** UTF-8 `。”</p>` read as another encoding. */
const brokenStop = /[?？][!！][?？]\/p>/gu
const brokenClose = /(?<=[。！？!?])[?？]\/p>/gu

function cleanInside(line: Line): void {
  replaceIn(line, 'control', control, () => '')
  if (line.text.includes('[bookmark')) replaceIn(line, 'markup', bookmark, () => '')
  if (line.text.includes('/p>')) {
    replaceIn(line, 'mojibake', brokenStop, (match) => (quoteOpen(match) ? '。”' : undefined))
    replaceIn(line, 'mojibake', brokenClose, (match) => (quoteOpen(match) ? '”' : undefined))
  }
  if (line.text.includes('<')) replaceIn(line, 'markup', leftTag, () => '')
  if (/[转轉接]/u.test(line.text)) replaceIn(line, 'furniture', jump, () => '')
  if (line.text !== '' && !/[\p{L}\p{N}\p{P}\p{S}]/u.test(line.text)) removeLine(line, 'control')
}

/** A quotation is open where the match begins: only then is a lost closing mark sure. */
function quoteOpen(match: RegExpMatchArray): boolean {
  const before = match.input!.slice(Math.max(0, match.index! - 2000), match.index!)
  return before.lastIndexOf('“') > before.lastIndexOf('”')
}
