import { nearestLanguage } from '../text/interface-language.ts'
import type { LecternRecord, Turn } from './record.ts'

/** The words of a heading that opens a turn. */
export interface Label {
  name: string
  /** In brackets; empty where there is none, or no room for it. */
  role: string
  colon: string
}

/** Names who speaks in a turn so that ingestion sees a question as a question and a host as a host. */
export function createLabeller(record: LecternRecord): (turn: Turn, number: number) => Label {
  const { colon, bracket, question, answer, host } = marksOf(record.language)
  const firstQuestion = record.turns.findIndex(({ kind }) => kind === 'question')
  return (turn, number) => {
    const { kind, speaker, role = '' } = turn
    if (kind === 'question') {
      const name = toName(speaker ?? question)
      if (isToldAsAsker(record, turn, name)) return { name, role: '', colon }
      return { name: question + bracket(name.replace(/[（()）]/gu, ' ').trim()), role: '', colon }
    }
    const name = toName(speaker ?? (kind === 'reply' ? answer : host))
    const isLate = kind === 'statement' && firstQuestion >= 0 && number > firstQuestion
    if (isLate && !isToldAsHost(record, name, role)) return { name: host + bracket(name), role: '', colon }
    const inBrackets = role === '' ? '' : bracket(role)
    const fits = (name + inBrackets).length <= longestLabel && !endsLabel.test(inBrackets)
    return { name, role: fits ? inBrackets : '', colon }
  }
}

/** Nobody's voice: over narration of several paragraphs among the speakers. */
export function narratorLabel({ language }: LecternRecord): Label {
  const { colon, narrator } = marksOf(language)
  return { name: narrator, role: '', colon }
}

// ---------------------------------------------------------------------------

/** Of the whole label, in UTF-16 units: ingestion takes no longer one for a label. */
const longestLabel = 60

/** What would end a label too early. */
const endsLabel = /[:：。！？!?；;\n]/u

/** Labels that speak for themselves: reporters, houses of the press, `问`, `Q`, `Q (Harbour Gazette)`. */
const asksByTrade =
  /(?:记者|記者|日报|日報|晚报|晚報|时报|時報|通讯社|通訊社|中央社|电视台?|電視台?|央广|央廣|传媒|傳媒|新闻网?|新聞網?)$|^(?:[问問]|提[问問][者人]?|(?:媒体|媒體|记者|記者)提?[问問]?|网友|網友|观众|觀眾|听众|聽眾|press|media|reporter|journalist|interviewer|q(?:uestion)?\s?\d{0,3})(?:\s?[(（][^)）]*[)）])?$/iu
const personName = /^(?:\p{Script=Han}{2,4}|\p{Script=Han}+[·•‧・].+|\p{Lu}\S* \p{Lu}.*)$/u
const presentsHimself =
  /我是[^，。,]{0,24}(?:记者|記者)(?!朋友|会|會)|\b(?:I am|I'm) .{0,40}\b(?:from|with|of) /u

/** Ingestion knows from the name, the kind of the record or the first words that somebody asks; else the label says it. */
function isToldAsAsker({ kind, text }: LecternRecord, { span }: Turn, name: string): boolean {
  if (asksByTrade.test(name) || kind === 'interview') return true
  const opening = text.slice(span.start, Math.min(span.end, span.start + 80))
  return kind === 'briefing' && (!personName.test(name) || presentsHimself.test(opening))
}

const leads = /主持|司仪|司儀|moderator|\bhost\b|emcee/iu

/** The office or the narration says who leads; else the label has to. */
function isToldAsHost({ text }: LecternRecord, name: string, role: string): boolean {
  if (leads.test(role) || leads.test(name)) return true
  return text.includes(`${name}主持`) || text.includes(`${name} moderat`)
}

function toName(speaker: string): string {
  return speaker
    .replace(new RegExp(`[\\s${endsLabel.source.slice(1)}+`, 'gu'), ' ')
    .trim()
    .slice(0, longestLabel)
}

interface Marks {
  colon: string
  bracket: (inside: string) => string
  question: string
  answer: string
  host: string
  narrator: string
}

function marksOf(language: string): Marks {
  const chinese = {
    colon: '：',
    bracket: (inside: string) => `（${inside}）`,
    answer: '答',
    host: '主持人',
    narrator: '旁白',
  }
  const nearest = nearestLanguage(language)
  if (nearest === 'zh-Hant') return { ...chinese, question: '問' }
  if (nearest === 'zh-Hans') return { ...chinese, question: '问' }
  const bracket = (inside: string) => ` (${inside})`
  return { colon: ':', bracket, question: 'Q', answer: 'A', host: 'Moderator', narrator: 'Narrator' }
}
