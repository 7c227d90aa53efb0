import { beforeAll, describe, expect, it } from 'vitest'
import type { Lectern } from '../../../src/answer/lectern.ts'
import type { Verification, VerifyRequest } from '../../../src/answer/verification.ts'
import { faultOf, openLectern } from '../../support/index.ts'
import { writeArticle, writeRecord } from '../../support/records.ts'
import { writeJiangting } from '../../support/town.ts'

const reply =
  '我们不支持把老灯塔拆掉。灯塔去年接待游客35万人次，比前年增长12.5%。拱廊每天开放到下午六点，票价没有上涨。门口的石阶今年会重修。'

let lectern: Lectern

beforeAll(async () => {
  lectern = await openLectern([
    ...(await writeJiangting()),
    await writeRecord({ id: 'lighthouse', title: '灯塔问答', date: '2025-06-01' }, [
      { kind: 'question', speaker: '河湾电台记者', says: '老灯塔会拆吗？听说石阶也坏了。' },
      { kind: 'reply', speaker: '江汀', role: '江汀市文物局局长', says: reply },
      { kind: 'question', speaker: '江汀晚报记者', says: '那么博物馆什么时候开门？' },
      { kind: 'reply', speaker: '高屿', says: '博物馆每天九点开门，节假日也不关门。' },
    ]),
    await writeArticle(
      { id: 'fish', title: 'Fish', language: 'en', publisher: 'Harbour Gazette' },
      'The council will not close the fish market. It said that 1,286 traders now have a stall there.',
    ),
  ])
})

async function verify<Kind extends Verification['kind']>(kind: Kind, request: VerifyRequest) {
  const verification = await lectern.verify(request)
  expect(verification.kind, JSON.stringify(verification)).toBe(kind)
  return verification as Extract<Verification, { kind: Kind }>
}

const textOf = (id: string) => lectern.records.find((record) => record.id === id)?.text ?? ''

describe('a true quote', () => {
  it('is exact, with the words of the record and their source', async () => {
    const quote = '灯塔去年接待游客35万人次，比前年增长12.5%。'
    const { text, citation, alsoIn, variants, cut, index } = await verify('exact', { quote })
    expect(text).toBe(quote)
    expect(text).toBe(textOf('lighthouse').slice(citation.span.start, citation.span.end))
    expect(citation).toMatchObject({
      record: 'lighthouse',
      date: '2025-06-01',
      speaker: { name: '江汀', role: '江汀市文物局局长' },
      question: { asker: '河湾电台记者' },
      url: '/r/lighthouse#t1',
    })
    expect([alsoIn, variants, cut, index]).toEqual([[], [], undefined, lectern.fingerprint])
  })

  it.each([
    ['punctuation', '灯塔去年接待游客35万人次——比前年增长12.5%！'],
    ['width', '灯塔去年接待游客３５万人次，比前年增长１２．５％。'],
    ['script', '燈塔去年接待遊客35萬人次，比前年增長12.5%。'],
    ['spacing', '灯塔去年接待游客 35 万人次， 比前年增长 12.5%。'],
  ])('with other %s is exact and says so', async (variant, quote) => {
    const { text, variants } = await verify('exact', { quote })
    expect(text).toContain('灯塔去年接待游客35万人次，比前年增长12.5%')
    expect(variants).toEqual([variant])
  })

  it('in capitals, without a comma in thousands, is exact', async () => {
    const quote = 'IT SAID THAT 1286 TRADERS NOW HAVE A STALL THERE'
    expect((await verify('exact', { quote })).variants).toEqual(['punctuation', 'case'])
  })

  it('over several paragraphs and labels is exact, without a speaker where several speak', async () => {
    const start = textOf('lighthouse').indexOf('门口的石阶')
    const quote = textOf('lighthouse').slice(start, start + 60)
    const { text, citation } = await verify('exact', { quote })
    expect(text).toBe(quote)
    expect(text).toContain('江汀晚报记者：')
    expect(citation.speaker).toBeUndefined()
  })

  it('that stands in several places names them all', async () => {
    const { citation, alsoIn } = await verify('exact', { quote: '我们一共招募了420名志愿者。' })
    expect([citation, ...alsoIn].map(({ record }) => record)).toEqual([
      '2024-05-briefing-ferry',
      'notice-volunteers',
    ])
  })

  it('is looked for in the one record that is given', async () => {
    const quote = '我们一共招募了420名志愿者。'
    const { citation, alsoIn } = await verify('exact', { quote, record: 'notice-volunteers' })
    expect([citation.record, alsoIn]).toEqual(['notice-volunteers', []])
    await verify('not-found', { quote, record: 'lighthouse' })
  })

  it('of one word is exact, though it is near to nothing where it is wrong', async () => {
    await verify('exact', { quote: '石阶' })
    await verify('not-found', { quote: '石塔' })
  })
})

