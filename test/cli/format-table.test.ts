import fc from 'fast-check'
import pc from 'picocolors'
import { describe, expect, it } from 'vitest'
import { displayWidth, formatTable } from '../../src/cli/format-table.ts'

const colours = pc.createColors(true)

describe('displayWidth', () => {
  it.each([
    ['port', 4],
    ['', 0],
    ['港口', 4],
    ['ｐｏｒｔ', 8],
    ['ﾎﾟｰﾄ', 4],
    ['항구', 4],
    ['𠮷野', 4],
    ['e\u0301', 1],
    ['порт –', 6],
    ['📊', 2],
    ['《港口》', 8],
  ])('of %s is %i columns', (text, width) => {
    expect(displayWidth(text)).toBe(width)
  })

  it('counts no colours', () => {
    expect(displayWidth(colours.bold(colours.red('港口')))).toBe(4)
  })
})

describe('formatTable', () => {
  it('sets the first column flush left and the others flush right', () => {
    expect(
      formatTable([
        ['dataset', 'rank'],
        ['港口', '1'],
        ['x', '10000'],
      ]),
    ).toEqual(['dataset   rank', '港口         1', 'x        10000'])
  })

  it('sets as many columns flush left as there are names', () => {
    const rows = [
      ['a', 'won', '1'],
      ['bb', 'x', '22'],
    ]
    expect(formatTable(rows, { names: 2 })).toEqual(['a   won   1', 'bb  x    22'])
  })

  it('puts cells of fewer lines at the foot of their row', () => {
    expect(formatTable([['name', 'quote\nHit', 'p50']])).toEqual(['      quote', 'name    Hit  p50'])
  })

  it('makes all lines end in one column where the last one is filled', () => {
    const cell = fc.constantFrom('港', 'x', '', '0.9512', '–', colours.red('差異'), 'a\n港口')
    const rows = fc.array(fc.tuple(cell, cell, fc.constantFrom('1', '港口', '22')), { minLength: 1 })
    fc.assert(
      fc.property(rows, (rows) => {
        const last = formatTable(
          rows.map(([first, second, third]) => [first.replace('\n', ''), second.replace('\n', ''), third]),
        )
        expect(new Set(last.map(displayWidth)).size).toBe(1)
      }),
    )
  })
})
