import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { LecternRecord } from '../../src/record/record.ts'
import type { Filters } from '../../src/search/filters.ts'
import {
  acceptPassages,
  acceptRecord,
  collectSpeakers,
  type LecternIndex,
} from '../../src/search/lectern-index.ts'
import { openRecords } from '../support/index.ts'
import { writeArticle, writeRecord } from '../support/records.ts'

const anyDay = fc
  .tuple(
    fc.integer({ min: 2022, max: 2025 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'))
const anyDate = fc.tuple(anyDay, fc.constantFrom(4, 7, 10)).map(([day, length]) => day.slice(0, length))

describe('filters of records', () => {
  let undated: LecternRecord
  beforeAll(async () => {
    undated = await writeArticle({ id: 'a', kind: 'letter' }, '灯塔')
  })

  it('take a record by its id and kind, exactly', () => {
    expect(acceptRecord(undated, {})).toBe(true)
    expect(acceptRecord(undated, { record: 'a', kind: 'letter' })).toBe(true)
    for (const filters of [{ record: 'A' }, { record: 'a ' }, { kind: 'lette' }, { record: '' }]) {
      expect(acceptRecord(undated, filters)).toBe(false)
    }
  })

  it('take no record without a date within bounds', () => {
    expect(acceptRecord(undated, { from: '0000-01-01' })).toBe(false)
    expect(acceptRecord(undated, { to: '9999-12-31' })).toBe(false)
  })

  it('include both days', () => {
    const dated = { ...undated, date: '2024-05-20' }
    expect(acceptRecord(dated, { from: '2024-05-20', to: '2024-05-20' })).toBe(true)
    expect(acceptRecord(dated, { from: '2024-05-21' })).toBe(false)
    expect(acceptRecord(dated, { to: '2024-05-19' })).toBe(false)
  })

  it('take a record dated by month or year when any of its days is within bounds', () => {
    fc.assert(
      fc.property(anyDate, fc.option(anyDay), fc.option(anyDay), (date, from, to) => {
        const filters = { ...(from !== null && { from }), ...(to !== null && { to }) }
        const [first, last] = [date + '-01-01'.slice(date.length - 4), date + '-12-31'.slice(date.length - 4)]
        const isWithin = (from === null || last >= from) && (to === null || first <= to)
        expect(acceptRecord({ ...undated, date }, filters)).toBe(isWithin)
      }),
    )
  })
})

describe('filters of passages', () => {
  let index: LecternIndex
  beforeAll(async () => {
    index = await openRecords([
      await writeRecord({ id: 'a', date: '2024-05' }, [
        { kind: 'question', speaker: '江汀晚报记者', says: '渡轮' },
        { kind: 'reply', speaker: '陸聞溪', says: '渡轮' },
        { kind: 'reply', speaker: 'Ada Moor', says: '渡轮' },
      ]),
      await writeArticle({ id: 'b', date: '2025' }, '渡轮'),
    ])
  })

  function accepted(filters: Filters): number[] {
    const accepts = acceptPassages(index, filters) ?? (() => true)
    return [...index.passages].map(({ id }) => id).filter(accepts)
  }

  it('are no filter when none is given', () => {
    expect(acceptPassages(index, {})).toBeUndefined()
  })

  it('compare the name of the speaker folded', () => {
    for (const speaker of ['陸聞溪', '陆闻溪', ' 陆闻溪 ']) expect(accepted({ speaker })).toEqual([1])
    for (const speaker of ['ADA MOOR', 'ａｄａ　ｍｏｏｒ']) expect(accepted({ speaker })).toEqual([2])
  })

  it('take the whole name only', () => {
    for (const speaker of ['陆闻', 'Ada', '', '陆闻溪溪']) expect(accepted({ speaker })).toEqual([])
  })

  it('must all be met', () => {
    expect(accepted({ record: 'a', from: '2024-05-01', to: '2024-05-31' })).toEqual([0, 1, 2])
    expect(accepted({ speaker: '陆闻溪', record: 'b' })).toEqual([])
    expect(accepted({ kind: 'article', from: '2025-03-01' })).toEqual([3])
    expect(accepted({ kind: 'article', to: '2024-12-31' })).toEqual([])
  })
})

describe('collectSpeakers', () => {
  it('names those who speak by their folded names, but no single character', async () => {
    const record = await writeRecord({ id: 'a' }, [
      { kind: 'question', speaker: '问', says: '渡轮' },
      { kind: 'reply', speaker: '陸聞溪', says: '渡轮' },
      { kind: 'narration', says: '渡轮' },
    ])
    expect([...collectSpeakers([record])]).toEqual([['陆闻溪', '陸聞溪']])
  })
})
