import { describe, expect, it } from 'vitest'
import { parseDate } from '../../../src/ingest/format/declared-date.ts'
import { takeFrontMatter } from '../../../src/ingest/format/front-matter.ts'

const read = (yaml: string, body = '正文。') => takeFrontMatter(`---\n${yaml}\n---\n${body}`, 'a.md')

describe('front matter', () => {
  it('is read field by field, and lines of the text keep their numbers', () => {
    const { metadata, body, repairs, warnings } = read(
      [
        'id: Port Briefing',
        'kind: Briefing',
        'title: 港区新闻发布会',
        'date: 2025年8月29日',
        'publisher: 望海发布',
        'source: https://news.example/2025/1.html',
        'language: zh-Hans',
        'people:',
        '  - name: 林海生',
        '    role: 港区管理局局长',
        '  - 周宁',
      ].join('\n'),
    )
    expect(metadata).toEqual({
      id: 'port-briefing',
      kind: 'briefing',
      title: '港区新闻发布会',
      date: '2025-08-29',
      publisher: '望海发布',
      source: 'https://news.example/2025/1.html',
      language: 'zh-Hans',
      people: [{ name: '林海生', role: '港区管理局局长' }, { name: '周宁' }],
    })
    expect(body).toBe(`${'\n'.repeat(13)}正文。`)
    expect([...repairs, ...warnings]).toEqual([])
  })

  it('takes people as a map of roles, under the name speakers too', () => {
    expect(read('speakers:\n  林海生: 局长\n  周宁:').metadata.people).toEqual([
      { name: '林海生', role: '局长' },
      { name: '周宁' },
    ])
  })

  it('warns of keys that it does not know', () => {
    expect(read('title: 甲\nauthor: 乙').warnings).toEqual([
      {
        code: 'front-matter-unknown',
        file: 'a.md',
        line: 3,
        message: expect.stringContaining(
          'a.md:3: unknown key “author” was ignored; known are id, kind, title',
        ),
      },
    ])
  })

  it('that is not YAML is dropped with a warning and a repair, and the text is read', () => {
    const { metadata, body, repairs, warnings } = read('title: 甲\ndate: [2025')
    expect(metadata).toEqual({})
    expect(body.trim()).toBe('正文。')
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).toMatchObject({ code: 'front-matter-invalid', file: 'a.md', line: 3 })
    expect(warnings[0]?.message).toContain('a.md:3: the metadata are not valid YAML and were ignored')
    expect(repairs).toEqual([
      { kind: 'markup', before: '---\ntitle: 甲\ndate: [2025\n---', after: '', length: 28, line: 1 },
    ])
  })

  it.each(['2025-13-45', '2025-02-30', 'next week', '2025年13月', '[1, 2]'])(
    'ignores the date %s',
    (date) => {
      const { metadata, warnings } = read(`title: 甲\ndate: ${date}`)
      expect(metadata).toEqual({ title: '甲' })
      expect(warnings[0]).toMatchObject({ code: 'date-invalid', line: 3 })
    },
  )

  it.each(['javascript:alert(1)', 'file:///etc/hosts', 'news.example', 'https://'])(
    'drops the source %s',
    (source) => {
      const { metadata, warnings } = read(`source: "${source}"`)
      expect(metadata).toEqual({})
      expect(warnings[0]).toMatchObject({ code: 'source-invalid', line: 2 })
      expect(warnings[0]?.message).toContain('an address that begins with http:// or https:// is expected')
    },
  )

  it('keeps the other fields when one has no sense', () => {
    const { metadata, warnings } = read('kind: two words\nlanguage: 中文\ntitle: 2025')
    expect(metadata).toEqual({ title: '2025' })
    expect(warnings.map((warning) => warning.code)).toEqual(['front-matter-value', 'front-matter-value'])
  })

  it('is not seen in prose between two rules, nor without its end', () => {
    const prose = '---\n大家好：\n\n欢迎各位。\n---\n再见。'
    expect(takeFrontMatter(prose, 'a.txt').body).toBe(prose)
    expect(takeFrontMatter('---\ntitle: 甲\n正文', 'a.txt').body).toBe('---\ntitle: 甲\n正文')
  })

  it('does not unfold aliases without end', () => {
    const levels = Array.from(
      { length: 9 },
      (_, n) => `k${n}: &a${n} [${n ? `*a${n - 1},`.repeat(9) : '"x"'}]`,
    )
    expect(read(`title: 甲\n${levels.join('\n')}`).warnings.length).toBeGreaterThan(0)
  })
})

describe('parseDate', () => {
  it.each([
    ['2025-08-29', '2025-08-29'],
    ['2025/8/29', '2025-08-29'],
    ['2025.8.9', '2025-08-09'],
    ['2025年8月29日', '2025-08-29'],
    ['2025年8月29日 10:30', '2025-08-29'],
    ['2025-08-29T10:00:00+08:00', '2025-08-29'],
    ['2025-08-29 09:36', '2025-08-29'],
    ['20250829', '2025-08-29'],
    ['2025-08', '2025-08'],
    ['2025年8月', '2025-08'],
    ['2025', '2025'],
    ['29 August 2025', '2025-08-29'],
    ['Aug. 29, 2025', '2025-08-29'],
  ])('reads %s', (written, date) => {
    expect(parseDate(written)).toBe(date)
  })

  it.each(['', '29', '0000-01-01', '2025-00', 'Augustus', '2025-08-29 or so', '31 June 2025'])(
    'refuses “%s”',
    (written) => {
      expect(parseDate(written)).toBeUndefined()
    },
  )
})
