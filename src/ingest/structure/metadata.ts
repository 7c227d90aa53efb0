import { basename } from 'node:path'
import { findDate, findDayOfYear, findYear, isDateLine } from '../line/date-in-text.ts'
import type { Line } from '../line/lines.ts'
import type { Metadata } from '../parsed.ts'
import { tellKind } from './kind.ts'
import { detectLanguage } from './language.ts'

/** What is known of a record beside its text, and where each field came from. */
export interface Described {
  title: string
  kind: string
  language: string
  date?: string
  publisher?: string
  source?: string
  origins: Record<string, string>
}

export interface DescribeContext {
  declared: Metadata
  declaredOrigin: string
  file: string
  title?: string
  /** How many speak, and whether some of them ask by trade. */
  speakers: number
  hasAskers: boolean
  isReport: boolean
  text: string
}

/** Takes each field from what the format declares, else from the content, else says `missing`. */
export function describe(lines: readonly Line[], context: DescribeContext): Described {
  const { declared, declaredOrigin, text, speakers, hasAskers, isReport } = context
  const origins: Record<string, string> = {}
  const note = <T>(field: string, given: T | undefined, found: [T | undefined, string]): T | undefined => {
    const [value, origin] = given !== undefined ? [given, declaredOrigin] : found
    origins[field] = value === undefined ? 'missing' : origin
    return value
  }
  const opening = text.slice(0, 1500)
  const title = note('title', declared.title, findTitle(context, opening))!
  const date = note('date', declared.date, findRecordDate(lines, title, opening))
  const publisher = note('publisher', declared.publisher, [
    lines.find((line) => line.facts?.publisher)?.facts?.publisher,
    'content',
  ])
  const source = note('source', declared.source, [undefined, 'content'])
  const kind = note('kind', declared.kind, [
    tellKind({ title, opening, speakers, hasAskers, isReport }),
    'content',
  ])!
  const language = note('language', declared.language, [detectLanguage(text), 'content'])!
  return { title, kind, language, ...given({ date, publisher, source }), origins }
}

function given(fields: {
  date: string | undefined
  publisher: string | undefined
  source: string | undefined
}) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    date?: string
    publisher?: string
    source?: string
  }
}

const letterAbout =
  /(?:您|你)(?:们)?(?:在.{1,40}中)?(?:提出|来信反映|反映)的?[“"《]?(关于.{4,120}?的(?:建议|提案|议案|问题|意见))/u

/** A letter without a title is named by what it answers. */
function findTitle({ title, file }: DescribeContext, opening: string): [string, string] {
  if (title !== undefined) return [title, 'content']
  const about = letterAbout.exec(opening)
  if (about) return [about[1]!, 'content']
  return [basename(file).replace(/\.[^.]+$/u, ''), 'file name']
}

/** Lines at the end in which the date of a letter may stand. */
const closingLines = 4

function findRecordDate(
  lines: readonly Line[],
  title: string,
  opening: string,
): [string | undefined, string] {
  const told = lines.find((line) => line.facts?.date)?.facts?.date ?? findDate(title)
  if (told) return [told, 'content']
  const kept = lines.filter((line) => line.text !== '')
  const closing = kept.slice(-closingLines).find((line) => isDateLine(line.text))
  const head = dateHead(opening, title)
  const dated = (closing && findDate(closing.text)) ?? findLabelledDate(kept) ?? findDate(head)
  if (dated) return [dated, 'content']
  const year = findYear(title)
  return [year === undefined ? undefined : findDayOfYear(head, year), 'guessed']
}

/** `時間：2024年…` among the first lines. */
function findLabelledDate(kept: readonly Line[]): string | undefined {
  const line = kept
    .slice(0, 12)
    .find(({ text }) => /^(?:时间|時間|日期|date|会议时间|會議時間)\s?[:：]/iu.test(text))
  return line && findDate(line.text)
}

/** Furthest into the first paragraph that a date tells when it was written, in UTF-16 units. */
const headLength = 30

/** The head of the first paragraph, where an article says when; a date from or until which something holds is none. */
function dateHead(opening: string, title: string): string {
  const first = opening.split('\n').find((line) => line.length > headLength && !title.includes(line)) ?? ''
  return /[:：]/u.test(first.slice(0, 12))
    ? ''
    : first.slice(0, headLength).replace(/(?:自|从|從|至|到|截至|截止).*$/u, '')
}
