import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { parseJsonRecords } from '../../../src/ingest/format/json-record.ts'

const text = '周宁：航线增加了几条？\n林海生：增加了七条。'
const sha256 = createHash('sha256').update(text).digest('hex')
const whole = {
  id: 'port-briefing',
  kind: 'briefing',
  title: '港口发布会',
  date: '2025-03-12',
  publisher: '望海发布',
  source: 'https://www.wanghai.example/1',
  language: 'zh-Hans',
  text,
  turns: [
    { kind: 'question', speaker: '周宁', span: { start: 3, end: 11 } },
    { kind: 'reply', speaker: '林海生', role: '局长', span: { start: 16, end: 22 } },
  ],
  exchanges: [{ question: 0, replies: [1] }],
  sections: [{ title: '问答', level: 1, span: { start: 0, end: 22 } }],
  people: [{ name: '林海生', role: '局长' }],
  repairs: [{ kind: 'furniture', before: '分享', after: '', length: 2 }],
  version: sha256,
}

const parse = (value: unknown) => parseJsonRecords(JSON.stringify(value), { file: 'a.json', id: 'a' })

describe('JSON records', () => {
  it('are taken as they are', () => {
    expect(parse(whole)).toMatchObject({ records: [whole], warnings: [] })
  })

  it('need no more than a text', () => {
    const { records, origins } = parse({ text })
    expect(records).toEqual([
      {
        id: 'a',
        kind: 'article',
        title: '周宁：航线增加了几条？',
        language: 'und',
        text,
        turns: [{ kind: 'narration', span: { start: 0, end: text.length } }],
        exchanges: [],
        sections: [],
        people: [],
        repairs: [],
        version: sha256,
      },
    ])
    expect(origins).toEqual({
      a: { id: 'file name', title: 'first line', kind: 'default', language: 'default' },
    })
  })

  it('come alone, in an array, or under the key records', () => {
    expect(parse([{ text }, { text }]).records.map(({ id }) => id)).toEqual(['a', 'a-2'])
    expect(parse({ records: [{ text }, { id: 'b', text }] }).records.map(({ id }) => id)).toEqual(['a', 'b'])
  })

  it.each([
    [{ title: '无' }, 'a.json: text: the text is missing'],
    [{ text: ' \n' }, 'a.json: text: the text is empty'],
    [{ text: '\ud800' }, 'a.json: text: the text holds half a character'],
    [[{ text }, { text: 3 }], 'a.json: [1].text: '],
    [{ text, date: '2025-13-45' }, 'a.json: date: a date is expected: YYYY-MM-DD'],
    [
      { text, source: 'javascript:alert(1)' },
      'a.json: source: an address that begins with http:// or https://',
    ],
    [{ text, id: '../up' }, 'a.json: id: an id has letters, digits and hyphens only'],
    [{ text, turns: [{ kind: 'aside', span: { start: 0, end: 1 } }] }, 'a.json: turns[0].kind: '],
    [
      { text, turns: [{ kind: 'reply', span: { start: 0, end: 99 } }] },
      'a.json: turns[0].span (0 to 99) is empty or not inside the text, which has 22 UTF-16 units',
    ],
    [
      { text, turns: [3, 1].map((start) => ({ kind: 'reply', span: { start, end: 5 } })) },
      'a.json: turns[1].span (1 to 5) begins before the turn before it ends (5)',
    ],
    [
      { text: '𠮷野家', turns: [{ kind: 'reply', span: { start: 1, end: 3 } }] },
      'a.json: turns[0].span (1 to 3) is empty or not inside',
    ],
    [
      {
        text,
        sections: [
          [0, 9],
          [5, 12],
        ].map(([start, end]) => ({ title: '节', level: 1, span: { start, end } })),
      },
      'a.json: sections[1].span (5 to 12) overlaps the end of a section around it (9)',
    ],
    [
      { ...whole, exchanges: [{ question: 1, replies: [] }] },
      'a.json: exchanges[0].question: turn 1 is no question',
    ],
    [
      { ...whole, exchanges: [{ question: 0, replies: [2] }] },
      'a.json: exchanges[0].replies: turn 2 does not follow the question',
    ],
    [[], 'a.json: no record stands in it'],
    ['text', 'a.json: the record: '],
  ])('refuse %j', (value, message) => {
    expect(() => parse(value)).toThrow(message)
  })

  it('refuse a version that is not that of the text', () => {
    expect(() => parse({ text, version: '0'.repeat(64) })).toThrow(
      expect.objectContaining({
        code: 'version-mismatch',
        message: expect.stringContaining(
          `a.json: the version of the record is not the SHA-256 of its text (${sha256})`,
        ),
      }),
    )
  })

  it('tell the line where JSON breaks off', () => {
    expect(() =>
      parseJsonRecords('{\n  "text": "好",\n  "title" "无"\n}', { file: 'a.json', id: 'a' }),
    ).toThrow(
      expect.objectContaining({
        code: 'json-invalid',
        line: 3,
        message: 'a.json:3: this is not valid JSON: check the commas, quotes and brackets on this line',
      }),
    )
  })

  it('warn of keys that they do not know', () => {
    expect(parse({ text, author: '周宁' }).warnings).toEqual([
      {
        code: 'json-unknown',
        file: 'a.json',
        message: 'a.json: unknown keys of the record were ignored: author',
      },
    ])
  })
})
