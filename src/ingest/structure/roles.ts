import type { Person } from '../../record/record.ts'
import { courtesy, nameShape, officeEnd, splitLeadingOffice, wholeOffice } from '../line/names.ts'
import { englishOffice } from './label-read.ts'
import { nameKey } from './labels.ts'
import { readRoll } from './roll.ts'

/** Who is present, and who of them leads the talk. */
export interface Attendance {
  people: Person[]
  hosts: Set<string>
}

/**
 * Reads the opening lines for names and offices. `names` are those that head lines later on: they tell where
 * an office ends and a name begins. The first mention of a name counts.
 */
export function readAttendance(opening: readonly string[], names: readonly string[]): Attendance {
  const people = new Map<string, Person>()
  const hosts = new Set<string>()
  const add = (person: Person) => {
    const key = nameKey(person.name)
    const known = people.get(key)
    if (!known || (known.role === undefined && person.role !== undefined)) people.set(key, person)
  }
  for (const line of opening) {
    for (const name of names) if (leads(line, name)) hosts.add(nameKey(name))
    for (const person of [...readRoll(line), ...readEnglish(line, names)]) add(person)
    for (const clause of line.split(/[。！？；!?;，,：:\t]|\s{2,}/u))
      for (const person of readClause(clause, names)) add(person)
  }
  return { people: [...people.values()], hosts }
}

function leads(line: string, name: string): boolean {
  if (line.includes(`${name}主持`)) return true
  if (/^主持人?\s?[:：]/u.test(line) && line.length <= 80 && line.includes(name)) return true
  return (
    /moderat/iu.test(line) &&
    new RegExp(`moderat(?:ed by|or:?) ${literal(name)}|${literal(name)},? (?:the )?moderat`, 'iu').test(line)
  )
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
}

const leadIn =
  /^.*(?:邀请到了?|邀請到了?|请[到来]了?|請[到來]了?|邀请了|邀請了|出席的有|出席的[^，。]{0,8}是|分别是|分別是|他们是|他們是|包括|欢迎|歡迎|首先是|再來是|交給|交给|是|还有|還有|下面请|下面請|请|請|由|以及)/u
const tail =
  /(?:等)?(?:出席|参加|參加|介绍|介紹|主持|列席|与会|與會|到会|到會|先生|女士|同志|将|將|就|并|並|围绕|為|为).*$/u
const orgEnd = /[部委局司处處署院会會市省县縣区區厅廳室办辦所团團社校科组組]$/u

/** One clause: `天津市委常委、常务副市长王旭`, several joined by 、, or a name before its title. */
function readClause(clause: string, names: readonly string[]): Person[] {
  const trimmed = clause.trim()
  if (trimmed.length < 4 || trimmed.length > 400 || !/\p{Script=Han}/u.test(trimmed)) return []
  const people: Person[] = []
  let from = 0
  for (const { at, name } of findNames(trimmed, names)) {
    if (at < from) continue
    const piece = trimmed.slice(from, at)
    people.push(...readUnlabelled(piece))
    from = at + name.length
    const title = roleAfter(trimmed.slice(from))
    const role = roleBefore(piece) ?? (title && organBefore(piece) + title)
    if (title) from += title.length
    if (role) people.push({ name, role })
  }
  const rest = trimmed.slice(from).replace(tail, '').trim()
  for (const part of rest.split(/(?<=[\p{Script=Han}])(?:和|及|以及|与|與)(?=\p{Script=Han})/u))
    people.push(...lastOffice(part))
  return people
}

function findNames(clause: string, names: readonly string[]): { at: number; name: string }[] {
  return names
    .flatMap((name) => {
      const at = clause.indexOf(name)
      return at < 0 ? [] : [{ at, name }]
    })
    .sort((a, b) => a.at - b.at || b.name.length - a.name.length)
}