describe('a quote cut where the meaning turns', () => {
  it.each([
    ['支持把老灯塔拆掉', 'negation-dropped', '不支持把老灯塔拆掉'],
    ['5万人次，比前年增长12.5%', 'number-changed', '35万人次，比前年增长12.5%'],
    ['灯塔去年接待游客35', 'number-changed', '灯塔去年接待游客35万'],
  ])('to %s is altered: %s', async (quote, flag, text) => {
    const { flags, nearest } = await verify('altered', { quote })
    expect(flags).toEqual([flag])
    expect(nearest.map((place) => place.text)).toEqual([text])
  })

  it('is the record’s from forty characters on, and says what was cut', async () => {
    const quote = '支持把老灯塔拆掉。灯塔去年接待游客35万人次，比前年增长12.5%。拱廊每天开放到下午六点'
    expect((await verify('exact', { quote })).cut).toEqual({ start: '不' })
  })
})

describe('an altered quote', () => {
  it.each([
    ['negation-dropped', '我们支持把老灯塔拆掉。'],
    ['negation-dropped', '拱廊每天开放到下午六点，票价上涨。'],
    ['negation-added', '灯塔去年没有接待游客35万人次，比前年增长12.5%'],
    ['number-changed', '灯塔去年接待游客53万人次，比前年增长12.5%'],
    ['number-changed', '灯塔去年接待游客35亿人次，比前年增长12.5%'],
    ['number-changed', 'It said that twelve hundred traders now have a stall there.'],
    ['number-changed', 'It said that half of the traders now have a stall there.'],
    ['number-changed', 'It said that 1,268 traders now have a stall there.'],
    ['negation-dropped', 'The council will close the fish market.'],
    ['spliced', '灯塔去年接待游客35万人次，比前年增长12.5%。博物馆每天九点开门，节假日也不关门。'],
    ['spliced', '我们不支持把老灯塔拆掉。门口的石阶今年会重修。'],
    ['elided', '我们不支持把老灯塔拆掉……门口的石阶今年会重修。'],
    ['elided', '灯塔去年接待游客35万人次……票价没有上涨'],
    ['elided', '票价没有上涨……石阶今年会重修。'],
  ])('is flagged %s: %s', async (flag, quote) => {
    expect((await verify('altered', { quote })).flags).toEqual([flag])
  })

  it('shows its words and those of the record, so that the diff reads as the quote', async () => {
    const quote = '“灯塔去年接待遊客53万人次， 比前年增长12.5%。”'
    const { diff, nearest, similarity } = await verify('altered', { quote })
    expect(diff).toEqual([
      { kind: 'same', text: '“灯塔去年接待遊客' },
      { kind: 'removed', text: '35万' },
      { kind: 'added', text: '53万' },
      { kind: 'same', text: '人次， 比前年增长12.5%。”' },
    ])
    expect(nearest[0]?.text).toBe('灯塔去年接待游客35万人次，比前年增长12.5%')
    expect(similarity).toBeGreaterThan(0.8)
    expect(similarity).toBeLessThan(1)
  })

  it('names each place that it is spliced from, in its own order', async () => {
    const quote = '博物馆每天九点开门，节假日也不关门。我们不支持把老灯塔拆掉。'
    const { nearest, diff, similarity } = await verify('altered', { quote })
    expect(nearest.map(({ text, citation }) => [text, citation.speaker?.name])).toEqual([
      ['博物馆每天九点开门，节假日也不关门', '高屿'],
      ['我们不支持把老灯塔拆掉', '江汀'],
    ])
    expect(diff.map(({ kind }) => kind)).toEqual(['same', 'same'])
    expect(similarity).toBe(1)
  })

  it('is nearest to no more than its own sentence, in English too', async () => {
    const { nearest } = await verify('altered', {
      quote: 'Even sixty-eight or more traders now have a stall there.',
    })
    expect(nearest.map(({ text }) => text)).toEqual(['It said that 1,286 traders now have a stall there'])
  })

  it('shows a mark that makes other numbers of the same digits', async () => {
    const { diff } = await verify('altered', { quote: '灯塔去年接待游客35万人次，比前年增长12—5%' })
    expect(diff.slice(1)).toEqual([
      { kind: 'removed', text: '12.5%' },
      { kind: 'added', text: '12—5%' },
    ])
  })

  it('is elided and more where a word beyond the ellipsis loses its negation', async () => {
    const quote = '支持把老灯塔……灯塔去年接待游客35万人次，比前年增长12.5%'
    expect((await verify('altered', { quote })).flags).toEqual(['negation-dropped', 'elided'])
  })

  it('is not flagged for a number that is only written otherwise, nor for other words', async () => {
    const quote = '灯塔去年接待游客三十五万人次，比前年增长12.5%'
    expect((await verify('altered', { quote })).flags).toEqual([])
    const spelled = 'It said that one thousand two hundred and eighty-six traders now have a stall there.'
    expect((await verify('altered', { quote: spelled })).flags).toEqual([])
    const other = '灯塔去年迎来游客35万人次，比前年增长12.5%'
    expect((await verify('altered', { quote: other })).flags).toEqual([])
  })

  it('is not flagged where a clause of its own is left out, though that denies something', async () => {
    const quote = '拱廊每天开放到下午六点。门口的石阶今年会重修。'
    expect((await verify('altered', { quote })).flags).toEqual([])
  })

  it('is spliced of sentences however short, and where only one between them is left out', async () => {
    const short = await verify('altered', {
      quote: '不会涨，仍然是8元。博物馆每天九点开门，节假日也不关门。',
    })
    expect(short.flags).toEqual(['spliced'])
    const near = await verify('altered', {
      quote: '我们不支持把老灯塔拆掉。拱廊每天开放到下午六点，票价没有上涨。',
    })
    expect(near.flags).toEqual(['spliced'])
    expect(near.nearest).toHaveLength(2)
  })

  it('is not flagged where a word that only looks like a negation comes in', async () => {
    const quote = '灯塔去年不断接待游客35万人次，比前年增长12.5%'
    expect((await verify('altered', { quote })).flags).toEqual([])
  })
})

