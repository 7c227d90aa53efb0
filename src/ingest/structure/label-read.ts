import { bareWords, isReporter, readHead } from '../line/label-shape.ts'
import { answerers, askers, englishOutlet, hosts, narrators, outlet } from '../line/label-words.ts'
import type { Line } from '../line/lines.ts'
import {
  type NameShape,
  nameShape,
  officeEnd,
  splitLeadingOffice,
  splitTrailingOffice,
} from '../line/names.ts'

export type Voice = 'asker' | 'answerer' | 'host' | 'narrator' | 'person'

/** What stands at the head of a line and may name who speaks. */
export interface Candidate {
  /** As the record writes it. */
  name: string
  role?: string
  voice: Voice
  /** The words alone show a label (`记者`, `外交部发言人毛宁`); else the text around must. */
  sure: boolean
  /** Means something only beside its counterpart: `Q` and `A`. */
  paired: boolean
  shape: NameShape
  form: 'heading' | 'alone' | 'inline' | 'bold' | 'bare'
  /** Where the spoken words begin in the line. */
  bodyStart: number
}

/** Reads the head of a line; says nothing yet about whether it is a label. */
export function readCandidate(line: Line): Candidate | undefined {
  if (line.kind === 'aside' || line.text === '') return undefined
  return readBold(line) ?? readColon(line) ?? readBare(line)
}

function readColon(line: Line): Candidate | undefined {
  const head = readHead(line.text)
  if (!head) return undefined
  const alone = head.bodyStart >= line.text.length
  if (line.kind === 'heading' && !alone) return undefined
  return toCandidate(
    head.words,
    line.kind === 'heading' ? 'heading' : alone ? 'alone' : 'inline',
    head.bodyStart,
  )
}

/** `**王旭** 感谢…` and `**新华社记者：** 请问…` */
function readBold(line: Line): Candidate | undefined {
  const bold = line.strong[0]
  if (line.kind === 'heading' || !bold || bold.start > 0 || bold.end > 60) return undefined
  const words = line.text.slice(0, bold.end).replace(/\s?[:：]\s*$/u, '')
  const rest = /^\s?[:：]?\s*/u.exec(line.text.slice(bold.end))!
  const candidate = toCandidate(words, 'bold', bold.end + rest[0].length)
  return candidate && (candidate.sure || candidate.shape) ? candidate : undefined
}

/** A reporter alone on a line, a heading that is only a name, and `Q` without a colon. */
function readBare(line: Line): Candidate | undefined {
  const { text } = line
  if (text.length <= 34 && isReporter(text) && !/^(?:本报|本報|记者|記者)|[摄攝]/u.test(text)) {
    return toCandidate(text, line.kind === 'heading' ? 'heading' : 'alone', text.length)
  }
  if (line.kind === 'heading' && nameShape(text)) return toCandidate(text, 'bare', text.length)
  const letter = /^([QA])(?:[.)．、]\s?|\s+)(?=[\p{Lu}“"'\p{Script=Han}])/u.exec(text)
  return letter && line.kind === 'paragraph' ? toCandidate(letter[1]!, 'inline', letter[0].length) : undefined
}

function toCandidate(raw: string, form: Candidate['form'], bodyStart: number): Candidate | undefined {
  const words = bareWords(raw)
  if (words === '' || words.length > 60) return undefined
  const read = readWords(words)
  const paired =
    read.paired === true ||
    /^(?:[qa]\s?\d{0,3}|press|media|嘉宾|嘉賓|回答|答复|答覆|回复|回覆|[问問][题題][\d一二三四五六七八九十]{1,2})$/iu.test(
      words,
    )
  return { name: words, sure: false, shape: undefined, ...read, paired, form, bodyStart }
}

type Read = Pick<Candidate, 'voice'> & Partial<Pick<Candidate, 'name' | 'role' | 'sure' | 'shape' | 'paired'>>

function readWords(words: string): Read {
  if (askers.test(words)) return { voice: 'asker', sure: true }
  if (answerers.test(words)) return { voice: 'answerer', sure: true }
  if (hosts.test(words)) return { voice: 'host', sure: true }
  if (narrators.test(words)) return { voice: 'narrator', sure: true }
  const host = /^(?:主持人|司仪|司儀|moderator)[\s（(:：—-]{0,2}([^）)]{2,30})[）)]?$/iu.exec(words)
  if (host && nameShape(host[1]!)) return { voice: 'host', sure: true, name: host[1]! }
  return readAnswering(words) ?? readBrackets(words) ?? readOffice(words) ?? readPlain(words)
}

