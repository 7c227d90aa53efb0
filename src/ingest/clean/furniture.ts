import { findDate, isDateLine } from '../line/date-in-text.ts'
import { startsLikeLabel } from '../line/label-shape.ts'
import { type Line, removeLine } from '../line/lines.ts'
import { hasHan, isHeadlineLike, isProse, nextKept } from '../line/shape.ts'
import { furnitureLines, furniturePatterns, pageHeaders, teaserEnds, teaserHeads } from './furniture-words.ts'

/** Removes what a site or a newspaper puts around a text, and notes the dates and publishers that it tells. */
export function removeFurniture(lines: Line[]): void {
  removeTeasers(lines)
  let prose = 0
  let kept = 0
  for (const [at, line] of lines.entries()) {
    if (line.text === '') continue
    const short = line.text.length <= 200
    if (short && isFurniture(line.text)) removeWithFacts(line)
    else if (short && prose < topProse && isDateline(line, kept > 0)) removeWithFacts(line)
    else if (short && isByline(line.text)) {
      removeLine(line, 'furniture')
      line.byline = true
    } else if (short && pageHeaders.some((pattern) => pattern.test(line.text)))
      removeLine(line, 'page-header')
    else if (isBareNumber(lines, at)) removeLine(line, 'furniture')
    else {
      kept++
      // The first line is a title, even if it reads `某某：…`.
      if (kept > 1 && startsLikeLabel(line.text)) prose += topProse
      else if (isProse(line.text)) prose++
    }
  }
}

/** A dateline stands above the text: after this many lines of prose there is none. */
const topProse = 2

function isFurniture(text: string): boolean {
  const bare = text.replace(/[\s[\]【】()（）|丨·]/gu, '').toLowerCase()
  return furnitureLines.has(bare) || furniturePatterns.some((pattern) => pattern.test(text))
}

const labelledFacts =
  /^[[（(【]?\s?(?:发布时间|發布時間|發佈時間|发布日期|發布日期|發佈日期|来源|來源|信息来源|稿源|文章来源|文章來源|发布机构|发文机构|發布單位|published|updated|posted|source)\s?[:：]/iu
const counters =
  /(?:\s\d{1,9}){1,4}$|(?:阅读|閱讀|浏览|瀏覽|点击|點擊|评论|評論|views)\s?[:：(（]?\d*[)）]?$/iu
const labelledInside = /\s(?:来源|來源|稿源|source)\s?[:：]/iu
const day =
  '(?:19|20)\\d\\d(?:[-./]\\d{1,2}[-./]\\d{1,2}|年\\d{1,2}月\\d{1,2}日)(?:\\s+\\d{1,2}:\\d\\d(?::\\d\\d)?)?'
const dayFirst = new RegExp(`^${day}\\s+(\\p{L}[^\\d，、：:]{1,24})$`, 'u')
const dayLast = new RegExp(`^([^，、：:]{1,24}?)\\s+${day}$`, 'u')

/**
 * A line above the text that tells where and when it was published: `发布时间：…　来源：…`, a re-poster's name
 * with date and counters, or, below another line (the title), a date with a name beside it.
 */
function isDateline({ text, kind }: Line, below: boolean): boolean {
  if (kind !== 'paragraph' || text.length > 120 || /[。！？!?；]/u.test(text)) return false
  if (labelledFacts.test(text)) return true
  if (findDate(text) === undefined) return false
  if (isDateLine(text)) return true
  if (text.length > 70 || /[，、]/u.test(text)) return false
  return (
    below &&
    (counters.test(text) ||
      (labelledInside.test(text) && /^[^\p{L}]/u.test(text)) ||
      dayFirst.test(text) ||
      dayLast.test(text))
  )
}

/** What a removed line told, for the metadata. */
function removeWithFacts(line: Line): void {
  const { text } = line
  const date = findDate(text)
  const publisher = findPublisher(text)
  if (date !== undefined || publisher !== undefined) {
    line.facts = {
      ...(date === undefined ? {} : { date }),
      ...(publisher === undefined ? {} : { publisher }),
    }
  }
  removeLine(line, 'furniture')
}

function findPublisher(text: string): string | undefined {
  const labelled =
    /(?:来源|來源|稿源|发布机构|发文机构|發布單位|source)\s?[:：]\s?([^\s|丨，,（）()]{2,30})/iu.exec(text)
  if (labelled) return labelled[1]
  const owner = /^©\s?(?:\d{4}\s)?([^\s\d]{2,30})$/u.exec(text)
  if (owner) return owner[1]
  return counters.test(text) ? undefined : (dayFirst.exec(text) ?? dayLast.exec(text))?.[1]?.trim()
}

const bylineHead = /^[■●▲◆□○]\s?(?:本报|本報|特约|首席|见习)?(?:记者|記者|通讯员|实习生)/u
const bylineWords =
  /^(?:作者|文|撰文|采写|採寫|撰稿|记者|記者|摄影|攝影|图|圖|图文|文图|by)\s?[|丨／/:：]\s?[^。！？：:]{1,40}$/iu
const bylineReporters =
  /^(?:本报|本報|本台|新华社|新華社)?(?:特约|首席|见习)?(?:记者|記者)\s[\p{Script=Han}·]{2,10}(?:[\s、][\p{Script=Han}·]{2,10}){0,6}(?:\s?(?:报道|報導|文))?$/u

/** Who wrote it, alone on a line. */
function isByline(text: string): boolean {
  if (text.length > 60) return false
  return bylineHead.test(text) || bylineWords.test(text) || bylineReporters.test(text)
}

/** `01` above a heading. */
function isBareNumber(lines: readonly Line[], at: number): boolean {
  const line = lines[at]!
  if (!/^(?:0?\d{1,2}|part\.?\s?\d{1,2}|[①-⑳])$/iu.test(line.text)) return false
  const next = lines[nextKept(lines, at + 1)]
  return next !== undefined && isHeadlineLike(next.text)
}

/** A list of other texts: from its head to `查看更多`, or as long as no running text comes. */
function removeTeasers(lines: Line[]): void {
  for (let at = 0; at < lines.length; at++) {
    if (lines[at]!.text.length > 40 || !teaserHeads.test(lines[at]!.text)) continue
    const end = findTeaserEnd(lines, at + 1)
    for (const line of lines.slice(at, end)) if (line.text !== '') removeLine(line, 'furniture')
    at = end - 1
  }
}

function findTeaserEnd(lines: readonly Line[], from: number): number {
  let at = from
  for (; at < lines.length; at++) {
    const { text } = lines[at]!
    if (teaserEnds.test(text)) return at + 1
    if (isRunningText(text)) return at
  }
  return at
}

function isRunningText(text: string): boolean {
  if (hasHan(text)) return text.length > 80 || (text.length > 40 && text.endsWith('。'))
  return text.length > 160
}
