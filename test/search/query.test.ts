import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuery } from '../../src/search/query.ts'
import { analyze, lexicon } from '../contract/town.ts'
import { anyText } from '../support/arbitrary.ts'

const speakers = new Map([
  ['陆闻溪', '陸聞溪'],
  ['ada moor', 'Ada Moor'],
])

function parse(question: string) {
  return parseQuery(question, { analyze, lexicon, speakers })
}

function termsOf(question: string): string[] {
  return parse(question).terms.map(({ term }) => term)
}

describe('a query', () => {
  it('keeps the question as typed', () => {
    expect(parse(' 燈塔？ ').question).toBe(' 燈塔？ ')
  })

  it('drops courtesies and question words', () => {
    expect(termsOf('请问灯塔什么时候开通吗？')).toEqual(['灯塔', '开通'])
    expect(termsOf('请问灯塔多少')).toEqual(['灯塔'])
    expect(termsOf('哪些码头？')).toEqual(['码头'])
    expect(termsOf('How many lighthouses are there?')).toEqual(termsOf('lighthouses'))
  })

  it('keeps them when there is nothing else', () => {
    expect(termsOf('多少？')).toEqual(['多少'])
    expect(termsOf('What is it?').length).toBeGreaterThan(0)
  })

  it('holds each term once, in order of appearance', () => {
    expect(termsOf('渡轮，灯塔，渡轮')).toEqual(['渡轮', '灯塔'])
  })

  it('looks for a number by its value: its signs weigh less, and count as found where the value is', () => {
    const { terms } = parse('渡轮载客三千五百万人次')
    const value = terms.find(({ term }) => term === '#35000000')
    expect(value?.covers).toEqual(expect.arrayContaining(['三千', '千五', '五百', '百万', '客三', '万人']))
    expect(value?.covers).not.toContain('渡轮')
    const weightOf = (term: string) => terms.find((candidate) => candidate.term === term)?.weight ?? 0
    expect(weightOf('千五')).toBeLessThan(weightOf('#35000000') / 2)
    expect(weightOf('人次')).toBe(weightOf('渡轮'))
  })

  it('takes a single sign of a number for part of a name', () => {
    expect(parse('九寨灯塔').terms.every(({ covers }) => covers === undefined)).toBe(true)
  })

  it('holds no term when the question has no letter and no digit', () => {
    for (const question of ['', '？！……', '👩‍👩‍👧🚢', '\ud842', ' \n']) expect(termsOf(question)).toEqual([])
  })

  it('is the same in Traditional and Simplified, but for the question itself', () => {
    const { question: _, ...simplified } = parse('陆闻溪说图书馆有多少个志愿者？')
    expect(parse('陸聞溪說圖書館有多少個志願者？')).toMatchObject(simplified)
  })

  it('weighs a pair with a function word that is no word less than a word', () => {
    const weights = new Map(parse('灯塔的').terms.map(({ term, weight }) => [term, weight]))
    expect(weights.get('塔的')).toBeLessThan(weights.get('灯塔') as number)
  })

  it('knows the speakers that the question names, as records write them', () => {
    expect(parse('陆闻溪和ADA MOOR怎么看灯塔').speakers).toEqual(['陸聞溪', 'Ada Moor'])
    expect(parse('灯塔').speakers).toEqual([])
  })

  it.each([
    ['渡轮去年运送了多少旅客', 'number'],
    ['How many passengers came?', 'number'],
    ['航线什么时候开通', 'date'],
    ['When does the ferry leave?', 'date'],
    ['谁提出了这个计划', 'person'],
    ['Who spoke for the port?', 'person'],
    ['博物馆在哪里', 'place'],
    ['Where is the museum?', 'place'],
    ['开通了哪些航线', 'list'],
    ['为什么停航', 'reason'],
    ['Why did the ferry stop?', 'reason'],
  ])('knows what %s asks for: a %s', (question, answerType) => {
    expect(parse(question).answerType).toBe(answerType)
  })

  it('does not tell what a question asks for that has no question word', () => {
    expect(parse('介绍灯塔')).not.toHaveProperty('answerType')
  })

  it.each([
    ['有多少名志愿者', '名'],
    ['招募了几位館員', '位'],
    ['渡轮票多少钱', '元'],
    ['灯塔高多少米', '米'],
  ])('knows the measure of %s: %s', (question, answerUnit) => {
    expect(parse(question).answerUnit).toBe(answerUnit)
  })

  it('asks for the latest count unless it says of when', () => {
    expect(parse('有多少名志愿者').asksForNow).toBe(true)
    expect(parse('2023年有多少名志愿者').asksForNow).toBe(false)
    expect(parse('灯塔有多高').asksForNow).toBe(false)
  })

  it('holds terms that are unique and not empty, with weights above 0, for any text', () => {
    fc.assert(
      fc.property(anyText, (question) => {
        const { terms } = parse(question)
        expect(new Set(terms.map(({ term }) => term)).size).toBe(terms.length)
        for (const { term, weight } of terms) {
          expect(term).not.toBe('')
          expect(weight).toBeGreaterThan(0)
        }
      }),
    )
  })
})