/** The office that stands right before a name; one that a comma parts from it is somebody else's. */
function roleBefore(piece: string): string | undefined {
  if (/[、和及與与]\s*$/u.test(piece)) return undefined
  const role = officePart(cleanRole(piece))
  return officeEnd.test(role) && !spoken.test(role) ? role : undefined
}

/** Words of an announcer, not of an office. */
const spoken =
  /[我你您他她們们这這那各]|拜會|拜会|一位|之前|不同|第三方|大家|介绍|介紹|一个|一個|今天|现在|現在/u

/** `資源司` of `資源司牛信仁司長`. */
function organBefore(piece: string): string {
  const organ = cleanRole(piece).split('、').at(-1)!
  return orgEnd.test(organ) && organ.length <= 12 && !spoken.test(organ) ? organ : ''
}

/** `甲部副部长张三、乙局局长李四`: names in front of the one that the labels know. */
function readUnlabelled(piece: string): Person[] {
  const parts = piece.split('、')
  if (parts.length < 2 || officeEnd.test(parts[0]!)) return []
  return parts.slice(0, -1).flatMap(lastOffice)
}

function lastOffice(part: string): Person[] {
  const split = splitLeadingOffice(cleanRole(part))
  return split && nameShape(split.name) && !spoken.test(split.role)
    ? [{ name: split.name, role: officePart(split.role) }]
    : []
}

function cleanRole(text: string): string {
  return text
    .trim()
    .replace(leadIn, '')
    .replace(/^.*(?:举行|舉行|召开|召開)\S*\s/u, '')
    .replace(/^(?:独家|獨家)?(?:专访|專訪|对话|對話)/u, '')
    .replace(/^(?:先生|女士|小姐|同志)[、和及]/u, '')
    .replace(/^(?:(?:19|20)\d\d(?:年|-\d\d-\d\d\s*))?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:[上下中]午)?/u, '')
    .replace(/^[\s、和及与與暨的]+|[\s、的]+$/gu, '')
}

/** Of a list `甲部副部长张三、乙局局长` the last office; of `市委常委、常务副市长` the whole. */
function officePart(role: string): string {
  const parts = role.split('、')
  let keep = parts.length - 1
  while (keep > 0 && officeEnd.test(parts[keep - 1]!)) keep--
  return parts.slice(keep).join('、').slice(-60)
}

/** The title that follows a name: `牛信仁司長`. */
function roleAfter(after: string): string | undefined {
  for (let length = 6; length >= 2; length--) {
    const title = after.slice(0, length)
    if (wholeOffice.test(title) && !courtesy.test(title)) return title
  }
  return undefined
}

/** `Jane Roe, Minister of Ports`, and `Minister of Ports Jane Roe` where a label knows the name. */
function readEnglish(line: string, names: readonly string[]): Person[] {
  if (!/\p{Lu}\p{Ll}/u.test(line) || line.length > 4000) return []
  const people: Person[] = []
  for (const match of line.matchAll(
    /(\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]*){1,3}), (?:the |our )?([^,;.:\n]{3,70})/gu,
  )) {
    const role = match[2]!.replace(/ (?:and|will|who|is|joins|with)\b.*$/u, '').trim()
    if (englishOffice.test(role) && !englishOffice.test(match[1]!)) people.push({ name: match[1]!, role })
  }
  for (const name of names) {
    if (!/^\p{Lu}[\p{L}'’.-]+ \p{Lu}/u.test(name)) continue
    const at = line.indexOf(name)
    const before =
      at < 0
        ? null
        : /((?:\p{Lu}[\p{L}-]+|of|the|for|and|&)(?: (?:\p{Lu}[\p{L}-]+|of|the|for|and|&)){0,8}) $/u.exec(
            line.slice(Math.max(0, at - 90), at),
          )
    const role = before?.[1]?.replace(/^(?:(?:and|the|of|for|by|with) )+/iu, '')
    if (role && englishOffice.test(role)) people.push({ name, role })
  }
  return people
}
