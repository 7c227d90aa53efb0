/**
 * Text as Discord shows it. @throws where any of it would be markup, a mention, an emoji or a link. After the rules that
 * its clients share: at a line's start for blocks, anywhere for the rest, and a backslash before a sign before all of them.
 */
export function readDiscord(source: string): string {
  let shown = ''
  for (let at = 0; at < source.length; ) {
    const rest = source.slice(at)
    const isLineStart = at === 0 || source[at - 1] === '\n'
    for (const rule of isLineStart ? [...blocks, ...inline] : inline) {
      const [found] = rule.exec(rest) ?? []
      if (found !== undefined)
        throw new Error(`markup: ${JSON.stringify(found)} in ${JSON.stringify(source)}`)
    }
    const [escaped, sign] = escapes.exec(rest) ?? []
    const step = escaped ?? (rest[0] as string)
    shown += sign ?? step
    at += step.length
  }
  return shown
}

// ---------------------------------------------------------------------------

const escapes = /^\\([^0-9A-Za-z\s])/

const blocks = [/^ *#{1,3} +/, /^ *-# +/, /^ *(?:[*+-]|\d+\.) /, /^ *>(?:>>)? /]

const inline = [
  /^[*_`]/,
  /^~~/,
  /^\|\|/,
  /^\[[^\]]*\]\(/,
  /^https?:\/\/\S/i,
  /^<(?:https?:|mailto:|tel:)/i,
  /^<(?:@[!&]?\d|#\d|a?:\w+:\d|t:-?\d|\/|id:)/,
  /^@(?:everyone|here)/,
  /^:[^\s:]+:/,
  // A shrug, which keeps its arm.
  /^¯\\_\(ツ\)_\/¯/,
]
