import { describe, expect, it } from 'vitest'
import { readOne, repairsOf } from '../structure/read.ts'

const prose = '海港节期间，共有四十二艘帆船进港，参观的市民超过十万人次。'

describe('cleaning', () => {
  it('removes what the site wrote and takes date and publisher from it', () => {
    const record = readOne(`澜江新聞APP

打開

古渡老街亮燈迎新年

2024-01-25 09:36    澜報觀江

${prose}

展开全文

${prose}

作者|柳岸

最新評論

打開APP查看更多評論

精彩推薦

老街燈會今晚開幕,這裡人山人海

2024-01-25    澜江日報

查看更多

澜江新聞APP

打開`)
    expect(record.text).toBe(`古渡老街亮燈迎新年\n${prose}\n${prose}`)
    expect(record).toMatchObject({ title: '古渡老街亮燈迎新年', date: '2024-01-25', publisher: '澜報觀江' })
    expect(record.repairs.every(({ kind }) => kind === 'furniture')).toBe(true)
    expect(record.repairs[3]).toMatchObject({ before: '展开全文', after: '', length: 4, line: 11 })
  })

  it('removes a re-poster line, a title that comes twice, rights and counters', () => {
    const record = readOne(`海港节专场吹风会举行

Marlo 数字资讯网 2025-08-29 6 0

海港节专场吹风会举行

${prose}

责任编辑：王小明

©望海发布

评论`)
    expect(record.text).toBe(`海港节专场吹风会举行\n${prose}`)
    expect(record).toMatchObject({ date: '2025-08-29', publisher: '望海发布' })
  })

  it('removes photo credits with their captions and leaves captions that it cannot be sure of', () => {
    const record = readOne(`海港节开幕

${prose}

7月1日，帆船驶入内港，市民在堤岸上观看。
记者 张海 李江 摄

志愿者为游客指路。（陈晨 摄）

兩市學校結為友好學校。

图为内港夜景。`)
    expect(record.text).toBe(`海港节开幕\n${prose}\n兩市學校結為友好學校。`)
    expect(repairsOf(record).map(([kind]) => kind)).toEqual(Array(4).fill('photo-credit'))
  })

  it('removes text read off pictures and keeps the headings after it', () => {
    const record = readOne(`海港对话

${prose}

凯恩·诺德

海港对话·夏季论坛
HARBOUR DIALOGUE · SUMMER FORUM

海港对话

林若水

海港对话·夏季

本组照片 记者 张海 摄

拉希德·诺维

携手同行 共建海港

“我们应当携手。”拉希德·诺维在论坛上说，海港城市要加强合作。`)
    expect(record.text.split('\n')).toEqual([
      '海港对话',
      prose,
      '拉希德·诺维',
      '携手同行 共建海港',
      '“我们应当携手。”拉希德·诺维在论坛上说，海港城市要加强合作。',
    ])
    expect(record.sections.map(({ title }) => title)).toEqual(['拉希德·诺维 携手同行 共建海港'])
    expect(record.people).toEqual([{ name: '拉希德·诺维' }])
  })

  it('leaves a list of names: it may be who was present', () => {
    const text = `海港会议\n\n${prose}\n\n张海\n\n李江\n\n王河\n\n陈湖\n\n${prose}`
    expect(readOne(text).repairs).toEqual([])
  })

  it('takes pinyin glosses out, and leaves real parentheses', () => {
    const record = readOne(
      '兩市結(jié)為友好城市，發(fā)展經(jīng)貿(mào)，調(tiao)整結構。操作系統(CPU)與附件(a)不變，友城(an)如此。',
    )
    expect(record.text).toBe('兩市結為友好城市，發展經貿，調整結構。操作系統(CPU)與附件(a)不變，友城如此。')
    expect(record.repairs[0]).toMatchObject({ kind: 'gloss', before: '結(jié)', after: '結' })
    expect(readOne('作者用甲(an)与乙(bei)标记两组样品，结果如下所示。').repairs).toEqual([])
  })

  it('repairs a broken closing quotation mark only where a quotation is open', () => {
    expect(readOne('他說，“仿佛行進在古道上?!?/p>').text).toBe('他說，“仿佛行進在古道上。”')
    expect(readOne('他說仿佛行進在古道上?!?/p>').text).toBe('他說仿佛行進在古道上?!?/p>')
    expect(readOne('燈會今晚在老街開幕。</p>').text).toBe('燈會今晚在老街開幕。')
  })

  it('removes bookmarks of a word processor, jumps to other pages and page numbers', () => {
    const record = readOne(`[bookmark: start]${prose}\n\n— 3 —\n\n${prose}(下转第4版)`)
    expect(record.text).toBe(`${prose}\n${prose}`)
    expect(repairsOf(record)).toEqual([
      ['markup', '[bookmark: start]'],
      ['page-header', '— 3 —'],
      ['furniture', '(下转第4版)'],
    ])
  })
})

describe('lines torn inside a sentence', () => {
  it('joins them over a column break', () => {
    const record = readOne(`灯塔联盟成立

${prose}

“联盟将在灯塔维护、航标人才培养、先进技术应用等方面深度合作，有力推动沿海城市

航标事业发展，为航行安全注入新的活力。”主席说。

“我们在巩固现有合作的基础上，继续扩大朋友圈，

加强区级结好。”他表示。`)
    expect(record.text.split('\n').slice(2)).toEqual([
      '“联盟将在灯塔维护、航标人才培养、先进技术应用等方面深度合作，有力推动沿海城市航标事业发展，为航行安全注入新的活力。”主席说。',
      '“我们在巩固现有合作的基础上，继续扩大朋友圈，加强区级结好。”他表示。',
    ])
    expect(record.repairs.map(({ kind, line }) => [kind, line])).toEqual([
      ['line-break', 7],
      ['line-break', 11],
    ])
  })

  it('joins wrapped English with a space, and leaves short lines as they are', () => {
    const wrapped = readOne(
      'The harbour plan\n\nThe harbour authority said on Monday that the dredging of the\nnorthern channel would begin in June and take four months.\n\nJane Roe\nHarbour Road 1\nGreyhaven',
    )
    expect(wrapped.text.split('\n')).toEqual([
      'The harbour plan',
      'The harbour authority said on Monday that the dredging of the northern channel would begin in June and take four months.',
      'Jane Roe',
      'Harbour Road 1',
      'Greyhaven',
    ])
  })

  it('does not join a headline to the text below it', () => {
    const text = `港口扩建工程全面启动，望海加快建设东部航运枢纽\n\n${prose}`
    expect(readOne(text).text).toBe(text.replace('\n\n', '\n'))
  })
})
