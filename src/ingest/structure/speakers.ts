import type { Person } from '../../record/record.ts'
import type { Line } from '../line/lines.ts'
import { splitLeadingOffice } from '../line/names.ts'
import type { Metadata } from '../parsed.ts'
import { readDeclared } from './declared.ts'
import { findHeadings, type Heading } from './headings.ts'
import type { Candidate } from './label-read.ts'
import { confirmLabels, isHanName, nameKey, readCandidates } from './labels.ts'
import { readAttendance } from './roles.ts'
import type { Title } from './title.ts'
import { cutStretches, type Stretch } from './turns.ts'

/** Who speaks where in a text, and its headings. */
export interface Speakers {
  stretches: Stretch[]
  headings: Heading[]
  people: Person[]
  /** Keys of those who lead the talk, from the opening lines. */
  hosts: ReadonlySet<string>
}

/** Reads labels, headings and offices of one text. Labels that only repeat the speaker are removed from `lines`. */
export function readSpeakers(
  lines: Line[],
  { title, declared }: { title: Title; declared: Metadata },
): Speakers {
  const candidates = readDeclared(readCandidates(lines), declared.people).map((candidate, at) =>
    title.lines.has(at) ? undefined : candidate,
  )
  const names = namesOf(candidates, declared)
  const attendance = readAttendance(readOpening(lines, candidates), names)
  const people = mergePeople(declared.people ?? [], attendance.people)
  const labels = confirmLabels(lines, candidates, new Set(people.map(({ name }) => nameKey(name))))
  const hasLabels = labels.some(Boolean)
  const headings = findHeadings(lines, {
    title: title.lines,
    isLabel: (at) => labels[at] !== undefined,
    firstLabel: hasLabels ? labels.findIndex(Boolean) : lines.length,
    marked: labels.some((label) => label?.form === 'heading'),
  })
  const outside = new Set([...title.lines, ...headings.flatMap((heading) => heading.lines)])
  const stretches = cutStretches(lines, { labels, outside })
  nameAnswerers(stretches, title.text ?? declared.title ?? '', people)
  const present = hasLabels
    ? mergePeople(declared.people ?? [], mergePeople(spoken(stretches), attendance.people))
    : (declared.people ?? [])
  giveRoles(stretches, present)
  const all = mergePeople(
    present,
    headings.flatMap(({ person }) => (person === undefined ? [] : { name: person })),
  )
  return { stretches, headings, people: all, hosts: findHosts(all, attendance.hosts) }
}

/** Most names looked for in the opening lines. */
const mostNames = 300

function namesOf(candidates: readonly (Candidate | undefined)[], { people = [] }: Metadata): string[] {
  const names = new Set(people.map(({ name }) => name))
  for (const candidate of candidates) {
    if (names.size >= mostNames) break
    if (!candidate || (candidate.voice !== 'person' && candidate.voice !== 'host')) continue
    if (candidate.shape || isHanName(candidate.name)) names.add(candidate.name)
  }
  return [...names].filter((name) => name.length >= 2)
}

/** How much of a text is looked at for who is present, in lines and UTF-16 units. */
const openingLines = 60
const openingLength = 6000

/** The lines before the first label and what the first speaker says. */
function readOpening(lines: readonly Line[], candidates: readonly (Candidate | undefined)[]): string[] {
  const opening: string[] = []
  let length = 0
  let first: string | undefined
  for (const [at, { text }] of lines.entries()) {
    const candidate = candidates[at]
    if (candidate && (candidate.shape || candidate.sure)) {
      first ??= nameKey(candidate.name)
      if (first !== nameKey(candidate.name) && !isListed(candidate, text)) break
    }
    if (text === '' || opening.length >= openingLines || length >= openingLength) continue
    opening.push(text.slice(0, openingLength))
    length += text.length
  }
  return opening
}

/** `出席：…` is a list, not a speaker. */
function isListed(candidate: Candidate, text: string): boolean {
  return candidate.form === 'inline' && !candidate.sure && text.length < 40
}

/** `答：` is whom the title names (`外交部发言人某某就……答记者问`), or the only one who is present. */
function nameAnswerers(stretches: Stretch[], title: string, people: readonly Person[]): void {
  const before = /^[\d年月日\s-]*(.{3,40}?)(?:就|回答|答记者问|答記者問|主持|谈|談)/u.exec(title)?.[1]
  const named =
    splitLeadingOffice(before ?? '') ??
    (/(?:负责人|負責人|发言人|發言人)$/u.test(before ?? '') ? { name: before! } : undefined) ??
    (people.length === 1 ? people[0] : undefined)
  if (!named) return
  for (const stretch of stretches) {
    if (stretch.voice !== 'answerer') continue
    stretch.speaker = named.name
    if (named.role !== undefined) stretch.role ??= named.role
  }
}

/** An office that says that its holder leads the talk. */
const leading = /主持|司仪|司儀|moderator|\bhost\b|emcee/iu

function findHosts(people: readonly Person[], told: ReadonlySet<string>): Set<string> {
  return new Set([
    ...told,
    ...people.filter(({ role }) => leading.test(role ?? '')).map(({ name }) => nameKey(name)),
  ])
}

function spoken(stretches: readonly Stretch[]): Person[] {
  return stretches.flatMap(({ speaker, role }) =>
    speaker !== undefined && role !== undefined ? [{ name: speaker, role }] : [],
  )
}

/** The first mention of a name counts; an office is taken from whichever mention has one. */
function mergePeople(first: readonly Person[], second: readonly Person[]): Person[] {
  const people = new Map<string, Person>()
  for (const person of [...first, ...second]) {
    const known = people.get(nameKey(person.name))
    if (!known) people.set(nameKey(person.name), { ...person })
    else if (known.role === undefined && person.role !== undefined) known.role = person.role
  }
  return [...people.values()]
}

function giveRoles(stretches: readonly Stretch[], people: readonly Person[]): void {
  const roles = new Map(people.map(({ name, role }) => [nameKey(name), role]))
  for (const stretch of stretches) {
    if (stretch.speaker === undefined || stretch.role !== undefined) continue
    const role = roles.get(nameKey(stretch.speaker)) ?? roleByFamilyName(stretch.speaker, people)
    if (role !== undefined) stretch.role = role
  }
}

/** `MS. ROE` is Jane Roe, if only one of those present has that family name. */
function roleByFamilyName(speaker: string, people: readonly Person[]): string | undefined {
  const family = /^(?:\p{Lu}[\p{L}]*\.? )+(\p{Lu}[\p{L}'’-]+)$/u.exec(speaker)?.[1]?.toLowerCase()
  if (family === undefined) return undefined
  const bearers = people.filter(({ name }) => name.toLowerCase().endsWith(` ${family}`))
  return bearers.length === 1 ? bearers[0]!.role : undefined
}
