import { describe, expect, it } from 'vitest'
import { readOne, turnsOf } from './read.ts'

describe('turns under headings', () => {
  const meeting = `# 2024-05-08 望海市例行記者會

### 司儀：
大家好，現在開始。

### 林港生：
今天報告兩件事。

### 林港生：
第一件是航道。

> （播放影片）

### 林港生：
第二件是燈塔。

### 海潮網：
請問燈塔何時完工？

### 林港生：
年底完工。
`

  it('merges stretches of one speaker into one turn, and lists the labels that it drops', () => {
    const record = readOne(meeting, '2024.md')
    expect(turnsOf(record, 40)).toEqual([
      ['statement', '司儀', '大家好，現在開始。'],
      ['statement', '林港生', '今天報告兩件事。\n第一件是航道。'],
      ['narration', undefined, '（播放影片）'],
      ['statement', '林港生', '第二件是燈塔。'],
      ['question', '海潮網', '請問燈塔何時完工？'],
      ['reply', '林港生', '年底完工。'],
    ])
    expect(record.repairs).toEqual([{ kind: 'markup', before: '林港生：', after: '', length: 4, line: 9 }])
    expect(record).toMatchObject({ date: '2024-05-08', language: 'zh-Hant', kind: 'briefing' })
  })

  it('takes talk among colleagues as statements', () => {
    const record = readOne(
      '# 航道會議\n\n### 林港生：\n水深夠嗎？\n\n### 王燈：\n夠的。\n\n### 林港生：\n好。',
      'm.md',
    )
    expect(record.kind).toBe('meeting')
    expect(record.turns.map(({ kind }) => kind)).toEqual(['statement', 'statement', 'statement'])
    expect(record.exchanges).toEqual([])
  })

  it('tells who asks in an interview of two', () => {
    const record = readOne(
      '# 燈塔專訪\n\n### 陳晨：\n您為什麼守燈塔？\n\n### 王燈：\n因為祖父也守燈塔，我從小就在島上長大。\n\n### 陳晨：\n會寂寞嗎？\n\n### 王燈：\n不會，島上有很多鳥，每天都很熱鬧。',
      'i.md',
    )
    expect(record.turns.map(({ kind }) => kind)).toEqual(['question', 'reply', 'question', 'reply'])
  })
})

describe('words before a colon that are no speaker', () => {
  it('leaves the salutation, the contacts and the lists of a letter alone', () => {
    const record = readOne(`对市人大第12号建议的答复

王建国代表：

您提出的关于改造渔港的建议收悉，经研究答复如下：

一、基本情况

我市现有渔港十二座，近年来投入资金两亿元。

联系人：李四

抄送：市政府办公厅。

望海市农业农村局
2025年6月30日`)
    expect(record.turns.map(({ kind, speaker }) => [kind, speaker])).toEqual([
      ['narration', undefined],
      ['narration', undefined],
    ])
    expect(record).toMatchObject({ kind: 'letter', date: '2025-06-30', title: '对市人大第12号建议的答复' })
  })

  it('takes indirect speech in a newspaper as narration', () => {
    const record = readOne(`望海市召开渔业工作会议

本报讯（记者 张三）6月3日，全市渔业工作会议召开。市长周明远出席。

周明远强调：“要守住安全底线。”会议指出：安全是底线。

会议要求：各区要压实责任，确保平安。`)
    expect(record.turns.map(({ kind }) => kind)).toEqual(['narration'])
    expect(record.kind).toBe('article')
  })
})
