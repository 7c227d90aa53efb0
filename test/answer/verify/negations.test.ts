import { describe, expect, it } from 'vitest'
import { findNegations } from '../../../src/answer/verify/negations.ts'

const denying = (text: string) =>
  findNegations(text)
    .filter(({ denies }) => denies)
    .map(({ start, end }) => text.slice(start, end))

describe('words that deny', () => {
  it.each([
    ['我们不支持没收', ['不']],
    ['码头尚未完工，并非停工', ['尚未', '并非']],
    ['没有发生事故', ['没有']],
    ['请勿靠近，别停船', ['勿', '别']],
    ['the ferry does not run', ['not']],
    ["it doesn't run without wind, never", ["doesn't", 'without', 'never']],
    ['渡船 не ходит, нет ветра', ['не', 'нет']],
  ])('of %s are %j', (text, expected) => {
    expect(denying(text)).toEqual(expected)
  })

  it.each([
    '不断增加，不仅如此，不但快',
    '非常特别，无论未来如何',
    '性别差别，分别告别',
    '是否可以，能不能，有没有，是不是',
    'not only fast, no doubt',
    'notable knots in the north',
    'не только быстро',
  ])('are none in %s', (text) => {
    expect(denying(text)).toEqual([])
  })
})