/** `陈明答`, `部長回應`: who answers, where the text also says who asks. */
function readAnswering(words: string): Read | undefined {
  const who = /^([\p{Script=Han}·]{2,24}?)(?:答|回答|回应|回應|答复|答覆|回复|回覆)$/u.exec(words)?.[1]
  if (who === undefined || isReporter(who)) return undefined
  const leading = splitLeadingOffice(who)
  if (leading) return { voice: 'person', paired: true, ...leading, shape: nameShape(leading.name) }
  const shape = nameShape(who) ?? (officeEnd.test(who) && who.length <= 8 ? 'shaped' : undefined)
  return shape && { voice: 'person', paired: true, name: who, shape }
}

/** `王旭（常务副市长）`, `Jane Roe (Minister of Ports)` */
function readBrackets(words: string): Read | undefined {
  const match = /^([^（(]{1,40}?)\s?[（(]([^）)]{1,50})[）)]$/u.exec(words)
  if (!match) return undefined
  const [, outer, inner] = match as unknown as [string, string, string]
  if (askers.test(outer) || isReporter(inner) || isReporter(outer)) return { voice: 'asker', sure: true }
  if (hosts.test(outer)) return { voice: 'host', sure: true, ...(nameShape(inner) ? { name: inner } : {}) }
  const shape = nameShape(outer)
  if (shape && (officeEnd.test(inner) || englishOffice.test(inner)))
    return { voice: 'person', sure: true, name: outer, role: inner, shape }
  if (inner.length >= 2 && nameShape(inner) && officeEnd.test(outer))
    return { voice: 'person', sure: true, name: inner, role: outer, shape: nameShape(inner) }
  return { voice: 'person', shape }
}

export const englishOffice =
  /\b(?:minister|secretary|director|mayor|spokes(?:person|man|woman)|chief|head|commissioner|president|officer|harbou?r ?master|governor|chair(?:man|woman|person)?|professor|dean|ambassador|manager|adviser|advisor|deputy|general|captain|superintendent|inspector|administrator|engineer|economist|scientist|coordinator|counsel|principal|envoy|councillor|senator|chancellor|treasurer|founder|ceo|cto|cfo|representative|attorney)\b/iu

function readOffice(words: string): Read | undefined {
  if (isReporter(words)) return { voice: 'asker', sure: true }
  const leading = splitLeadingOffice(words)
  if (leading) return { voice: 'person', sure: true, ...leading, shape: nameShape(leading.name) }
  const trailing = splitTrailingOffice(words)
  if (trailing) return { voice: 'person', ...trailing, shape: 'listed' }
  if (
    officeEnd.test(words) &&
    /^(?!各位|尊敬|亲爱|親愛|敬爱|女士|先生)[^请請想問问谢謝感\P{Script=Han}]{2,12}$/u.test(words)
  ) {
    return { voice: 'person', shape: 'shaped' }
  }
  const comma = /^(\p{Lu}[^,]{2,40}), (.{3,50})$/u.exec(words)
  if (comma && nameShape(comma[1]!) && englishOffice.test(comma[2]!)) {
    return { voice: 'person', sure: true, name: comma[1]!, role: comma[2]!, shape: 'shaped' }
  }
  const title = /^((?:\p{Lu}[\p{L}-]+ |of |the |for ){1,6})(\p{Lu}[\p{L}'’.-]+ \p{Lu}[\p{L}'’-]+)$/u.exec(
    words,
  )
  if (title && englishOffice.test(title[1]!) && !englishOffice.test(title[2]!)) {
    return { voice: 'person', name: title[2]!, role: title[1]!.trim(), shape: 'shaped' }
  }
  return undefined
}

const honorific =
  /^(?:MR|MS|MRS|DR|SEN|REP|GEN|AMB|SECRETARY|MINISTER|PRESIDENT|AMBASSADOR|GENERAL|GOVERNOR|MAYOR|DIRECTOR)\.? [A-Z]|^THE [A-Z]{4,}/u

function readPlain(words: string): Read {
  if (words.length <= 30 && !/[，,、。我你他她们們了说說问問]/u.test(words) && outlet.test(words))
    return { voice: 'asker', shape: 'shaped' }
  if (englishOutlet.test(words)) return { voice: 'asker', shape: 'shaped' }
  if (/^dear\b/iu.test(words)) return { voice: 'person' }
  return { voice: 'person', sure: honorific.test(words), shape: nameShape(words) }
}