describe('a quote with the name of its speaker', () => {
  const quote = '灯塔去年接待游客35万人次'

  it.each(['江汀', '江 汀', '江汀局长', '江汀市文物局局长', '文物局局长江汀'])(
    'is exact for %s, who said it',
    async (speaker) => {
      await verify('exact', { quote, speaker })
    },
  )

  it.each(['高屿', '陆闻溪', '江汀晚报记者', '江汀晚', '局长', '江'])(
    'is flagged for %s, who did not',
    async (speaker) => {
      const { flags, nearest, diff, similarity } = await verify('altered', { quote, speaker })
      expect(flags).toEqual(['other-speaker'])
      expect(nearest[0]?.citation.speaker?.name).toBe('江汀')
      expect([diff, similarity]).toEqual([[{ kind: 'same', text: quote }], 1])
    },
  )

  it('is flagged for both where its words were altered as well', async () => {
    const { flags } = await verify('altered', { quote: '灯塔去年接待游客36万人次', speaker: '高屿' })
    expect(flags).toEqual(['number-changed', 'other-speaker'])
  })

  it('is cited first from the place where that speaker says it', async () => {
    const said = { quote: '我们一共招募了420名志愿者', speaker: '陆闻溪' }
    expect((await verify('exact', said)).citation.speaker?.name).toBe('陆闻溪')
  })

  it('is exact however often others say the same', async () => {
    const thanks = Array.from({ length: 30 }, () => ({
      kind: 'statement' as const,
      speaker: '高屿',
      says: '谢谢各位记者朋友。',
    }))
    const often = await openLectern([
      await writeRecord({ id: 'thanks' }, [
        ...thanks,
        { kind: 'statement', speaker: '陆闻溪', says: '谢谢各位记者朋友。' },
      ]),
    ])
    const verification = await often.verify({ quote: '谢谢各位记者朋友', speaker: '陆闻溪' })
    if (verification.kind !== 'exact') throw new Error(verification.kind)
    expect(verification.citation.speaker?.name).toBe('陆闻溪')
    expect(verification.alsoIn).toHaveLength(20)
  })

  it('is the publisher’s where the record names no speaker', async () => {
    const words = 'traders now have a stall there'
    await verify('exact', { quote: words, speaker: 'Harbour Gazette' })
    await verify('altered', { quote: words, speaker: 'Ada Moor' })
  })
})

describe('a quote that no record holds', () => {
  it('is not found, and says what was searched', async () => {
    const quote = '北方铁路的第二条隧道将在秋天动工'
    const { searched } = await verify('not-found', { quote })
    expect(searched).toEqual({
      records: 6,
      passages: lectern.counts.passages,
      from: '2023',
      to: '2025-06-01',
    })
    const one = await verify('not-found', { quote, record: 'lighthouse' })
    expect(one.searched).toMatchObject({ records: 1, from: '2025-06-01', to: '2025-06-01' })
  })

  it('of marks alone is not found', async () => {
    await verify('not-found', { quote: '？！？！' })
  })
})

describe('a quote that cannot be verified', () => {
  it.each([
    ['quote-empty', { quote: ' \n　' }, 'The quote is empty: give the words that were published'],
    [
      'quote-too-long',
      { quote: '灯'.repeat(5001) },
      'The quote has 5001 characters, 5000 are allowed: verify it in parts',
    ],
    [
      'record-unknown',
      { quote: '灯塔', record: 'nothing' },
      'There is no record "nothing": give the id of one, such as "2024-05-briefing-ferry"',
    ],
  ])('is refused as %s', async (code, request, message) => {
    expect(await faultOf(lectern.verify(request))).toMatchObject({ code, message })
  })
})
