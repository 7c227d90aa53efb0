import fc from 'fast-check'
import { expect, it } from 'vitest'
import { findJsonFault } from '../../src/text/json-fault.ts'

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
  ['{"a": tru}', 6, 1, 7],
  ['["a\nb"]', 1, 1, 2],
  ['[1}', 2, 1, 3],
  ['{"a": [1, 2', 11, 1, 12],
  ['}', 0, 1, 1],
])('%j breaks at %i', (text, position, line, column) => {
  expect(findJsonFault(text)).toEqual({ position, line, column })
})

it('reads a string of eight million characters', () => {
  const long = JSON.stringify('通航\n'.repeat(2_000_000))
  expect(findJsonFault(long)).toBeUndefined()
  expect(findJsonFault(`[${long}`)).toMatchObject({ position: long.length + 1 })
})

function parses(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
