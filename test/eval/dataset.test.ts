import { describe, expect, it } from 'vitest'
import { LecternError } from '../../src/errors.ts'
import { parseDataset } from '../../src/eval/dataset.ts'
import { toRecord } from '../../src/eval/records.ts'
import { sha256 } from '../../src/text/digest.ts'

const passages = '{"id":"p1","text":"灯塔很高。","title":"灯塔"}\n\n{"id":"p2","text":"渡轮很快。"}\n'
const question = '{"id":"q1","question":"灯塔多高","relevant":["p1"],"answers":["很高"]}\n'

function faultOf(passages: string, questions: string): LecternError {
  try {
    parseDataset(passages, questions)
  } catch (error) {
    if (error instanceof LecternError) return error
    throw error
  }
  throw new Error('the dataset was taken')
}

describe('parseDataset', () => {
  it('reads a line each, blank lines aside', () => {
    expect(parseDataset(passages, question)).toEqual({
      passages: [
        { id: 'p1', text: '灯塔很高。', title: '灯塔' },
        { id: 'p2', text: '渡轮很快。' },
      ],
      questions: [{ id: 'q1', question: '灯塔多高', relevant: ['p1'], answers: ['很高'] }],
    })
  })

  it('takes a byte order mark and line ends of two characters', () => {
    const windows = (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`
    expect(parseDataset(windows(passages), windows(question))).toEqual(parseDataset(passages, question))
  })

  it('takes a question that nothing answers, and one without answers given', () => {
    const { questions } = parseDataset(passages, '{"id":"q","question":"骆驼","relevant":[]}')
    expect(questions).toEqual([{ id: 'q', question: '骆驼', relevant: [], answers: [] }])
  })

  it('takes a title that is null', () => {
    expect(parseDataset('{"id":"p","text":"","title":null}', '').passages).toHaveLength(1)
  })

  it.each([
    ['what is not JSON', `${passages}{"id":`, question, 'passages.jsonl', 4],
    ['a passage without text', `${passages}{"id":"p3"}`, question, 'passages.jsonl', 4],
    ['a passage without id', '{"id":"","text":""}', '', 'passages.jsonl', 1],
    ['two passages of one id', `${passages}{"id":"p1","text":"又"}`, question, 'passages.jsonl', 4],
    ['a question without its words', passages, `${question}{"id":"q2","relevant":[]}`, 'questions.jsonl', 2],
    [
      'relevant passages that are no list',
      passages,
      '{"id":"q","question":"?","relevant":"p1"}',
      'questions.jsonl',
      1,
    ],
    [
      'a relevant passage that is not there',
      passages,
      `\n${question.replace('p1', 'p9')}`,
      'questions.jsonl',
      2,
    ],
  ])('names file and line of %s', (_, badPassages, badQuestions, file, line) => {
    const fault = faultOf(badPassages, badQuestions)
    expect([fault.code, fault.file, fault.line]).toEqual(['dataset-invalid', file, line])
    expect(fault.message.startsWith(`${file}:${line}: `)).toBe(true)
  })

  it('says what is wrong', () => {
    expect(faultOf(`${passages}{"id":"p1","text":""}`, '').message).toContain('passage id p1 stands twice')
    expect(faultOf(passages, question.replace('p1', 'p9')).message).toContain('there is no passage p9')
    expect(faultOf('{"id":"p","text":7}', '').message).toContain('text')
  })
})

describe('toRecord', () => {
  it('makes one turn of narration of a passage, without the white space around it', async () => {
    const record = await toRecord({ id: 'p1', text: ' 灯塔很高。\n', title: '灯塔' })
    expect(record).toMatchObject({ id: 'p1', title: '灯塔', text: ' 灯塔很高。\n' })
    expect(record.turns).toEqual([{ kind: 'narration', span: { start: 1, end: 6 } }])
    expect(record.version).toBe(await sha256(record.text))
  })

  it('takes no byte order mark for a character', async () => {
    expect((await toRecord({ id: 'p', text: '\ufeff灯塔' })).text).toBe('灯塔')
  })

  it('has no turn where there are no words', async () => {
    expect((await toRecord({ id: 'p', text: ' \n', title: null })).turns).toEqual([])
  })
})
