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

describe('live transcripts with times', () => {
  const turns = [
    ['statement', '主持人', '各位记者'],
    ['question', '海风日报记者', '请问明年'],
    ['reply', '周明远', '明年完成'],
  ]

  it('removes times in brackets before the names', () => {
    const record = readOne(`望海市新闻发布会实录

[10:02] 主持人：各位记者朋友，大家上午好！

[10:15] 海风日报记者：请问明年的计划是什么？

[10:16] 周明远：明年完成其余的两成，主要是小渔港。`)
    expect(turnsOf(record, 4)).toEqual(turns)
    expect(record.repairs[0]).toMatchObject({ kind: 'furniture', before: '[10:02]' })
  })

  it('takes a name before a time as who speaks, and the date from the time', () => {
    const record = readOne(`望海市新闻发布会图文直播

主持人 2025-08-29 10:02:33

各位记者朋友，大家上午好！

海风日报记者 2025-08-29 10:15:00

请问明年的计划是什么？

周明远 2025-08-29 10:16:42

明年完成其余的两成，主要是小渔港。`)
    expect(turnsOf(record, 4)).toEqual(turns)
    expect(record.date).toBe('2025-08-29')
  })

  it('leaves the hours of an agenda', () => {
    const record = readOne(`灯塔节日程

10:00 开幕式，市长致辞。

11:00 参观灯塔，乘船出海。

14:00 座谈会，专家发言。`)
    expect(record.text).toContain('11:00 参观灯塔')
  })
})

describe('what stands around the questions', () => {
  it('opens a question after the briefing, and names who answers by the title', () => {
    const record = readOne(`国家海港局负责人就《灯塔管理办法》答记者问
2025-07-01

问：什么时候施行？

答：2025年9月1日起施行。

会后，有记者问：灯塔收费吗？

答：不收费，市民可以自由参观。`)
    expect(record.turns.map(({ kind, speaker }) => [kind, speaker])).toEqual([
      ['question', '问'],
      ['reply', '国家海港局负责人'],
      ['question', '有记者问'],
      ['reply', '国家海港局负责人'],
    ])
  })

  it('reads the date below a title that reads like a label, and no role from the event', () => {
    const record = readOne(`财政部部长蓝海：财政政策更加积极
2025-03-06

人大会议举行记者会 财政部部长蓝海回答提问。

海风日报记者：请问今年的政策有哪些亮点？

蓝海：谢谢你的提问。今年的赤字率提高了。

望海晚报记者：债务怎么办？

蓝海：总体可控。`)
    expect(record).toMatchObject({
      title: '财政部部长蓝海：财政政策更加积极',
      date: '2025-03-06',
      people: [{ name: '蓝海', role: '财政部部长' }],
    })
  })

  it('takes the host with his office in the head of a protocol as a field', () => {
    const record = readOne(`望海市新闻发布会实录

主持人：市政府办公室副主任 贺岚

【贺岚】女士们、先生们，上午好！欢迎出席发布会。

【戴青禾】谢谢主持人。港口吞吐量翻了一番。

【海风日报记者】请问有什么打算？

【戴青禾】我们要建设智慧港口。

【贺岚】谢谢。发布会到此结束。`)
    expect(record.turns.map(({ kind, speaker }) => [kind, speaker])).toEqual([
      ['narration', undefined],
      ['statement', '贺岚'],
      ['statement', '戴青禾'],
      ['question', '海风日报记者'],
      ['reply', '戴青禾'],
      ['statement', '贺岚'],
    ])
  })
})

describe('those whom a text names before they speak', () => {
  it('knows a speaker who speaks once from the list of those present', () => {
    const record = readOne(`灯塔守护人座谈会实录

出席：欧阳文海（局长）、阿依古丽·买买提（副局长）、李明（守塔人）

欧阳文海：大家好，今天请大家谈谈守塔的故事。

李明：我先讲一个。船长问我：
“灯还亮着吗？”
后来他对我说：你救了我们。

阿依古丽·买买提：我补充三点：
第一：要修路。
结论：先修路，再通电。

欧阳文海：好，就这么办。王大海请我转达：祝大家平安。`)
    expect(record.turns.slice(1).map(({ speaker, role }) => [speaker, role])).toEqual([
      ['欧阳文海', '局长'],
      ['李明', undefined],
      ['阿依古丽·买买提', '副局长'],
      ['欧阳文海', '局长'],
    ])
    expect(record.people.map(({ name }) => name)).toEqual(['欧阳文海', '阿依古丽·买买提', '李明'])
  })

  it('takes English names of houses as those who ask', () => {
    const record =
      readOne(`Foreign Ministry Spokesperson Chen Ming's Regular Press Conference on June 12, 2025

AFP: On trade talks, can you give us an update?

Chen Ming: The two sides are in communication.

Harbour Youth Daily: Yesterday was Fishermen's Day. Any comment?

Chen Ming: China protects the rights of fishermen.`)
    expect(record.turns.map(({ kind }) => kind)).toEqual(['question', 'reply', 'question', 'reply'])
  })

  it('takes the place and the hour above English remarks as nobody’s words', () => {
    const record = readOne(
      '# Remarks by President Roe\n\n**The East Room**\n\n2:10 P.M. EDT\n\nPRESIDENT ROE: Thank you very much. It is an honor.\n\nQ: Will you sign the deal?\n\nPRESIDENT ROE: We will see.',
      'remarks.md',
    )
    expect(record.turns.map(({ kind }) => kind)).toEqual(['narration', 'statement', 'question', 'reply'])
  })
})
