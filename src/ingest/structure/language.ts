import traditionalToSimplified from 'opencc-js/dict/TSCharacters'

/** Longest piece looked at, in UTF-16 units. */
const sample = 20_000

/** BCP 47 tag of the language that a text is mostly written in; `und` when nothing tells. */
export function detectLanguage(text: string): string {
  const counts = {
    han: 0,
    latin: 0,
    cyrillic: 0,
    kana: 0,
    hangul: 0,
    other: 0,
    traditional: 0,
    simplified: 0,
  }
  for (const char of text.slice(0, sample)) for (const kind of kindsOf(char)) counts[kind]++
  const all = counts.han + counts.kana + counts.hangul + counts.cyrillic + counts.latin / 4 + counts.other
  if (all === 0) return 'und'
  if (counts.kana * 10 > all) return 'ja'
  if (counts.hangul * 3 > all) return 'ko'
  if (counts.han * 2 > all) return counts.traditional > counts.simplified ? 'zh-Hant' : 'zh-Hans'
  if (counts.cyrillic * 2 > all) return 'ru'
  return (counts.latin / 4) * 2 > all && looksEnglish(text.slice(0, sample)) ? 'en' : 'und'
}

/** English is told from other languages in Latin letters by its commonest words. */
function looksEnglish(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const common = words.filter((word) => commonWords.has(word)).length
  return common * 12 >= words.length
}

const commonWords = new Set(
  'the of and to in is for that on with as at by we are was be this from it have has'.split(' '),
)

type Script = 'han' | 'latin' | 'cyrillic' | 'kana' | 'hangul' | 'other'

/** What a character is counted as. */
type Kind = Script | 'traditional' | 'simplified'

const kinds = new Map<string, readonly Kind[]>()

/** Each character is looked up once. */
function kindsOf(char: string): readonly Kind[] {
  const seen = kinds.get(char)
  if (seen) return seen
  const found = findKinds(char)
  kinds.set(char, found)
  return found
}

function findKinds(char: string): Kind[] {
  const script = findScript(char)
  if (script === undefined) return []
  const { traditional, simplified } = distinctive()
  if (traditional.has(char)) return [script, 'traditional']
  return simplified.has(char) ? [script, 'simplified'] : [script]
}

function findScript(char: string): Script | undefined {
  if (/\p{Script=Han}/u.test(char)) return 'han'
  if (/\p{Script=Latin}/u.test(char)) return 'latin'
  if (/\p{Script=Cyrillic}/u.test(char)) return 'cyrillic'
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(char)) return 'kana'
  if (/\p{Script=Hangul}/u.test(char)) return 'hangul'
  return /\p{L}/u.test(char) ? 'other' : undefined
}

let known: { traditional: Set<string>; simplified: Set<string> } | undefined

/** Characters that only the one way of writing has. */
function distinctive(): { traditional: Set<string>; simplified: Set<string> } {
  if (known) return known
  const traditional = new Set<string>()
  const simplified = new Set<string>()
  for (const pair of traditionalToSimplified.split('|')) {
    const [from, to] = pair.split(' ') as [string, string]
    if (from === to) continue
    traditional.add(from)
    simplified.add(to)
  }
  for (const char of traditional) simplified.delete(char)
  known = { traditional, simplified }
  return known
}
