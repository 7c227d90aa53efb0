import { fold } from './fold.ts'

/** A name and the short form that a text gives it, both as written. */
export interface Abbreviation {
  long: string
  short: string
}

/**
 * The abbreviations that a text defines, in its order: `上海合作组织（以下简称上合组织）`, and in scripts with
 * capitals `Shanghai Cooperation Organisation (SCO)`. Where the long form is not to be made out, there is none.
 */
export function findAbbreviations(text: string): Abbreviation[] {
  const found: Abbreviation[] = []
  for (const match of text.matchAll(bracket)) {
    const before = text.slice(Math.max(0, match.index - lookBack), match.index)
    const content = match[1] as string
    if (capitals.test(content)) found.push(...pair(findSpelledOut(content, before), content))
    else found.push(...findNamed(content, before))
  }
  return found
}

// ---------------------------------------------------------------------------

const bracket = /[（(]\s*([^（）()\n]{2,60}?)\s*[)）]/gu
const capitals = /^\p{Lu}[\p{Lu}\p{N}&-]{1,9}$/u
/** How much before a bracket may hold the long form, in UTF-16 units. */
const lookBack = 100

function pair(long: string | undefined, short: string): Abbreviation[] {
  return long === undefined ? [] : [{ long, short }]
}

const announcement =
  /(?:以下|下文|后文|後文)?(?:简|簡)[称稱](?:为|為)?|(?:以下|下文|后文|後文|下)[称稱](?:为|為)?/u

/** The short names of one thing that a bracket announces: 以下简称“上合组织”或SCO. */
function findNamed(content: string, before: string): Abbreviation[] {
  const shorts = content
    .split(announcement)
    .slice(1)
    .flatMap((part) => (/^[^，,；;。]*/u.exec(part)?.[0] ?? '').split(/或者?|、/u))
    .map(bare)
    .filter((short) => /^[\p{L}\p{N}·-]{2,12}$/u.test(short))
  const clause = lastClause(before)
  const longs = shorts.map((short) => findContraction(short, clause) ?? '')
  const name = longs.reduce((longest, long) => (long.length > longest.length ? long : longest), '')
  if (name === '') return []
  return shorts
    .filter((short, at) => longs[at] !== '' || capitals.test(short))
    .map((short) => ({ long: name, short }))
}

/** Without colon and quotation marks; what stands in them where something follows: 倡议 of “一带一路”倡议. */
function bare(short: string): string {
  const trimmed = short.replace(/^[\s:：]+|\s+$/gu, '')
  return /^[“"「『《‘']([^”"」』》’']+)/u.exec(trimmed)?.[1] ?? trimmed
}

/** The clause that ends a text; of a quoted name or title, what stands in its marks. */
function lastClause(before: string): string {
  const quoted = /[“"「『《]([^“”"「」『』《》]+)[”"」』》]\s*$/u.exec(before)?.[1]
  return quoted ?? /[^。！？!?；;，,、：:（）()“”「」『』《》\n]*$/u.exec(before)?.[0].trimEnd() ?? ''
}

/** How many times as long as its short form a name is at most. */
const maxRatio = 5

/** The shortest end of a clause that begins with the first character of `short` and holds all of them in order. */
function findContraction(short: string, clause: string): string | undefined {
  const signs = [...fold(short)]
  const folded = fold(clause)
  let start = folded.length
  for (const sign of signs.reverse()) {
    start = start === 0 ? -1 : folded.lastIndexOf(sign, start - 1)
    if (start < 0) return undefined
  }
  const long = clause.slice(start)
  const isName = /^[\p{L}\p{N}·\s'’-]+$/u.test(long)
  return isName && long.length > short.length && long.length <= maxRatio * short.length ? long : undefined
}

/**
 * The words before a bracket whose letters the capitals in it are, after Schwartz and Hearst (2003): from the right,
 * each capital has the nearest letter that is left, and the first one the head of a word.
 */
function findSpelledOut(short: string, before: string): string | undefined {
  const signs = [...short.toLowerCase()].filter((sign) => /[\p{L}\p{N}]/u.test(sign))
  const words =
    /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N} \u00a0'’&-]*$/u.exec(before)?.[0] ?? ''
  const most = Math.min(signs.length + 5, signs.length * 2)
  const nearest = words.trim().split(/\s+/u).slice(-most).join(' ')
  const start = matchLetters(signs, nearest.toLowerCase())
  const long = start === undefined ? undefined : nearest.slice(start)
  const isName = long !== undefined && long.length > short.length && /\p{Ll}/u.test(long)
  return isName && !long.split(/[\s-]/u).includes(short) ? long : undefined
}

function matchLetters(signs: readonly string[], words: string): number | undefined {
  let at = words.length
  for (let left = signs.length - 1; left >= 0; left--) {
    do at = at === 0 ? -1 : words.lastIndexOf(signs[left] as string, at - 1)
    while (left === 0 && at > 0 && /[\p{L}\p{N}]/u.test(words.charAt(at - 1)))
    if (at < 0) return undefined
  }
  return at
}
