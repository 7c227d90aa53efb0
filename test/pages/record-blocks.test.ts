import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shownSpans, toBlocks } from '../../src/pages/record/blocks.ts'
import type { LecternRecord } from '../../src/record/record.ts'
import { anyRecord } from '../support/corpus.ts'
import { writeRecord } from '../support/records.ts'

/** What is shown of a record, in order. */
function shownOf(record: LecternRecord): string[] {
  return shownSpans(toBlocks(record)).map(({ start, end }) => record.text.slice(start, end))
}

describe('the blocks of a record', () => {
  it('show all of its text once, in order, but for the colons after names', async () => {
    await fc.assert(
      fc.asyncProperty(anyRecord('any'), async (written) => {
        const record = await written
        const plain = (text: string) => text.replace(/[\s：]/gu, '')
        expect(plain(shownOf(record).join(''))).toBe(plain(record.text))
      }),
      { numRuns: 300 },
    )
  })

  it('name each turn once', async () => {
    await fc.assert(
      fc.asyncProperty(anyRecord('any'), async (written) => {
        const record = await written
        const turns = toBlocks(record).blocks.flatMap((block) => (block.kind === 'turn' ? block.turn : []))
        expect(turns).toEqual(record.turns.map((_, number) => number))
      }),
    )
  })

  it('tell titles, names, headings and what nobody says apart', async () => {
    const record = await writeRecord({ id: 'a', title: '渡轮发布会' }, [
      { aside: '渡轮发布会' },
      { heading: '开场' },
      {
        kind: 'statement',
        speaker: '高屿',
        says: [{ paragraph: '各位好。' }, { heading: '航线', level: 2 }],
      },
      { aside: '（鼓掌）' },
      { kind: 'narration', says: '会议结束：' },
      { aside: '（完）' },
    ])
    const { title, blocks } = toBlocks(record)
    expect(record.text.slice(title?.start, title?.end)).toBe('渡轮发布会')
    const told = blocks.map((block) =>
      block.kind === 'turn' ? block.parts.map(({ kind }) => kind) : block.kind,
    )
    expect(told).toEqual(['heading', ['line', 'heading'], 'line', ['line'], 'line'])
    expect(shownOf(record)).toEqual([
      '渡轮发布会',
      '开场',
      '高屿',
      '各位好。',
      '航线',
      '（鼓掌）',
      '会议结束：',
      '（完）',
    ])
  })

  it('keep an office that stands for a name, and drop what the kind of the turn says', async () => {
    const record = await writeRecord({ id: 'a' }, [
      { aside: '局长：' },
      { kind: 'statement', says: '各位好。' },
      { aside: '问：' },
      { kind: 'question', says: '票价多少？' },
    ])
    expect(shownOf(record)).toEqual(['局长', '各位好。', '票价多少？'])
  })

  it('keep a heading whose title the text does not have', async () => {
    const record = await writeRecord({ id: 'a' }, [{ kind: 'narration', says: '渡轮。\n灯塔。' }])
    record.sections = [{ title: '没有的标题', level: 1, span: { start: 4, end: 7 } }]
    const [block] = toBlocks(record).blocks
    expect(block).toMatchObject({
      parts: [{ kind: 'line' }, { kind: 'heading', section: 0 }, { kind: 'line' }],
    })
    expect(shownOf(record)).toEqual(['渡轮。', '灯塔。'])
  })
})
