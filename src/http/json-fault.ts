/** Where a text stops being JSON. */
export interface JsonFault {
  /** From 0, in UTF-16 units. */
  position: number
  /** From 1. */
  line: number
  /** From 1, in UTF-16 units. */
  column: number
}

const whiteSpace = /[ \t\r\n]*/y
const scalar =
  /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y
const key = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"[ \t\r\n]*:/y

/**
 * The first token that cannot stand where it stands, or undefined when `text` is JSON. `JSON.parse` itself
 * tells the place in words that differ from engine to engine, and often not at all.
 */
export function findJsonFault(text: string): JsonFault | undefined {
  const closers: string[] = []
  let at = skip(text, 0)
  let expects: 'value' | 'first' | 'key' | 'after' = 'value'
  for (;;) {
    const char = text[at]
    if (expects === 'after') {
      const closer = closers.at(-1)
      if (closer === undefined) return at === text.length ? undefined : locate(text, at)
      if (char === ',') expects = closer === '}' ? 'key' : 'value'
      else if (char === closer) closers.pop()
      else return locate(text, at)
      at = skip(text, at + 1)
      continue
    }
    if (expects === 'first' && char === closers.at(-1)) {
      closers.pop()
      at = skip(text, at + 1)
      expects = 'after'
      continue
    }
    if (expects === 'key' || (expects === 'first' && closers.at(-1) === '}')) {
      const end = match(key, text, at)
      if (end === undefined) return locate(text, at)
      at = skip(text, end)
    }
    if (text[at] === '{' || text[at] === '[') {
      closers.push(text[at] === '{' ? '}' : ']')
      at = skip(text, at + 1)
      expects = 'first'
      continue
    }
    const end = match(scalar, text, at)
    if (end === undefined) return locate(text, at)
    at = skip(text, end)
    expects = 'after'
  }
}

function skip(text: string, at: number): number {
  return match(whiteSpace, text, at) ?? at
}

function match(token: RegExp, text: string, at: number): number | undefined {
  token.lastIndex = at
  return token.test(text) ? token.lastIndex : undefined
}

function locate(text: string, position: number): JsonFault {
  const lines = text.slice(0, position).split('\n')
  return { position, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}
