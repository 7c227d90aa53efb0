import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addAbbreviations } from '../../src/text/abbreviation-groups.ts'
import { findAbbreviations } from '../../src/text/abbreviations.ts'
import { anyText } from '../support/arbitrary.ts'
import { cpuTime } from '../support/cpu-time.ts'

function find(text: string): [string, string][] {
  return findAbbreviations(text).map(({ short, long }) => [short, long])
}

describe('findAbbreviations', () => {
  it.each([
    ['今天，南屿海洋观测站（以下简称南海站）投入使用。', '南海站', '南屿海洋观测站'],
    ['望海市南嶼海洋觀測站（以下簡稱「南海站」）', '南海站', '南嶼海洋觀測站'],
    ['由南屿海洋观测站(简称：南海站)负责', '南海站', '南屿海洋观测站'],
    ['由南屿海洋观测站（下称“南海站”）负责', '南海站', '南屿海洋观测站'],
    ['由南屿海洋观测站（下文简称为南海站）负责', '南海站', '南屿海洋观测站'],
    ['《望海渔港条例》（以下简称《渔条例》）', '渔条例', '渔港条例'],
    ['北礁到南屿的海上快线（以下简称“海快线”项目）', '海快线', '海上快线'],
    ['the Nanyu Ocean Station (NOS) opened', 'NOS', 'Nanyu Ocean Station'],
    ['of the Outer-Reef Bird Survey（ORBS）', 'ORBS', 'Outer-Reef Bird Survey'],
    ['a survey of marine plants (SMP)', 'SMP', 'survey of marine plants'],
    ['Береговая служба погоды (БСП)', 'БСП', 'Береговая служба погоды'],
  ])('finds in %s that %s is short for %s', (text, short, long) => {
    expect(find(text)).toEqual([[short, long]])
  })

  it.each([
    ['南屿海洋观测站（南海站）'],
    ['本次会议（以下简称峰会）'],
    ['海关（以下简称海关）'],
    ['观测站建成。它（以下简称南海站）'],
    ['南屿的渔民、居民和学生都很关心的那一座新建的海洋观测站（简称南站）'],
    ['(NOS) was first'],
    ['the ferries and the harbour (OK)'],
    ['all ports opened (see page 4)'],
    ['THE NANYU OCEAN STATION (NOS)'],
    ['the station (Nos)'],
    ['站（简称站）'],
  ])('finds none in %s', (text) => {
    expect(find(text)).toEqual([])
  })

  it('finds several short names of one thing, in other letters too', () => {
    expect(find('南屿海洋观测站（英文简称NOS，以下简称南海站或南观站）')).toEqual([
      ['NOS', '南屿海洋观测站'],
      ['南海站', '南屿海洋观测站'],
      ['南观站', '南屿海洋观测站'],
    ])
  })

  it('names the whole thing where a second short name begins inside it', () => {
    expect(find('望海第一渡轮集团（简称“望海一渡”、“一渡”）')).toEqual([
      ['望海一渡', '望海第一渡轮集团'],
      ['一渡', '望海第一渡轮集团'],
    ])
  })

  it('gives parts of any text, the short one shorter', () => {
    const piece = fc.constantFrom('（以下简称', '(', '）', ')', 'NOS', 'Nanyu Ocean Station ', '南屿站', '“')
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, anyText)), (parts) => {
        const text = parts.join('')
        for (const { short, long } of findAbbreviations(text)) {
          expect(text).toContain(short)
          expect(text).toContain(long)
          expect(long.length).toBeGreaterThan(short.length)
        }
      }),
    )
  })

  it('reads a long text without brackets or with nothing else in linear time', () => {
    const parts = ['（', '(A', 'a ', '简称', '（以下简称', 'Nanyu-Ocean ']
    expect(cpuTime(() => parts.map((part) => find(part.repeat(20_000))))).toBeLessThan(3000)
  })
})

describe('abbreviations that texts define', () => {
  const station = { short: '南海站', long: '南屿海洋观测站' }

  it('join the group that somebody wrote, or are one of their own', () => {
    expect(addAbbreviations([['南海站', '观测站']], [station]).groups).toEqual([
      ['南海站', '观测站', '南屿海洋观测站'],
    ])
    const other = { short: '南观站', long: '南屿海洋观测站' }
    expect(addAbbreviations([['渡轮', '轮渡']], [station, other, station]).groups).toEqual([
      ['渡轮', '轮渡'],
      ['南屿海洋观测站', '南海站', '南观站'],
    ])
  })

  it('are dropped where one short form has two names, unless somebody wrote what it means', () => {
    const second = { short: '南海站', long: '南礁海水监测站' }
    const dropped = addAbbreviations([], [station, second])
    expect([dropped.groups, dropped.added]).toEqual([[], []])
    expect(dropped.ambiguous).toEqual([{ short: '南海站', longs: ['南屿海洋观测站', '南礁海水监测站'] }])
    const written = addAbbreviations([['南海站', '南屿海洋观测站']], [station, second])
    expect([written.groups, written.ambiguous]).toEqual([[['南海站', '南屿海洋观测站']], []])
  })

  it('may have a name in each of two languages', () => {
    const { groups } = addAbbreviations(
      [],
      [
        { short: 'NOS', long: '南屿海洋观测站' },
        { short: 'NOS', long: 'Nanyu Ocean Station' },
      ],
    )
    expect(groups).toEqual([['南屿海洋观测站', 'NOS', 'Nanyu Ocean Station']])
  })

  it('do not join what somebody wrote apart', () => {
    const written = [
      ['南海站', '渔港站'],
      ['南屿海洋观测站', '观测站'],
    ]
    expect(addAbbreviations(written, [station])).toEqual({ groups: written, added: [], ambiguous: [] })
  })

  it('add nothing where the name holds the short form as it is', () => {
    expect(addAbbreviations([], [{ short: '观测站', long: '南屿海洋观测站' }]).groups).toEqual([])
  })

  it('are the same for the same texts in any order', () => {
    const found = [station, { short: '望渔协', long: '望海渔业协会' }, { short: '东站', long: '东屿观测站' }]
    expect(addAbbreviations([], found).groups).toEqual(addAbbreviations([], [...found].reverse()).groups)
  })
})
