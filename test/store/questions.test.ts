import { describe, expect, it } from 'vitest'
import { createAnswerId, toAnswerId } from '../../src/store/answer-id.ts'
import { toQuestionWords } from '../../src/store/question-words.ts'
import { toQuestionsCsv } from '../../src/store/questions-csv.ts'

const summary = { count: 2, last: '2025-08-29T09:00:00.000Z', abstained: 1, down: 0, up: 1 }

describe('questions', () => {
  it('are one where script, width, case, spaces and end punctuation differ', () => {
    const one = toQuestionWords('港区的集装箱吞吐量，ＴＥＵ是多少')
    expect(toQuestionWords('  港區的 集裝箱吞吐量，teu是多少？？ ')).toBe(one)
    expect(toQuestionWords('港区的集装箱吞吐量，TEU是多少吗')).not.toBe(one)
    expect(toQuestionWords('？？')).not.toBe('')
  })
})

describe('the id of an answer', () => {
  it('is random where it is new, in signs that a token may hold', () => {
    const random = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes)
    const ids = Array.from({ length: 500 }, () => createAnswerId(random))
    expect(new Set(ids).size).toBe(500)
    for (const id of ids) expect(id).toMatch(/^[0-9A-Za-z]{16}$/u)
  })

  it('is the same for the same question to the same index', async () => {
    const id = await toAnswerId(' 大桥何时通车 ', 'abc')
    expect(id).toMatch(/^[0-9a-f]{32}$/u)
    expect(await toAnswerId('大桥何时通车', 'abc')).toBe(id)
    expect(await toAnswerId('大桥何时通车', 'abd')).not.toBe(id)
    expect(await toAnswerId('大桥何时通', '车abc')).not.toBe(id)
  })
})

describe('questions as CSV', () => {
  it('have a head without a byte order mark, and lines that end as RFC 4180 says', () => {
    const nearest = { record: 'port', span: { start: 3, end: 9 }, title: '港口, "运行"', confidence: 0.5 }
    expect(toQuestionsCsv([{ question: '多少', ...summary, nearest }])).toBe(
      'question,count,last,abstained,down,up,record,start,end,title,confidence\r\n' +
        '多少,2,2025-08-29T09:00:00.000Z,1,0,1,port,3,9,"港口, ""运行""",0.5\r\n',
    )
    expect(toQuestionsCsv([])).toMatch(/^question,/u)
  })

  it.each([
    ['=HYPERLINK("http://a.example")', `"'=HYPERLINK(""http://a.example"")"`],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1', "'＝1"],
    ['\t=1', "'\t=1"],
    ['\u200b=1', "'\u200b=1"],
    ['一行\n=1', '"一行\n=1"'],
    ['1-1=0', '1-1=0'],
  ])('take no question for a formula: %j', (question, cell) => {
    const [, ...lines] = toQuestionsCsv([{ question, ...summary }]).split('\r\n')
    expect(lines.join('\r\n')).toBe(`${cell},2,2025-08-29T09:00:00.000Z,1,0,1,,,,,\r\n`)
  })
})
