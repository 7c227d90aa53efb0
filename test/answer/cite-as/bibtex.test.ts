import { Cite } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { citeAsBibtex } from '../../../src/answer/cite-as/bibtex.ts'
import { bare, bridge, ferry, hostileLine, hostileSource, hostileText, hostileTexts } from './sources.ts'

describe('a citation in BibTeX', () => {
  it('is an entry for something online, with the speaker and the quote as a note', () => {
    expect(citeAsBibtex(bridge)).toBe(
      [
        '@online{lectern-2025-05-briefing-bridge-120-141,',
        '  author = {{鹿鸣镇新闻办}},',
        '  title = {{鹿鸣镇跨河大桥情况发布会}},',
        '  date = {2025-05-20},',
        '  url = {https://lectern.example/r/2025-05-briefing-bridge?s=120-141&v=0123456789ab#t3},',
        '  urldate = {2025-11-21},',
        '  note = {白舟，镇交通处处长：“大桥计划今年12月28日通车。”},',
        '  langid = {chinese},',
        '}',
      ].join('\n'),
    )
  })

  it('reads back as what it was made of', () => {
    expect(readBack(citeAsBibtex(ferry))).toMatchObject({
      id: 'lectern-ferry-briefing',
      type: 'webpage',
      title: 'Press briefing: the ferry',
      author: [{ family: 'Lumen Harbour Press Office' }],
      issued: { 'date-parts': [[2025, 7, 9]] },
      URL: ferry.address,
      note: 'Ada Marsh, Harbour Master: “The ferry stays until June.”',
      language: 'english',
    })
    expect(readBack(citeAsBibtex(bridge)).accessed).toEqual({ 'date-parts': [[2025, 11, 21]] })
  })

  it('names no language that only looks like one', () => {
    expect(citeAsBibtex({ ...bare, language: 'constructor' })).not.toContain('langid')
  })

  it('leaves out what the record does not tell', () => {
    expect(citeAsBibtex(bare)).toBe(
      '@online{lectern-https-lectern-example-r-letter-orchard-19nst73,\n' +
        '  title = {{Reply to the orchard keepers}},\n' +
        '  url = {https://lectern.example/r/letter-orchard},\n}',
    )
    expect(readBack(citeAsBibtex({ ...bridge, date: '2025-05' })).issued).toEqual({
      'date-parts': [[2025, 5]],
    })
  })

  it.each(hostileTexts)('gives back the words of %j', (text) => {
    expect(readBack(citeAsBibtex({ ...bridge, text })).note).toBe(`白舟，镇交通处处长：“${words(text)}”`)
  })

  it('gives back every word, whatever the source', () => {
    fc.assert(
      fc.property(hostileText, hostileLine, hostileLine, hostileLine, (text, title, publisher, name) => {
        const read = readBack(citeAsBibtex({ ...ferry, text, title, publisher, speaker: { name } }))
        expect(read.note).toBe(`${words(line(name))}: “${words(text)}”`)
        expect(read.title).toBe(words(line(title)))
        expect(read.author).toEqual([{ family: words(line(publisher)) }])
      }),
      { numRuns: 1000 },
    )
  })

  it('is one entry with balanced braces, whatever the source', () => {
    fc.assert(
      fc.property(hostileSource, (source) => {
        const entry = citeAsBibtex(source)
        expect(new Cite(entry).data).toHaveLength(1)
        // BibTeX counts them without regard to backslashes.
        expect(
          depths(entry)
            .slice(0, -1)
            .every((depth) => depth > 0),
        ).toBe(true)
        expect(depths(entry).at(-1)).toBe(0)
        expect(entry).toMatch(/^@online\{[a-z0-9-]+,\n {2}/)
      }),
      { numRuns: 500 },
    )
  })

  it('has a key of its own for every record and span', () => {
    const key = (source: object) => readBack(citeAsBibtex({ ...bridge, ...source })).id
    expect(key({ title: 'Another', accessed: '2026-01-01' })).toBe(key({}))
    expect(key({ span: { start: 120, end: 142 } })).not.toBe(key({}))
    const ids = [
      '大桥',
      '渡口',
      'bridge-大桥',
      'bridge-渡口',
      'bridge',
      'Bridge',
      'a b',
      'a-b',
      '',
      'a'.repeat(60),
      'a'.repeat(90),
    ]
    expect(new Set(ids.map((record) => key({ record }))).size).toBe(ids.length)
    for (const record of ids) expect(key({ record })).toMatch(/^lectern-[a-z0-9-]+$/)
  })
})

function readBack(entry: string) {
  const { data } = new Cite(entry)
  expect(data).toHaveLength(1)
  return data[0]!
}

/** BibTeX keeps no control characters, and no blanks but single spaces. */
function words(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/\p{Cc}/gu, '')
}

/** Metadata stand on a line, and do not turn the direction of writing. */
function line(text: string): string {
  return text
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}

/** How many braces are open after each. */
function depths(entry: string): number[] {
  let depth = 0
  return [...entry.matchAll(/[{}]/g)].map(([brace]) => (depth += brace === '{' ? 1 : -1))
}
