import type { Hono } from 'hono'
import { parseHTML } from 'linkedom'
import { beforeAll, describe, expect, it } from 'vitest'
import { citationStyles, citeAs } from '../../src/answer/cite-as/cite-as.ts'
import { toMarkdown } from '../../src/record/markdown.ts'
import type { LecternRecord } from '../../src/record/record.ts'
import { openApp, openLectern } from '../http/open-app.ts'
import { hostile, writeBriefing, writeHostileRecord, writeLetter, writeRecord } from '../http/records.ts'

const bridge = '/r/2025-05-briefing-bridge'
const site = 'http://localhost'

let app: Hono
let briefing: LecternRecord
let version: string
beforeAll(async () => {
  briefing = await writeBriefing()
  version = briefing.version.slice(0, 12)
  app = await openWith([])
})

async function openWith(records: readonly LecternRecord[]): Promise<Hono> {
  const all = [briefing, await writeLetter(), await writeHostileRecord(), ...records]
  return openApp({ lectern: await openLectern(all), today: () => '2026-02-03' })
}

async function open(path: string, headers: Record<string, string> = {}, from = app) {
  const response = await from.request(path, { headers })
  const html = await response.text()
  return { status: response.status, html, document: parseHTML(html).document, headers: response.headers }
}

type Root = Pick<Document, 'querySelector' | 'querySelectorAll'>

const textOf = (root: Root, selector: string) => root.querySelector(selector)?.textContent ?? ''
const textsOf = (root: Root, selector: string) =>
  [...root.querySelectorAll(selector)].map(({ textContent }) => textContent)

/** `s` and `v` of an address that cites `words`. */
function cite(words: string, { text } = briefing): string {
  const start = text.indexOf(words)
  return `s=${start}-${start + words.length}`
}

describe('the page of a record', () => {
  it('shows its turns in order, each where permalinks lead, under its headings', async () => {
    const { document } = await open(bridge)
    expect(textOf(document, 'h1')).toBe('鹿鸣镇跨河大桥情况发布会')
    expect([...document.querySelectorAll('.turn')].map(({ id }) => id)).toEqual(['t0', 't1', 't2', 't3', 't4'])
    expect(textsOf(document, 'h2')).toEqual(['开场', '问答'])
    expect(textOf(document, '#t2 .who')).toBe('白舟 镇交通处处长 回答')
    expect(textsOf(document, '#t2 .spoken p')).toEqual([
      '大桥计划今年12月28日通车。',
      '桥面两侧各有一条三米宽的步道，行人可以走。',
    ])
  })

  it('is in the language of the record, whatever the page speaks', async () => {
    const { document } = await open('/r/letter-orchard?lang=zh-Hans')
    expect(document.documentElement.getAttribute('lang')).toBe('zh-Hans')
    expect(document.querySelector('.transcript')?.getAttribute('lang')).toBe('en')
    expect(document.querySelector('h1')?.getAttribute('lang')).toBe('en')
  })

  it('says that there is no such record', async () => {
    const { status, document } = await open('/r/nothing', { 'Accept-Language': 'en-GB' })
    expect(status).toBe(404)
    expect(textOf(document, 'h1')).toBe('There is no such record.')
  })
})
