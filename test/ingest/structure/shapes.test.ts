import { describe, expect, it } from 'vitest'
import { readOne, turnsOf } from './read.ts'

describe('labels in the shapes of many publishers', () => {
  it('takes an office as the speaker in a talk with the press', () => {
    const record = readOne(`行政長官會見傳媒開場發言和答問內容

行政長官：大家早晨。今日講燈塔開放。

記者：想問燈塔開放會唔會收費？

行政長官：多謝你的問題。燈塔不會收費。

2025年6月3日（星期二）`)
    expect(record).toMatchObject({ kind: 'briefing', date: '2025-06-03' })
    expect(turnsOf(record, 4)).toEqual([
      ['statement', '行政長官', '大家早晨'],
      ['question', '記者', '想問燈塔'],
      ['reply', '行政長官', '多謝你的'],
    ])
  })

  it('reads who answers beside who asks, and the year of the Republic', () => {
    const record = readOne(`海洋部舉行燈塔政策記者會
114年5月8日

記者提問：請問經費從哪裡來？

部長回應：經費來自海洋基金，共三億元。

有記者問：會收門票嗎？

林港生答：不會，民眾可以自由參觀。`)
    expect(record).toMatchObject({ date: '2025-05-08' })
    expect(record.turns.map(({ kind, speaker }) => [kind, speaker])).toEqual([
      ['question', '記者提問'],
      ['reply', '部長'],
      ['question', '有記者問'],
      ['reply', '林港生'],
    ])
  })

  it('leaves an answer that a newspaper quotes in its text', () => {
    const record = readOne(`望海市开放灯塔

本报讯 6月3日，望海市开放灯塔，市长周明远到场，市民可以免费参观。

周明远回应：“灯塔是大家的。”

市民都说：明年还来。`)
    expect(record.turns.map(({ kind }) => kind)).toEqual(['narration'])
  })

  it('takes the headline of an interview as its title, not as a speaker', () => {
    const record = readOne(`专访望海市海港局局长诸葛明：让灯塔亮起来
望海日报　2025年1月5日

望海日报：您为什么要修灯塔？

诸葛明：灯塔是渔民的眼睛，修灯塔就是保平安。

望海日报：修了多少座？

诸葛明：修了二十座，明年再修十座。`)
    expect(record).toMatchObject({
      title: '专访望海市海港局局长诸葛明：让灯塔亮起来',
      date: '2025-01-05',
      people: [{ name: '诸葛明', role: '望海市海港局局长' }],
    })
    expect(record.turns.map(({ kind }) => kind)).toEqual(['question', 'reply', 'question', 'reply'])
  })

  it('takes the fields above the minutes of a meeting neither as speakers nor as headings', () => {
    const record = readOne(`　　　望海市渔港改造座谈会记录

　　时间：2025年2月3日
　　主持人：王　旭
　　王　旭：今天请大家来，谈谈渔港改造。
　　李　明：我先说。渔港太旧了，要改造。
　　王　旭：好，下面怎么办？
　　李　明：先做规划，再筹钱。`)
    expect(record.sections).toEqual([])
    expect(turnsOf(record, 4).slice(0, 2)).toEqual([
      ['narration', undefined, '时间：2'],
      ['statement', '王　旭', '今天请大'],
    ])
  })
})
