import { describe, expect, it } from 'vitest'
import { qualifies, speaksAgainst, statesCondition } from '../../src/answer/qualifiers.ts'

describe('a sentence that speaks against the one before it', () => {
  it.each([
    '但票价另行公布。',
    '但是，票价还没有定。',
    '然而船期并不固定。',
    '不过，周一闭馆。',
    '不過，週一閉館。',
    '不过是否延期还要再看。',
    '可是码头还没修好。',
    '只是时间要晚一些。',
    '否则不予受理。',
    '尽管如此，航线照常。',
    '“但我要说明一点。”',
    '— However, the lift is closed.',
    'HOWEVER the lift is closed.',
    'But not on Sundays.',
    'Yet nobody came.',
    'Nevertheless the ferry ran.',
    'Lorries, however, must use the old road.',
    'Однако мост закрыт.',
    'Но не сегодня.',
    'Тем не менее паром ходит.',
  ])('is known: %s', (sentence) => {
    expect(speaksAgainst(sentence)).toBe(true)
    expect(qualifies(sentence)).toBe(true)
  })

  it.each([
    '不过如此。',
    '不过是一座旧码头。',
    '但愿风平浪静。',
    '但凡来过的人都记得。',
    '不但便宜，而且准点。',
    '非但没有减少，反而增加了。',
    '我只是路过。',
    '可以在网上预约。',
    '因此票价不变。',
    '渡轮每天开行十八班，但周一停航。',
    'Yet another ferry was ordered.',
    'But for the storm it would have opened.',
    'Butter is sold at the pier.',
    'Новый мост открыт.',
    '',
    '……',
  ])('is not taken for one: %s', (sentence) => {
    expect(speaksAgainst(sentence)).toBe(false)
  })
})

describe('a sentence that qualifies the one before it', () => {
  it.each([
    '除非遇到大风。',
    '前提是资金到位。',
    '当然，这只是初步的数字。',
    '虽然日期可能会变。',
    '这只是初步的估计。',
    '目前尚未公布时间。',
    '具体时间尚未确定。',
    '目前危险化学品还没有纳入预约范围。',
    '这并不意味着票价会涨。',
    '目标不等于承诺。',
    '这个数字不包括货轮。',
    '上述航线未包括夜班。',
    '不含税费。',
    '除周一外，每天开放。',
    '除了冬季以外都开放。',
    '需要说明的是，这是初步统计。',
    '如果下雨则改期。',
    'Unless it rains.',
    'Except on public holidays.',
    'Although the date may change.',
    'Not all of them are open.',
    'It has not yet been approved.',
    'The second phase is yet to be approved.',
    'This does not mean that fares will rise.',
    'It will not carry lorries.',
    'The figure excludes cruise ships.',
    'If it rains, the ferry stops.',
    'Хотя срок может измениться.',
    'Пока мост не открыт.',
  ])('is known: %s', (sentence) => {
    expect(qualifies(sentence)).toBe(true)
  })

  it.each([
    '除了渡轮，我们还增加了十条公交线路。',
    '除渡轮外，还有两条航线。',
    '除夕当天停航一天。',
    '这不仅方便了居民，也方便了游客。',
    '这里不断有人来。',
    '当年完工。',
    '当然可以。',
    '虽然工期紧，质量不能降。',
    '这个办法有没有用？',
    '这是不是最后的数字？',
    '这不可能。',
    '如果没有的话，我们继续。',
    'Кроме того, открыт второй мост.',
    '如果大家还有问题，可以会后联系。',
    '如果没有其他问题，今天就到这里。',
    '若干条航线同时开通。',
    '如今每天十八班。',
    '如何报名请看公告。',
    '其他码头照常开放。',
    'Notably, fares fell.',
    'Ifor Bell spoke next.',
    'If you have further questions, write to us.',
    'Exceptional care was taken.',
    'The bridge carries four lanes.',
  ])('is not taken for one: %s', (sentence) => {
    expect(qualifies(sentence)).toBe(false)
  })
})

describe('a sentence that states a condition', () => {
  it.each([
    '如果天气允许。',
    '如遇大风，渡轮停航。',
    '若资金到位，明年开工。',
    '只要试航顺利，中秋节前投入营运。',
    '除非另有通知。',
    '一旦积水超过25厘米就封闭。',
    '在安全的前提下，逐步开放。',
    'If the trial goes well.',
    'Unless the weather turns.',
    'Если погода позволит.',
  ])('is known: %s', (sentence) => {
    expect(statesCondition(sentence)).toBe(true)
  })

  it.each(['如果说去年是起点，今年就是转折。', '如今已经完工。', '如果您想报名，请来电。', 'Iffy weather.'])(
    'is not taken for one: %s',
    (sentence) => {
      expect(statesCondition(sentence)).toBe(false)
    },
  )
})
