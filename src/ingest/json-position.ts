/**
 * Offset of the first character that JSON does not allow, or `text.length` where the text ends too early.
 * `JSON.parse` tells it on some runtimes only. Meant for texts that do not parse.
 */
export function findJsonFault(text: string): number {
  const open: string[] = []
  let expects: Expectation = 'value'
  let at = 0
  while (true) {
    space.lastIndex = at
    space.test(text)
    at = space.lastIndex
    if (at >= text.length || expects === 'end') return at
    const char = text.charAt(at)
    const next = step(char, expects, open)
    if (next === undefined) return at
    const token = next.token
    token.lastIndex = at
    if (!token.test(text)) return at
    at = token.lastIndex
    expects = next.expects
  }
}

type Expectation = 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'comma' | 'end'

const space = /[ \t\n\r]*/y
const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
const scalar = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/y
const mark = /[[\]{},:]/y

function step(
  char: string,
  expects: Expectation,
  open: string[],
): { token: RegExp; expects: Expectation } | undefined {
  const afterValue = (): Expectation => (open.length === 0 ? 'end' : 'comma')
  const closes = char === '}' ? '{' : char === ']' ? '[' : undefined
  if (closes) {
    const mayClose = expects === 'comma' || expects === (closes === '{' ? 'first-key' : 'first-value')
    if (!mayClose || open.pop() !== closes) return undefined
    return { token: mark, expects: afterValue() }
  }
  if (expects === 'colon') return char === ':' ? { token: mark, expects: 'value' } : undefined
  if (expects === 'comma') {
    return char === ',' ? { token: mark, expects: open.at(-1) === '{' ? 'key' : 'value' } : undefined
  }
  if (expects === 'key' || expects === 'first-key')
    return char === '"' ? { token: string, expects: 'colon' } : undefined
  if (char === '{' || char === '[') {
    open.push(char)
    return { token: mark, expects: char === '{' ? 'first-key' : 'first-value' }
  }
  return { token: char === '"' ? string : scalar, expects: afterValue() }
}
