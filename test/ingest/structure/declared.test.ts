import { describe, expect, it } from 'vitest'
import { readOne, turnsOf } from './read.ts'

const head = `---
people:
  - name: 甪里明
    role: 首席调音
---

`

describe('a label that names a person of the metadata', () => {
  it('is sure as a heading, even if nothing in it looks like a name', () => {
    const record = readOne(`${head}### 甪里明：\n\n各位好，现在开始。\n`, 'talk.md')
    expect(turnsOf(record)).toEqual([['statement', '甪里明', '各位好，现在开始。']])
  })

  it('may give the office that the metadata declare, in brackets', () => {
    for (const label of ['甪里明（首席调音）：', '甪里明 (首席调音):']) {
      const record = readOne(`${head}### ${label}\n\n各位好，现在开始。\n`, 'talk.md')
      expect(record.turns).toMatchObject([{ speaker: '甪里明', role: '首席调音' }])
    }
  })

  it('is taken as it stands where it gives another office', () => {
    const record = readOne(
      `${head}### 甪里明（调琴）：\n\n各位好，现在开始。\n\n### 甪里明：\n\n开始。\n`,
      'talk.md',
    )
    expect(record.turns.map(({ speaker }) => speaker)).toEqual(['甪里明（调琴）', '甪里明'])
  })
})
