import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maxMemberLength, parseSynonyms, serializeSynonyms } from '../../src/text/synonym-file.ts'

function faultsOf(file: string): [number, string][] {
  return parseSynonyms(file).faults.map(({ line, message }) => [line, message])
}

describe('a file of synonyms', () => {
  it('has one group a line, with comments, empty lines and blanks between', () => {
    const file = '\ufeff# ships\r\n渡轮 = 轮渡=ferry  boat # to Nanyu\r\n\r\n  友城 ＝ 友好城市\n'
    expect(parseSynonyms(file)).toEqual({
      groups: [
        ['渡轮', '轮渡', 'ferry boat'],
        ['友城', '友好城市'],
      ],
      faults: [],
    })
  })

  it.each([
    ['渡轮 =', 'there is no word on one side of a =: write one there, or remove the ='],
    ['= 渡轮', 'there is no word on one side of a =: write one there, or remove the ='],
    ['x =', 'there is no word on one side of a =: write one there, or remove the ='],
    ['渡轮 = = 轮渡', 'there is no word on one side of a =: write one there, or remove the ='],
    ['渡轮', '"渡轮" stands alone: write words that mean the same with = between'],
    ['渡轮 轮渡', '"渡轮 轮渡" stands alone: write words that mean the same with = between'],
    ['渡轮 = ！？', '"！？" holds neither letter nor digit: nothing would match it'],
    ['渡轮 = 船', '"船" is a single character, which stands in too many words: write a longer one'],
    [
      `渡轮 = ${'船'.repeat(maxMemberLength + 1)}`,
      `"${'船'.repeat(39)}…" has 61 characters, 60 are allowed: write a shorter name`,
    ],
    [
      '渡轮 = 渡輪 = 渡轮',
      '"渡轮 = 渡輪 = 渡轮" says one word only: script, case, width and inflection make no difference to Lectern; remove the line or add another word',
    ],
  ])('says what is wrong with %s, and in which line', (line, message) => {
    const { groups, faults } = parseSynonyms(`灯塔 = 航标\n\n${line}\n友城 = 友好城市`)
    expect(faults).toEqual([{ line: 3, message }])
    expect(groups).toEqual([
      ['灯塔', '航标'],
      ['友城', '友好城市'],
    ])
  })

  it('refuses a word that stands in two groups, in whatever writing, and names both lines', () => {
    expect(faultsOf('渡轮 = 轮渡\n渡船 = 渡輪')).toEqual([
      [2, '"渡輪" stands in line 1 too: write all words of one meaning on one line'],
    ])
    expect(faultsOf('ferry = boat\nferries = ships')).toHaveLength(1)
  })

  it('does not let a line that is refused claim its words', () => {
    expect(faultsOf('渡轮 = 轮渡 = 船\n渡轮 = 轮渡')).toHaveLength(1)
  })

  it('takes a word that stands twice in a group once', () => {
    expect(parseSynonyms('渡轮 = 渡輪 = 轮渡').groups).toEqual([['渡轮', '轮渡']])
  })

  it('is read as it was written, the same for the groups in any order', () => {
    const word = fc.string({ unit: fc.constantFrom(...'渡船轮灯塔航标Aab'), minLength: 1, maxLength: 4 })
    const line = fc.array(word, { maxLength: 4 }).map((words) => words.join(' = '))
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const { groups } = parseSynonyms(lines.join('\n'))
        const written = serializeSynonyms(groups)
        expect(parseSynonyms(written).faults).toEqual([])
        expect(serializeSynonyms(parseSynonyms(written).groups)).toBe(written)
        expect(serializeSynonyms([...groups].reverse())).toBe(written)
        expect(parseSynonyms(written).groups).toHaveLength(groups.length)
      }),
    )
  })
})
