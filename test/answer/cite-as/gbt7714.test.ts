import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { citeAsGbt7714 } from '../../../src/answer/cite-as/gbt7714.ts'
import { bare, bridge, ferry, hostileSource } from './sources.ts'

describe('a citation by GB/T 7714-2015', () => {
  it('names publisher, title, kind of document, both dates and address, in this order', () => {
    const { text, speaker, ...record } = bridge
    expect(citeAsGbt7714({ ...record, address: 'https://lectern.example/r/bridge' })).toBe(
      '鹿鸣镇新闻办. 鹿鸣镇跨河大桥情况发布会[EB/OL]. (2025-05-20)[2025-11-21]. https://lectern.example/r/bridge',
    )
  })

  it('names whoever is quoted beside the title', () => {
    expect(citeAsGbt7714(bridge)).toContain('. 鹿鸣镇跨河大桥情况发布会：白舟发言[EB/OL]. (')
    expect(citeAsGbt7714({ ...bridge, language: 'zh-Hant' })).toContain('：白舟發言[EB/OL]')
    expect(citeAsGbt7714(ferry)).toContain('. Press briefing: the ferry: remarks by Ada Marsh[EB/OL]. (')
    expect(citeAsGbt7714({ ...ferry, language: 'ru' })).toContain('ferry: Ada Marsh[EB/OL]')
  })

  it('begins with the title where nobody is responsible', () => {
    expect(citeAsGbt7714(bare)).toMatch(/^Reply to the orchard keepers\[EB\/OL\]\. https/)
  })

  it('gives the day of reading alone where the record has no date, and neither where both are unknown', () => {
    const { date, accessed, ...undated } = bridge
    expect(citeAsGbt7714({ ...undated, accessed: '2025-11-21' })).toContain('[EB/OL]. [2025-11-21]. https://')
    expect(citeAsGbt7714({ ...undated, date: '2025-05-20' })).toContain('[EB/OL]. (2025-05-20). https://')
    expect(citeAsGbt7714(undated)).toContain('[EB/OL]. https://')
  })

  it('gives a date as exactly as it is known', () => {
    expect(citeAsGbt7714({ ...bridge, date: '2025-05' })).toContain('(2025-05)[2025-11-21]')
    expect(citeAsGbt7714({ ...bridge, date: '2025' })).toContain('(2025)[2025-11-21]')
  })

  it('sets no second full stop after a publisher that ends in one', () => {
    expect(citeAsGbt7714({ ...ferry, publisher: 'Lumen Press Inc.' })).toMatch(/^Lumen Press Inc\. Press/)
  })

  it('is one line that ends with the address', () => {
    fc.assert(
      fc.property(hostileSource, (source) => {
        const line = citeAsGbt7714(source)
        expect(line).not.toMatch(/[\r\n\t\u2028\u202a-\u202e\u2066-\u2069]/)
        expect(line).toMatch(/\. https:\/\/lectern\.example\/r\/\S*$/)
      }),
    )
  })
})
