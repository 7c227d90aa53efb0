import { describe, expect, it } from 'vitest'
import { read, readOne } from './read.ts'

const page = `海港之友 近悦远来

——从航运往来到民心相通

■记者 张海 李江

望海已与三十座城市结好，其中海湾国家的城市有十座。

友城网络 织密合作纽带

七月的海港，宾朋云集，二十位市长来到内港参观。

加快“走出去”，诚意“请进来”。

航运合作 共享开放红利

调头、停靠、下锚，一艘货轮顺利抵港。

市领导深入古渡区调研

凝心聚力做好海港节服务保障工作

本报讯（记者 王河）近日，市领导深入古渡区调研海港节筹备工作。

海湾灯塔联盟在望海成立

本报讯（记者 陈湖）8月21日，海湾灯塔联盟在望海成立，由望海海洋大学发起。`

describe('a newspaper page with several articles', () => {
  const { records, warnings } = read(page)

  it('makes a record of each, with its own headlines', () => {
    expect(records.map(({ id, title }) => [id, title])).toEqual([
      ['text', '海港之友 近悦远来——从航运往来到民心相通'],
      ['text-2', '市领导深入古渡区调研 凝心聚力做好海港节服务保障工作'],
      ['text-3', '海湾灯塔联盟在望海成立'],
    ])
    expect(records[2]!.text).toContain('由望海海洋大学发起')
    expect(records[1]!.text).not.toContain('灯塔联盟')
  })

  it('gives each section one narration turn, without its heading', () => {
    const [main] = records
    expect(main!.sections.map(({ title, level }) => [title, level])).toEqual([
      ['友城网络 织密合作纽带', 1],
      ['航运合作 共享开放红利', 1],
    ])
    expect(main!.turns.map(({ span }) => main!.text.slice(span.start, span.end))).toEqual([
      '望海已与三十座城市结好，其中海湾国家的城市有十座。',
      '七月的海港，宾朋云集，二十位市长来到内港参观。\n加快“走出去”，诚意“请进来”。',
      '调头、停靠、下锚，一艘货轮顺利抵港。',
    ])
    const [first, second] = main!.sections
    expect(first!.span.end).toBe(second!.span.start)
    expect(second!.span.end).toBe(main!.text.length)
  })

  it('says once for each record which fields the text does not tell', () => {
    expect(warnings.map(({ code }) => code)).toEqual(Array(3).fill('metadata-missing'))
    expect(warnings[0]!.message).toMatch(/^text\.txt: .*date, publisher.*front matter/)
  })

  it('leaves a page whole when its front matter gives it a title', () => {
    expect(read(`---\ntitle: 海港节特刊\n---\n\n${page}`).records.map(({ title }) => title)).toEqual([
      '海港节特刊',
    ])
  })
})

describe('headings', () => {
  it('takes them from markup, with their levels', () => {
    const record = readOne(
      '# 海港\n\n前言在此。\n\n## 航道\n\n水深十五米。\n\n### 灯塔\n\n共有三座。\n\n## 码头\n\n共有九个。',
      'h.md',
    )
    expect(record.title).toBe('海港')
    expect(
      record.sections.map(({ title, level, span }) => [
        title,
        level,
        record.text.slice(span.start, span.end),
      ]),
    ).toEqual([
      ['航道', 1, '航道\n水深十五米。\n灯塔\n共有三座。\n'],
      ['灯塔', 2, '灯塔\n共有三座。\n'],
      ['码头', 1, '码头\n共有九个。'],
    ])
  })

  it('does not take spoken lines without a full stop for headings', () => {
    const record = readOne(
      '航道會議\n\n林港生：大家好，今天談航道。\n\n水深的部分\n\n目前是十五米，夠用。\n\n王燈：謝謝大家',
    )
    expect(record.sections).toEqual([])
  })
})

describe('metadata from the content', () => {
  it('guesses the year of a day from the title, and says so', () => {
    const { records, origins } = read(
      '2025年海港节吹风会\n\n8月29日上午，海港节吹风会在望海新闻中心举行，介绍有关情况。\n\n林港生：大家好。\n\n林港生：谢谢大家，再见。',
    )
    expect(records[0]!.date).toBe('2025-08-29')
    expect(origins.text).toMatchObject({ date: 'guessed', title: 'content', source: 'missing' })
  })

  it('names a letter without a title by what it answers, and other texts by their file', () => {
    expect(
      readOne('您提出的关于改造渔港的建议，经研究答复如下：\n\n近年来，我市改造渔港三座，投入两亿元。'),
    ).toMatchObject({
      title: '关于改造渔港的建议',
      kind: 'letter',
    })
    const { records, origins } = read('近年来，我市改造渔港三座，投入两亿元。', 'notes/harbour.txt')
    expect(records[0]!.title).toBe('harbour')
    expect(origins.text!.title).toBe('file name')
  })

  it('reads dates as they are written and refuses days that do not exist', () => {
    const dateOf = (line: string) => readOne(`海港公告\n\n${line}\n\n渔港改造工程开工，投入两亿元。`).date
    expect(dateOf('二〇二五年八月二十九日')).toBe('2025-08-29')
    expect(dateOf('中華民國113年4月10日')).toBe('2024-04-10')
    expect(dateOf('29 August 2025')).toBe('2025-08-29')
    expect(dateOf('发布时间：2025/8/9 10:20　来源：望海网')).toBe('2025-08-09')
    expect(dateOf('2025-02-30')).toBeUndefined()
  })

  it('tells the language', () => {
    const languageOf = (text: string) => readOne(text).language
    expect(languageOf('渔港改造工程开工，投入两亿元。')).toBe('zh-Hans')
    expect(languageOf('漁港改造工程開工，投入兩億元。')).toBe('zh-Hant')
    expect(languageOf('The harbour plan has three parts, and the first of them is dredging.')).toBe('en')
    expect(languageOf('Порт открыт для судов всех стран.')).toBe('ru')
    expect(languageOf('1234 5678。')).toBe('und')
  })

  it('tells the kind by the last word of a Chinese title, and only a text with speakers is a talk', () => {
    const talk = '\n\n林港生：大家好，今天談航道。\n\n林港生：谢谢大家，再见。'
    expect(readOne(`海港記者會前會議${talk}`).kind).toBe('meeting')
    expect(readOne(`海港會議週年記者會${talk}`).kind).toBe('briefing')
    expect(readOne('市领导出席海港节新闻发布会\n\n渔港改造工程开工，投入两亿元。').kind).toBe('article')
    expect(readOne('关于溢油事故的声明\n\n溢油已经清理，水质恢复正常。').kind).toBe('statement')
  })

  it('gives no record for a file without text, and says so', () => {
    const { records, warnings } = read('打开\n\n评论')
    expect(records).toEqual([])
    expect(warnings).toMatchObject([{ code: 'text-missing', file: 'text.txt' }])
  })
})
