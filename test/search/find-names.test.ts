import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findNames } from '../../src/search/find-names.ts'

const speakers = new Map([
  ['陆闻溪', '陸聞溪'],
  ['闻溪', '闻溪'],
  ['港务局局长', '陸聞溪'],
  ['aa', 'AA'],
])

describe('the speakers whom a text names', () => {
  it('are found by name and by office, each with all its places', () => {
    expect(findNames('港务局局长陆闻溪说，陆闻溪', speakers)).toEqual([
      {
        name: '陆闻溪',
        speaker: '陸聞溪',
        spans: [
          { start: 5, end: 8 },
          { start: 10, end: 13 },
        ],
      },
      {
        name: '闻溪',
        speaker: '闻溪',
        spans: [
          { start: 6, end: 8 },
          { start: 11, end: 13 },
        ],
      },
      { name: '港务局局长', speaker: '陸聞溪', spans: [{ start: 0, end: 5 }] },
    ])
  })

  it('are found where looking for each of them finds it', () => {
    const anyName = fc.string({ unit: fc.constantFrom('a', 'b', '陆', '闻'), minLength: 1, maxLength: 3 })
    const anyText = fc.string({ unit: fc.constantFrom('a', 'b', '陆', '闻', ' '), maxLength: 30 })
    fc.assert(
      fc.property(fc.uniqueArray(anyName), anyText, (names, text) => {
        const known = new Map(names.map((name) => [name, name]))
        const expected = names.flatMap((name) => {
          const spans = [...text.matchAll(new RegExp(name, 'g'))].map(({ index }) => ({
            start: index,
            end: index + name.length,
          }))
          return spans.length > 0 ? { name, speaker: name, spans } : []
        })
        expect(findNames(text, known)).toEqual(expected)
      }),
    )
  })
})
