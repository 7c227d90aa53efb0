import type { Hono } from 'hono'
import { openApp, openLectern } from '../http/open-app.ts'
import { writeRecord } from '../http/records.ts'

/** 60 briefings at which 陈晖 speaks twice each, and one record at which he is written in Traditional characters. */
export async function openManyApp(): Promise<Hono> {
  return openApp({ lectern: await openLectern(await writeMany()), siteUrl: 'https://luming.example' })
}

// ---------------------------------------------------------------------------

function writeMany() {
  const briefings = Array.from({ length: 60 }, (_, at) => {
    const date = `20${24 + (at % 2)}-03-${String((at % 30) + 1).padStart(2, '0')}`
    return writeRecord(
      { id: `b${at}`, kind: 'briefing', title: `第${at}场發布會`, date, language: 'zh-Hans' },
      [
        { kind: 'statement', speaker: '陈晖', role: '镇水务所所长', says: `第${at}次，大家好！今天说渡口。` },
        { kind: 'question', speaker: '鹿鸣晚报记者', says: `第${at}个问题是什么？` },
        { kind: 'reply', speaker: '陈晖', role: '镇水务所所长', says: '渡口保留。步道不收费。' },
      ],
    )
  })
  const other = writeRecord(
    { id: 'other', kind: 'letter', title: '渡口的信', date: '2023-07', language: 'zh-Hant' },
    [{ kind: 'statement', speaker: '陳暉', role: '鎮長', says: '渡口保留。' }],
  )
  return Promise.all([...briefings, other])
}
