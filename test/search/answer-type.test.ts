import { describe, expect, it } from 'vitest'
import { holdsAnswer } from '../../src/search/answer-type.ts'
import { parseQuery } from '../../src/search/query.ts'
import { analyze, lexicon } from '../contract/town.ts'

function holds(question: string, text: string): boolean {
  return holdsAnswer(parseQuery(question, { analyze, lexicon, speakers: new Map() }), text)
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
    ['为什么停航', '由于大雾停航', '停航三天'],
    ['Why did it stop?', 'It stopped because of fog.', 'It stopped.'],
  ])('%s: is held by %s, but not by %s', (question, answering, other) => {
    expect(holds(question, answering)).toBe(true)
    expect(holds(question, other)).toBe(false)
  })

  it('is no number that the question itself names', () => {
    expect(holds('2024年有多少名志愿者', '2024年的志愿者')).toBe(false)
    expect(holds('渡轮在2024年开了多少', '2024年的渡轮')).toBe(false)
  })

  it('is held by any text when the question does not tell', () => {
    expect(holds('介绍灯塔', '')).toBe(true)
  })
})
