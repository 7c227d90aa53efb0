import fc from 'fast-check'
import { expect, it } from 'vitest'
import { findJsonFault } from '../../src/http/json-fault.ts'

it('finds a fault exactly where JSON.parse refuses', () => {
  const tokens = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '1',
    '-',
    '1e5',
    'true',
    'nul',
    ' ',
    '"\\u12"',
  )
  const garbled = fc.array(tokens, { maxLength: 12 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(fc.oneof(garbled, fc.json(), fc.string()), (text) => {
      expect(findJsonFault(text) === undefined).toBe(parses(text))
    }),
    { numRuns: 2000 },
  )
})

it.each([
  ['', 0, 1, 1],
  ['{"a":1,}', 7, 1, 8],
  ['[1 2]', 3, 1, 4],
  ['{"a"\n:\nx}', 7, 3, 1],
  ['{"a":"b\n"}', 5, 1, 6],
  ['{} {}', 3, 1, 4],
  ["{'a':1}", 1, 1, 2],
  ['01', 1, 1, 2],
])('%j breaks at %i', (text, position, line, column) => {
  expect(findJsonFault(text)).toEqual({ position, line, column })
})

function parses(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
