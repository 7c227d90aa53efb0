/** Scripts that write words without spaces; their runs are cut into bigrams. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー々]/u

/** Whether a text begins in a script that writes words without spaces. */
export function startsUnspaced(text: string): boolean {
  return text !== '' && kindAt(text, 0, codePointWidth(text, 0)) === 'unspaced'
}

const letterOrDigit = /[\p{L}\p{M}\p{N}]/u

export type RunKind = 'unspaced' | 'spaced'

/** A maximal run of letters and digits of one kind of script. */
export interface Run {
  kind: RunKind
  start: number
  end: number
}

/** The runs of a text in order; marks, spaces and symbols belong to none. */
export function findRuns(text: string): Run[] {
  const runs: Run[] = []
  let open: Run | undefined
  for (let at = 0; at < text.length; ) {
    const width = codePointWidth(text, at)
    const kind = kindAt(text, at, width)
    if (open && open.kind === kind && open.end === at) open.end = at + width
    else {
      open = kind && { kind, start: at, end: at + width }
      if (open) runs.push(open)
    }
    at += width
  }
  return runs
}

/** In UTF-16 units. */
export function codePointWidth(text: string, at: number): 1 | 2 {
  return (text.codePointAt(at) as number) > 0xffff ? 2 : 1
}

/** 0 unknown, 1 none, 2 unspaced, 3 spaced: what each BMP unit is, found once. */
const known = new Uint8Array(0x10000)

function kindAt(text: string, at: number, width: number): RunKind | undefined {
  const unit = text.charCodeAt(at)
  const seen = width === 1 ? (known[unit] as number) : 0
  if (seen) return seen === 1 ? undefined : seen === 2 ? 'unspaced' : 'spaced'
  const char = text.slice(at, at + width)
  const kind = !letterOrDigit.test(char) ? undefined : unspaced.test(char) ? 'unspaced' : 'spaced'
  if (width === 1) known[unit] = kind === undefined ? 1 : kind === 'unspaced' ? 2 : 3
  return kind
}
