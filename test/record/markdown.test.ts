import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { describe, expect, it } from 'vitest'
import { readCorpus } from '../../src/ingest/corpus.ts'
import { writeBriefing, writeHostileRecord, writeLetter, writeRecord } from '../http/records.ts'
import { cpuTime } from '../support/cpu-time.ts'
import { about, briefing, hostileLines, placings } from './hostile-lines.ts'
import { metadataOf, readBack, sectionsOf, turnsOf, write } from './read-back.ts'

const corpus = join(dirname(fileURLToPath(import.meta.url)), '../../corpus')
const { records: demonstration } = await readCorpus({ dir: corpus })

describe('the Markdown of a record', () => {
  it('has the metadata, a heading for each section, and whoever speaks in bold with the office', async () => {
    const record = await writeBriefing()
    expect(write(record)).toBe(`---
# https://lectern.example/r/2025-05-briefing-bridge
# SHA-256 ${record.version}

id: 2025-05-briefing-bridge
kind: briefing
title: 鹿鸣镇跨河大桥情况发布会
date: 2025-05-20
publisher: 鹿鸣镇新闻办
source: https://luming.example/briefings/5
language: zh-Hans
people:
  - name: 白舟
    role: 镇交通处处长
  - name: 颜青禾
    role: 镇航运所所长
---

# 鹿鸣镇跨河大桥情况发布会

## 开场

### **[白舟](https://lectern.example/r/2025-05-briefing-bridge#t0)**（镇交通处处长）：

跨河大桥全长一千二百米，总投资3.6亿元。大桥去年9月开工。

## 问答

### **[鹿鸣晚报记者](https://lectern.example/r/2025-05-briefing-bridge#t1)**：

请问大桥什么时候通车，行人能走吗？

### **[白舟](https://lectern.example/r/2025-05-briefing-bridge#t2)**（镇交通处处长）：

大桥计划今年12月28日通车。

桥面两侧各有一条三米宽的步道，行人可以走。

### **[河湾电台记者](https://lectern.example/r/2025-05-briefing-bridge#t3)**：

渡口还会保留吗？

### **[颜青禾](https://lectern.example/r/2025-05-briefing-bridge#t4)**（镇航运所所长）：

渡口保留到明年6月，每天开行18班渡船。
`)
  })

  it('leaves out what the record does not tell', async () => {
    expect(write(await writeLetter())).toMatch(
      /^---\n# \S+\n# SHA-256 \S+\n\nid: letter-orchard\nkind: letter\ntitle: Reply to the orchard keepers\nlanguage: en\n---\n\n# Reply to the orchard keepers\n\nThe council/,
    )
  })

  it('is written at once, though a heading is full of colons', async () => {
    const record = await writeRecord(about, [
      { heading: `渡口${'：'.repeat(100_000)}步道：` },
      { kind: 'statement', speaker: '白舟', says: '渡口保留。' },
    ])
    expect(write(record)).toContain(`渡口${'：'.repeat(100_000)}步道\n`)
    expect(cpuTime(() => write(record))).toBeLessThan(1000)
  })

  it('links each turn to where it can be read', async () => {
    const record = await writeBriefing()
    const anchors = write(record).matchAll(
      /\]\(https:\/\/lectern\.example\/r\/2025-05-briefing-bridge#t(\d+)\)/g,
    )
    expect([...anchors].map(([, turn]) => Number(turn))).toEqual(record.turns.map((_, turn) => turn))
  })

  it('names no source that is not on the web', async () => {
    expect(write(await writeHostileRecord())).not.toContain('javascript')
  })

  it('holds no markup but its own', async () => {
    const tree = fromMarkdown(write(await writeHostileRecord()).replace(/^---\n.*?\n---\n/s, ''))
    expect(tree.children.map(({ type }) => type)).toEqual([
      'heading',
      'heading',
      'heading',
      'paragraph',
      'heading',
      'paragraph',
    ])
    expect(JSON.stringify(tree)).not.toMatch(/"type":"html"/)
  })
})

describe('the Markdown of a record, read again by ingestion', () => {
  it.each(demonstration.map((record) => [record.id, record] as const))(
    'gives back turns, exchanges, sections and metadata of %s',
    (_, record) => {
      const back = readBack(record)
      expect(turnsOf(back)).toEqual(turnsOf(record))
      expect(sectionsOf(back)).toEqual(sectionsOf(record))
      expect(metadataOf(back)).toEqual(metadataOf(record))
      expect(back.exchanges).toEqual(record.exchanges)
    },
  )

  it.each(hostileLines)('gives back %j wherever it stands', async (line) => {
    for (const [place, record] of Object.entries(await placings(line))) {
      expect.soft(turnsOf(readBack(record)), place).toEqual(turnsOf(record))
    }
  })

  it('gives back briefings of hostile lines', async () => {
    await fc.assert(
      fc.asyncProperty(briefing, async (turns) => {
        const record = await writeRecord(about, turns)
        expect(turnsOf(readBack(record))).toEqual(turnsOf(record))
      }),
      { numRuns: 150 },
    )
  })

  it('gives back names and offices that look like none', async () => {
    const record = await writeRecord(about, [
      { kind: 'statement', speaker: '甪里明', role: '首席调音', says: '各位好，现在开始。' },
      { kind: 'question', speaker: '问', says: '渡口还会保留吗？' },
      { kind: 'reply', speaker: '<i>石榴</i>', role: '"> 主管（代）', says: '渡口会保留到明年六月。' },
    ])
    expect(turnsOf(readBack(record))).toEqual(turnsOf(record))
  })

  it('keeps a question of somebody who is known by name only, as a question of that name', async () => {
    const record = await writeRecord({ ...about, kind: 'meeting' }, [
      { kind: 'question', speaker: '乔木', says: '渡口还会保留吗？' },
      { kind: 'reply', speaker: '白舟', role: '镇交通处处长', says: '渡口会保留到明年六月。' },
    ])
    expect(turnsOf(readBack(record))).toMatchObject([
      { kind: 'question', speaker: '问（乔木）' },
      { kind: 'reply', speaker: '白舟' },
    ])
  })

  it('keeps what a host says between questions apart from the replies', async () => {
    const record = await writeRecord(about, [
      { kind: 'question', speaker: '鹿鸣晚报记者', says: '渡口还会保留吗？' },
      { kind: 'reply', speaker: '白舟', role: '镇交通处处长', says: '渡口会保留到明年六月。' },
      { kind: 'statement', speaker: '乔木', says: '时间关系，今天到这里。' },
    ])
    expect(turnsOf(readBack(record))).toEqual(turnsOf(record))
  })

  it('gives back narration among the speakers', async () => {
    const record = await writeRecord(about, [
      { kind: 'narration', says: '发布会在镇礼堂举行。\n约四十人到场。' },
      { kind: 'statement', speaker: '白舟', role: '镇交通处处长', says: '各位好，现在开始。' },
      { kind: 'narration', says: '（播放影片）' },
      { kind: 'statement', speaker: '白舟', role: '镇交通处处长', says: '影片就到这里。' },
      { kind: 'narration', says: '随后全场起立。\n众人走到江边看渡船。' },
      { kind: 'statement', speaker: '颜青禾', role: '镇航运所所长', says: '这是最老的一艘。' },
    ])
    expect(turnsOf(readBack(record))).toEqual(turnsOf(record))
  })
})
