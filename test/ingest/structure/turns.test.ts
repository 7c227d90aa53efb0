import { describe, expect, it } from 'vitest'
import { readOne, turnsOf } from './read.ts'

const briefing = `望海市举行海港节专场吹风会

6月18日上午，望海市举行海港节专场吹风会。望海市委常委、副市长沈远舟,市港务局局长戴青禾,市文旅局局长欧阳澄出席并回答记者提问。市政府办公室副主任、新闻中心主任贺岚主持。

贺岚:各位记者朋友,大家上午好!欢迎参加吹风会。首先,请副市长沈远舟介绍情况。

沈远舟:

女士们、先生们、各位媒体朋友:

海港节将于7月1日开幕。下面，我介绍三方面情况。

一、筹备情况

志愿者已经到岗，一共六百名。措施如下：一是培训；二是演练。

贺岚:下面请记者提问。

答记者问

海风日报记者

请问今年有多少艘帆船参加?

戴青禾:

今年有四十二艘帆船参加。

其中外国船九艘。

望海广播记者

夜间交通怎么安排?

贺岚:这个问题请欧阳局长回答。

欧阳澄：地铁延长到凌晨一点。

沈远舟：我补充一点，渡轮也加开。

贺岚:提问就到这里,谢谢大家!`

describe('turns of a briefing in plain text', () => {
  const record = readOne(briefing)

  it('opens a turn at a name on its own line, at the head of a paragraph, and at an outlet without a colon', () => {
    expect(turnsOf(record, 8)).toEqual([
      ['narration', undefined, '6月18日上午，'],
      ['statement', '贺岚', '各位记者朋友,大'],
      ['statement', '沈远舟', '女士们、先生们、'],
      ['statement', '沈远舟', '志愿者已经到岗，'],
      ['statement', '贺岚', '下面请记者提问。'],
      ['question', '海风日报记者', '请问今年有多少艘'],
      ['reply', '戴青禾', '今年有四十二艘帆'],
      ['question', '望海广播记者', '夜间交通怎么安排'],
      ['statement', '贺岚', '这个问题请欧阳局'],
      ['reply', '欧阳澄', '地铁延长到凌晨一'],
      ['reply', '沈远舟', '我补充一点，渡轮'],
      ['statement', '贺岚', '提问就到这里,谢'],
    ])
  })

  it('gives a question every reply to it, and the host none', () => {
    expect(record.exchanges).toEqual([
      { question: 5, replies: [6] },
      { question: 7, replies: [9, 10] },
    ])
  })

  it('takes offices from the list of who is present, rare surnames and double offices included', () => {
    const roles = Object.fromEntries(record.people.map(({ name, role }) => [name, role]))
    expect(roles).toEqual({
      沈远舟: '望海市委常委、副市长',
      戴青禾: '市港务局局长',
      欧阳澄: '市文旅局局长',
      贺岚: '市政府办公室副主任、新闻中心主任',
    })
    expect(record.turns[6]).toMatchObject({ speaker: '戴青禾', role: '市港务局局长' })
  })

  it('keeps headings and labels in the text and outside of turns', () => {
    expect(record.text).toContain('\n一、筹备情况\n')
    expect(record.text).toContain('\n戴青禾:\n今年有四十二艘')
    const spoken = record.turns.map(({ span }) => record.text.slice(span.start, span.end)).join('\n')
    expect(spoken).not.toMatch(/筹备情况|答记者问|戴青禾:/)
    expect(record.sections.map(({ title }) => title)).toEqual(['一、筹备情况', '答记者问'])
  })

  it('lets a reply run over its paragraphs', () => {
    const { span } = record.turns[6]!
    expect(record.text.slice(span.start, span.end)).toBe('今年有四十二艘帆船参加。\n其中外国船九艘。')
  })
})

