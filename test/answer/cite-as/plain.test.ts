import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { citationStyles, citeAs } from '../../../src/answer/cite-as/cite-as.ts'
import { citeAsPlain } from '../../../src/answer/cite-as/plain.ts'
import { bare, bridge, ferry, hostileSource, hostileText } from './sources.ts'

describe('a plain citation', () => {
  it('gives the quote in the marks of its language, then speaker, office, title, publisher, date and address', () => {
    expect(citeAsPlain(bridge)).toBe(
      '“大桥计划今年12月28日通车。”\n' +
        '——白舟，镇交通处处长。《鹿鸣镇跨河大桥情况发布会》，鹿鸣镇新闻办，2025年5月20日。' +
        'https://lectern.example/r/2025-05-briefing-bridge?s=120-141&v=0123456789ab#t3',
    )
    expect(citeAsPlain(ferry)).toBe(
      '“The ferry stays until June.”\n' +
        '— Ada Marsh, Harbour Master. “Press briefing: the ferry”, Lumen Harbour Press Office, 9 July 2025. ' +
        'https://lectern.example/r/ferry-briefing#t2',
    )
  })

  it('quotes Traditional Chinese and Russian in their own marks', () => {
    expect(citeAsPlain({ ...bridge, language: 'zh-Hant', text: '渡口保留。' })).toMatch(/^「渡口保留。」\n——/)
    expect(citeAsPlain({ ...bridge, language: 'zh-TW', text: '渡口保留。' })).toMatch(/^「渡口保留。」\n——/)
    expect(citeAsPlain({ ...ferry, language: 'ru', text: 'Паром.' })).toMatch(/^«Паром\.»\n— Ada/)
    expect(citeAsPlain({ ...bare, text: 'Ladders.' })).toMatch(/^“Ladders\.”\n— “Reply/)
  })

  it('cites a whole record in one line, and leaves out what the record does not tell', () => {
    expect(citeAsPlain(bare)).toBe('“Reply to the orchard keepers”. https://lectern.example/r/letter-orchard')
    const { text, speaker, ...record } = bridge
    expect(citeAsPlain({ ...record, date: '2025-05' })).toBe(
      `《鹿鸣镇跨河大桥情况发布会》，鹿鸣镇新闻办，2025年5月。${bridge.address}`,
    )
  })

  it('writes a date as exactly as it is known', () => {
    const dates = ['2025', '2025-07', '2025-07-09'].map((date) => citeAsPlain({ ...ferry, date }))
    expect(dates.map((line) => /Office, (.*?)\. /.exec(line)?.[1])).toEqual([
      '2025',
      'July 2025',
      '9 July 2025',
    ])
    expect(citeAsPlain({ ...bridge, date: '2025' })).toContain('，2025年。')
    expect(citeAsPlain({ ...ferry, language: 'ru', date: '2025-07-09' })).toContain(', 2025-07-09. ')
  })

  it('never shows the kind as the record writes it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...citationStyles), (style) => {
        expect(citeAs(style, { ...bridge, kind: 'factsheet' })).not.toContain('factsheet')
      }),
    )
  })

  it('keeps every word of the quote, whatever it is', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(citeAsPlain({ ...bridge, text }).startsWith(`“${text}”\n——白舟`)).toBe(true)
      }),
    )
  })

  it('keeps its source to one line, in which nothing turns the direction of writing', () => {
    fc.assert(
      fc.property(hostileSource, (source) => {
        const line = citeAsPlain({ ...source, text: '' }).split(/[“”「」«»]\n/)[1]
        expect(line).not.toMatch(/[\r\n\t\u2028\u0007\u202a-\u202e\u2066-\u2069]/)
      }),
    )
  })
})

describe('the ways to cite', () => {
  it('come in the order in which they are offered', () => {
    expect(citationStyles.map((style) => citeAs(style, bridge).slice(0, 8))).toEqual([
      '鹿鸣镇新闻办. ',
      '“大桥计划今年1',
      '> 大桥计划今年',
      '@online{',
    ])
  })
})
