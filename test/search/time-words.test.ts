import { describe, expect, it } from 'vitest'
import { namesTime, tellsOfBefore } from '../../src/search/time-words.ts'
import { fold } from '../../src/text/fold.ts'

describe('namesTime', () => {
  it.each([
    '2023年有多少名志愿者',
    '二〇二三年有多少名志愿者',
    '8月有多少人',
    '八月三十一日有多少人',
    '2025-08-31有多少人',
    '上半年有多少人',
    '前七个月有多少人',
    '去年有多少人',
    'how many were there in August',
    'how many in the second half',
    'how many last year',
  ])('knows of when %s asks', (question) => {
    expect(namesTime(fold(question))).toBe(true)
  })

  it.each([
    '有多少艘渡轮',
    '3年的合同有多少份',
    '多少个月完工',
    'how many ferries are there',
    'may we know how many',
  ])('knows that %s names no time', (question) => {
    expect(namesTime(fold(question))).toBe(false)
  })
})

describe('tellsOfBefore', () => {
  it('tells an earlier count from the one of now', () => {
    expect(tellsOfBefore('此前只有三艘渡轮。')).toBe(true)
    expect(tellsOfBefore('此前只有三艘，现有七艘。')).toBe(false)
    expect(tellsOfBefore('渡轮有七艘。')).toBe(false)
  })
})
