import { linesOf, looksLikeHeading } from './markdown-paragraphs.ts'
import type { LecternRecord, Section } from './record.ts'

/** How a turn is written; undefined where somebody speaks. */
export type NarrationForm = 'plain' | 'aside' | 'voice' | undefined

/**
 * How narration is told from what stands beside it. A line among the speakers, or beside other narration, is a block
 * quote; several lines there, or lines that would pass for labels, are given to the narrator.
 */
export function narrationForms(
  { text, turns }: LecternRecord,
  opened: readonly (readonly Section[])[],
): NarrationForm[] {
  const spoken = turns.findIndex(({ kind }) => kind !== 'narration')
  const lines = turns.map(({ span }) => linesOf(text.slice(span.start, span.end)))
  const isNarration = (number: number) => turns[number]?.kind === 'narration'
  const isApart = (number: number) => (opened[number]?.length ?? 0) > 0
  const forms: NarrationForm[] = []
  for (const [number, own] of lines.entries()) {
    const isAmong = spoken >= 0 && number > spoken
    const follows = isNarration(number - 1) && !isApart(number)
    const precedes = isNarration(number + 1) && !isApart(number + 1)
    if (!isNarration(number)) forms.push(undefined)
    else if (own.length === 1) {
      const isAside = isAmong || precedes || (follows && forms[number - 1] !== 'aside') || isDoubtful(own[0]!)
      forms.push(isAside ? 'aside' : 'plain')
    } else if (isAmong || (follows && forms[number - 1] !== 'aside')) forms.push('voice')
    else forms.push(spoken < 0 && own.some((line) => label.test(line)) ? 'voice' : 'plain')
  }
  return forms
}

// ---------------------------------------------------------------------------

function isDoubtful(line: string): boolean {
  return looksLikeHeading(line) || label.test(line)
}

/**
 * What ingestion may take for a label or a subtitle where no heading opens a turn: a short name, an office or a
 * reporter before a colon, a bracket, a reporter alone. Fields such as `时间：` it knows for what they are.
 */
const label = new RegExp(
  [
    "^(?!(?:时间|時間|地点|地點|日期|来源|來源|附件|备注|備註|联系人|聯絡人)\\s?[:：])(?:[\\p{Script=Han}·]{1,4}|\\p{Lu}[\\p{L}.'’ -]{0,40})\\s?[:：（(]",
    '^[^，。：:]{0,28}(?:[长長员員]|主任|书记|書記|发言人|發言人|主席|代表|经理|經理)[\\p{Script=Han}·]{0,4}\\s?[:：]',
    '^[^，。：:]{0,28}(?:记者|記者)[\\p{Script=Han}·]{0,4}\\s?(?:[:：（(]|$)',
    '^[【[［〔][^\\]】］〕]{1,40}[\\]】］〕]',
    '^[—–-]{2}',
  ].join('|'),
  'u',
)
