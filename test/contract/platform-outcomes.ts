import type { Citation, Outcome, Quote } from '../../src/answer/answer.ts'

/** What was said, and is quoted. */
export const words = '海水淡化厂每天供水20万吨，<b>十二月</b>完工 & 不会涨价。'

const citation: Citation = {
  record: 'ferry',
  version: '0'.repeat(64),
  title: '江汀市渡轮情况发布会 <1> & *2*',
  kind: 'briefing',
  date: '2025-08-29',
  speaker: { name: '高屿', role: '江汀市水务处处长' },
  question: { text: '海水淡化厂什么时候完工？', asker: '河湾电台记者' },
  span: { start: 5120, end: 5203 },
  passage: { start: 5100, end: 5480 },
  url: '/r/ferry#t12',
}

const searched = { records: 5, passages: 140, from: '2024-01-25', to: '2025-08-29' }

function quoteOf(text: string): Quote {
  return { text, score: 12, confidence: 0.9, highlights: [], citation, alsoIn: [] }
}

export function answerOf(texts: readonly string[]): Outcome {
  return {
    kind: 'answer',
    question: '票价会涨吗',
    quotes: texts.map(quoteOf),
    followUps: [],
    searched,
    index: 'f',
  }
}

export const abstention: Outcome = {
  kind: 'abstention',
  question: '海豚什么时候来',
  reason: 'low-confidence',
  nearest: [quoteOf(words)],
  missing: ['海豚'],
  searched,
  index: 'f',
}