describe('turns of other shapes', () => {
  it('knows a spokesperson who leads the briefing as the one who answers', () => {
    const record = readOne(`2025年3月4日望海市发言人林若水主持例行记者会

海湾社记者：港口论坛昨天闭幕。发言人能否介绍情况？

林若水：论坛达成三项共识。

《望海时报》记者：是否恢复直航？

林若水：我没有更多信息。

追问：什么时候会有？

林若水：请保持关注。`)
    expect(record.turns.map(({ kind }) => kind)).toEqual([
      'question',
      'reply',
      'question',
      'reply',
      'question',
      'reply',
    ])
    expect(record.turns[1]).toMatchObject({ speaker: '林若水', role: '望海市发言人' })
    expect(record.turns[2]!.speaker).toBe('《望海时报》记者')
    expect(record).toMatchObject({ kind: 'briefing', date: '2025-03-04' })
  })

  it('reads an office before the name in a label, and a name with a space inside', () => {
    const record = readOne(`望海市就海洋经济举行发布会

市新闻办副主任 谢清川：

大家上午好！欢迎出席发布会。出席今天发布会的还有：港口司副司长 孙 立先生。先请李望潮先生作介绍。

市海洋局副局长 李望潮：

一季度，海洋生产总值增长百分之六。

海湾社记者：

出口怎么样？

孙 立：

出口保持平稳增长。

谢清川：

发布会到此结束，谢谢大家。`)
    expect(record.turns.map(({ kind, speaker, role }) => [kind, speaker, role])).toEqual([
      ['statement', '谢清川', '市新闻办副主任'],
      ['statement', '李望潮', '市海洋局副局长'],
      ['question', '海湾社记者', undefined],
      ['reply', '孙 立', '港口司副司长'],
      ['statement', '谢清川', '市新闻办副主任'],
    ])
  })

  it('reads 问 and 答, and names the one who answers from the title', () => {
    const record = readOne(`望海市港务局局长周明远就港口收费答记者问

问：新标准什么时候实施？

答：新标准七月实施。要求如下：一是申报；二是停靠。

问：小船减免吗？

答：免收。`)
    expect(turnsOf(record, 6)).toEqual([
      ['question', '问', '新标准什么时'],
      ['reply', '周明远', '新标准七月实'],
      ['question', '问', '小船减免吗？'],
      ['reply', '周明远', '免收。'],
    ])
    expect(record.turns[1]!.role).toBe('望海市港务局局长')
  })

  it('reads English labels: honorifics, QUESTION, Q and A, a moderator', () => {
    const record = readOne(`Port Authority Briefing on the Harbour Plan

Present: Jane Roe, Minister of Ports; John Poe, Harbour Master.

MS. ROE: Good morning. The plan has three parts.

QUESTION: When will the dredging begin?

MS. ROE: It begins in June.

MR. POE: We have two dredgers ready.

MODERATOR: That is all for today.`)
    expect(record.turns.map(({ kind, speaker, role }) => [kind, speaker, role])).toEqual([
      ['narration', undefined, undefined],
      ['statement', 'MS. ROE', 'Minister of Ports'],
      ['question', 'QUESTION', undefined],
      ['reply', 'MS. ROE', 'Minister of Ports'],
      ['reply', 'MR. POE', 'Harbour Master'],
      ['statement', 'MODERATOR', undefined],
    ])
    expect(record).toMatchObject({ kind: 'briefing', language: 'en' })
    const pairs = readOne(
      'Harbour fees\n\nQ: Who pays?\nA: Every ship over 500 tonnes.\n\nQ: When?\nA: On arrival.',
    )
    expect(pairs.turns.map(({ kind }) => kind)).toEqual(['question', 'reply', 'question', 'reply'])
  })

  it('reads bold names in Markdown', () => {
    const record = readOne(
      `# 港口开放日媒体见面会

**主持人** 欢迎大家来到见面会。

**海风日报记者** 请问有多少人报名？

**周明远** 报名人数超过三千人。

今年新增夜游。

**海风日报记者** 夜游收费吗？

**周明远** 不收费。`,
      'open-day.md',
    )
    expect(turnsOf(record, 20)).toEqual([
      ['statement', '主持人', '欢迎大家来到见面会。'],
      ['question', '海风日报记者', '请问有多少人报名？'],
      ['reply', '周明远', '报名人数超过三千人。\n今年新增夜游。'],
      ['question', '海风日报记者', '夜游收费吗？'],
      ['reply', '周明远', '不收费。'],
    ])
  })
})
