/** What a UTF-16 unit of a folded text is to a comparison of words. */
export const kinds = {
  /** Punctuation, white space, a symbol without a reading: no word. */
  mark: 1,
  /** A joiner, a soft hyphen, a diacritic: not even a gap between words. */
  nothing: 2,
  /** A letter of a script without spaces, or a number that is no digit (㈠, ½). */
  unspaced: 3,
  /** A letter of a script with spaces. */
  spaced: 4,
  /** 0 to 9. */
  digit: 5,
  /** A sign that is read aloud: %, €, ℃. */
  sign: 6,
} as const

export type UnitKind = (typeof kinds)[keyof typeof kinds]

/** The kind of the unit at `at`; both halves of a pair are of the kind of their character. */
export function kindAt(folded: string, at: number): UnitKind {
  const unit = folded.charCodeAt(at)
  const known = table[unit]
  if (known) return known as UnitKind
  if (unit >= 0xd800 && unit <= 0xdfff) return kindOfPair(folded, at)
  const kind = kindOf(folded.charAt(at))
  table[unit] = kind
  return kind
}

// ---------------------------------------------------------------------------

/** What each unit of the BMP is, found once. */
const table = new Uint8Array(0x10000)

const unspacedScript =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー々]/u

function kindOf(char: string): UnitKind {
  if (/[0-9]/.test(char)) return kinds.digit
  // The breve stays: it makes й of и.
  if (/\p{Cf}|\p{VS}|[\u0300-\u0305\u0307-\u036f]/u.test(char)) return kinds.nothing
  if (/[%‰°℃℉№+±×÷\p{Sc}]/u.test(char)) return kinds.sign
  if (unspacedScript.test(char) || /\p{N}/u.test(char)) return kinds.unspaced
  return /[\p{L}\p{M}]/u.test(char) ? kinds.spaced : kinds.mark
}

/** A character beyond the BMP is a letter or no word at all; half of one is no word. */
function kindOfPair(folded: string, at: number): UnitKind {
  const isHigh = /[\ud800-\udbff]/.test(folded.charAt(at))
  const char = isHigh ? folded.slice(at, at + 2) : folded.slice(Math.max(0, at - 1), at + 1)
  return /^[\p{L}\p{N}]$/u.test(char) ? kinds.unspaced : kinds.mark
}
