import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cpuTime } from '../../support/cpu-time.ts'
import { read } from './read.ts'

const pieces = [
  '望海市举行海港节吹风会',
  '8月29日上午，市港务局局长林港生，市文旅局局长王灯出席。市新闻办主任贺岚主持。',
  '林港生:',
  '林港生：谢谢你的提问，航道水深十五米。',
  '王灯：我补充一点，灯塔共有三座。',
  '贺岚：下面请记者提问。',
  '海风日报记者',
  '请问今年有多少艘帆船参加？',
  '问：小船减免吗？',
  '答：免收。',
  'Q: Who pays?',
  'A: Every ship pays.',
  'MS. ROE: Good morning. The plan has three parts.',
  '一、筹备情况',
  '答记者问',
  '（笑）',
  '展开全文',
  '评论',
  '精彩推荐',
  '查看更多',
  '记者 张海 摄',
  '7月1日，帆船驶入内港，市民在堤岸上观看。',
  '本报讯（记者 陈湖）8月21日，海湾灯塔联盟成立，由望海海洋大学发起。',
  '■记者 张海',
  '2024-01-25 09:36    澜報觀江',
  '01',
  '兩市結(jié)為友好城市，發(fā)展經(jīng)貿(mào)。',
  '他說，“仿佛行進在古道上?!?/p>',
  '联盟将在灯塔维护、航标人才培养、先进技术应用等方面深度合作。有力推动沿海城市',
  '航标事业发展，为航行安全注入新的活力。',
  '海港对话·夏季论坛',
  '海港对话',
  'HARBOUR DIALOGUE · SUMMER',
  '拉希德·诺维',
  '😀\ud83d',
  '[bookmark: a]渔港改造工程开工(下转第4版)',
  '   ',
  '：：：',
]

const texts = fc
  .array(
    fc.tuple(
      fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(...pieces) },
        { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
      ),
      fc.constantFrom('\n', '\n\n', '\n\n\n'),
    ),
    {
      maxLength: 40,
    },
  )
  .map((parts) => parts.map(([piece, gap]) => piece.replace(/[\r\n\u2028\u2029]/gu, ' ') + gap).join(''))

const visible = (text: string) => text.replace(/\s/gu, '')

describe('whatever stands in a file', () => {
  it('has turns in order that do not overlap, trimmed and not empty', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const record of read(`海港\n\n${text}`).records) {
          let end = 0
          for (const { span } of record.turns) {
            expect(span.start).toBeGreaterThanOrEqual(end)
            expect(span.end).toBeGreaterThan(span.start)
            expect(span.end).toBeLessThanOrEqual(record.text.length)
            const words = record.text.slice(span.start, span.end)
            expect(words).toBe(words.trim())
            end = span.end
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  it('has exchanges that go from a question to replies after it, and hashes its text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const record of read(`海港\n\n${text}`).records) {
          const kinds = record.turns.map(({ kind }) => kind)
          const questions = kinds.flatMap((kind, number) => (kind === 'question' ? [number] : []))
          expect(record.exchanges.map(({ question }) => question)).toEqual(questions)
          const replies = kinds.flatMap((kind, number) => (kind === 'reply' ? [number] : []))
          expect(record.exchanges.flatMap((exchange) => exchange.replies)).toEqual(replies)
          for (const { question, replies } of record.exchanges)
            expect(replies.every((reply) => reply > question)).toBe(true)
          for (const { span } of record.sections) expect(span.end).toBeGreaterThan(span.start)
          expect(record.version).toBe(createHash('sha256').update(record.text).digest('hex'))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('accounts for every character in the texts and the repairs', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const source = `海港\n\n${text}海港事务如常，一切平稳。`
        const { records, warnings } = read(source)
        // Where everything is furniture, a warning says so instead.
        if (records.length === 0) return expect(warnings).toMatchObject([{ code: 'text-missing' }])
        const kept = records.reduce((sum, record) => sum + visible(record.text).length, 0)
        const removed = records
          .flatMap((record) => record.repairs)
          .reduce((sum, { before, after }) => sum + visible(before).length - visible(after).length, 0)
        expect(kept + removed).toBe(visible(source).length)
      }),
      { numRuns: 300 },
    )
  })

  it('gives the same records for the same input', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(read(text)).toEqual(read(text))
      }),
      { numRuns: 50 },
    )
  })
})

describe('large files', () => {
  const lines = (count: number, line: (number: number) => string, gap: string) =>
    Array.from({ length: count }, (_, number) => line(number)).join(gap)

  it.each([
    ['paragraphs', lines(10_000, (n) => `第${n}段，港口吞吐量增长百分之五，船舶进出港有序。`, '\n\n')],
    [
      'turns',
      lines(
        10_000,
        (n) => (n % 2 ? `林港生：第${n}项进展顺利。` : `海风日报记者：第${n}项进展如何？`),
        '\n\n',
      ),
    ],
    ['short lines', lines(10_000, (n) => `港口建设第${n}期`, '\n\n')],
    [
      'torn lines',
      lines(10_000, (n) => `港口吞吐量增长百分之五，船舶进出港有序，各项工作平稳推进${n}`, '\n'),
    ],
  ])('reads ten thousand %s in well under a second', (_, text) => {
    expect(read(text).records).toHaveLength(1)
    expect(cpuTime(() => read(text))).toBeLessThan(1500)
  })

  it.each([
    ['one long paragraph', '港口吞吐量增长百分之五。'.repeat(500_000)],
    ['opening brackets', '（'.repeat(3_000_000)],
    ['spaces', `港${' '.repeat(3_000_000)}口。`],
    ['glosses', '結(jié)'.repeat(200_000)],
    ['colons', '王:'.repeat(1_000_000)],
  ])('is not held up by millions of characters of %s', (_, text) => {
    expect(cpuTime(() => read(text), 2)).toBeLessThan(5000)
  })
})
