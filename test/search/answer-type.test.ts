import { describe, expect, it } from 'vitest'
import { createAnswerEvidence } from '../../src/search/answer-type.ts'
import { parseQuery } from '../../src/search/query.ts'
import { fold } from '../../src/text/fold.ts'
import { analyze, lexicon } from '../contract/town.ts'

function evidence(question: string, sentence: string): number {
  return createAnswerEvidence(parseQuery(question, { analyze, lexicon, speakers: new Map() }))(fold(sentence))
}

describe('what a question asks for', () => {
  it.each([
    ['渡轮多少班', '每天开行十八班', '每天照常开行'],
    ['渡輪多少班', '每天開行１８班', '每天照常開行'],
    ['有多少名志愿者', '来了420名志愿者', '来了420辆车'],
    ['有多少名志愿者', '来了四百多名学生', '志愿者来了'],
    ['有多少名志愿者', '来了十几名学生', '来了十几辆车'],
    ['有多少名志愿者', '来了五六百名学生', '来了五六百辆车'],
    ['有多少人参加', '来了20多万人', '来了20多万辆车'],
    ['投资多少亿元', '总投资5.3亿元', '总投资很大'],
    ['什么时候开通', '8月31日开通', '已经开通'],
    ['When did it open?', 'It opened in May.', 'It is open.'],
    ['How many cranes came?', 'Two cranes came.', 'Cranes came.'],
    ['开通了哪些航线', '包括甲线、乙线', '开通了航线'],
    ['谁带队', '由陆闻溪带队', '由市里带队'],
    ['谁带队', '拉希德·阿利莫夫带队', '代表团带队'],
    ['灯塔在哪里', '灯塔在东岛', '灯塔在那边'],
    ['为什么停航', '由于大雾停航', '停航三天'],
    ['Why did it stop?', 'It stopped because of fog.', 'It stopped.'],
  ])('%s: is held by %s, but not by %s', (question, answering, other) => {
    expect(evidence(question, answering)).toBeGreaterThan(0)
    expect(evidence(question, other)).toBe(0)
  })

  it('is no number that the question itself names', () => {
    expect(evidence('2024年有多少名志愿者', '2024年的志愿者')).toBe(0)
    expect(evidence('渡轮在2024年开了多少', '2024年的渡轮')).toBe(0)
  })

  it('is surer the closer the kind of thing comes to what is asked for', () => {
    const ask = '渡轮是哪一年开通的'
    expect(evidence(ask, '2019年开通')).toBeGreaterThan(evidence(ask, '8月开通'))
    expect(evidence('开通了哪些航线', '甲线、乙线、丙线')).toBeGreaterThan(
      evidence('开通了哪些航线', '甲线、乙线'),
    )
  })

  it('is a day as well as a year, unless a year is asked for', () => {
    expect(evidence('渡轮什么时候开通', '8月31日开通')).toBe(evidence('渡轮什么时候开通', '2019年开通'))
    expect(evidence('渡轮是哪一年开通的', '8月31日开通')).toBeLessThan(
      evidence('渡轮是哪一年开通的', '2019年开通'),
    )
  })

  it('is more where the number counts what is asked for', () => {
    const ask = '渡轮开了多少条航线'
    expect(evidence(ask, '开了12条航线')).toBeGreaterThan(evidence(ask, '开了12条街'))
    expect(evidence(ask, '开了12条街')).toBeGreaterThan(0)
  })

  it('is a thing of the kind that the question names', () => {
    const ask = '渡轮停在哪个码头'
    expect(evidence(ask, '渡轮停在东码头')).toBeGreaterThan(0)
    expect(evidence(ask, '渡轮停在这个码头')).toBe(0)
    expect(evidence(ask, '渡轮停了三天')).toBe(0)
  })

  it('is told by nothing when the question does not tell', () => {
    expect(evidence('介绍灯塔', '灯塔高三十米')).toBe(0)
  })
})
