/** Where a text stops being JSON. */
export interface JsonFault {
  /** From 0, in UTF-16 units; the length of the text where it ends too early. */
  position: number
  /** From 1. */
  line: number
  /** From 1, in UTF-16 units. */
  column: number
}

/**
 * The first token that cannot stand where it stands, or undefined when `text` is JSON. `JSON.parse` itself
 * tells the place in words that differ from engine to engine, and often not at all.
 */
export function findJsonFault(text: string): JsonFault | undefined {
  const open: Bracket[] = []
  let expects: Expectation = 'value'
  let at = skip(space, text, 0) ?? 0
  while (at < text.length) {
    const step = nextStep(text.charAt(at), expects, open)
    const end = step && skip(step.token, text, at)
    if (!step || end === undefined) return locate(text, at)
    at = skip(space, text, end) ?? end
    expects = step.expects
  }
  return expects === 'end' ? undefined : locate(text, at)
}

// ---------------------------------------------------------------------------

type Bracket = '{' | '['
type Expectation = 'value' | 'value-or-close' | 'key' | 'key-or-close' | 'colon' | 'comma-or-close' | 'end'

interface Step {
  token: RegExp
  /** After the token. */
  expects: Expectation
}

const space = /[ \t\n\r]*/y
// Unrolled, since an alternation under a star takes stack for each character of a long string.
const string = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y
const scalar = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const mark = /[[\]{},:]/y

/** What may begin with `char` here; undefined where nothing may. Opens and closes brackets in `open`. */
function nextStep(char: string, expects: Expectation, open: Bracket[]): Step | undefined {
  if (expects === 'end') return undefined
  if (expects === 'colon') return char === ':' ? { token: mark, expects: 'value' } : undefined
  if (char === '}' || char === ']') return closeBracket(char, expects, open)
  if (expects === 'comma-or-close') {
    return char === ',' ? { token: mark, expects: open.at(-1) === '{' ? 'key' : 'value' } : undefined
  }
  if (expects === 'key' || expects === 'key-or-close') return { token: string, expects: 'colon' }
  if (char === '{' || char === '[') {
    open.push(char)
    return { token: mark, expects: char === '{' ? 'key-or-close' : 'value-or-close' }
  }
  return { token: char === '"' ? string : scalar, expects: afterValue(open) }
}

function closeBracket(char: '}' | ']', expects: Expectation, open: Bracket[]): Step | undefined {
  const [bracket, emptied] = char === '}' ? ['{', 'key-or-close'] : ['[', 'value-or-close']
  if (open.at(-1) !== bracket || (expects !== 'comma-or-close' && expects !== emptied)) return undefined
  open.pop()
  return { token: mark, expects: afterValue(open) }
}

function afterValue(open: readonly Bracket[]): Expectation {
  return open.length === 0 ? 'end' : 'comma-or-close'
}

/** The end of a token that begins at `at`. */
function skip(token: RegExp, text: string, at: number): number | undefined {
  token.lastIndex = at
  return token.test(text) ? token.lastIndex : undefined
}

function locate(text: string, position: number): JsonFault {
  const lines = text.slice(0, position).split('\n')
  return { position, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}
