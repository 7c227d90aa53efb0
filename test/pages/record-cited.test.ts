import fc from 'fast-check'
import type { Hono } from 'hono'
import { parseHTML } from 'linkedom'
import { beforeAll, describe, expect, it } from 'vitest'
import { citationStyles, citeAs } from '../../src/answer/cite-as/cite-as.ts'
import { renderRecordPage } from '../../src/pages/record-page.tsx'
import type { LecternRecord } from '../../src/record/record.ts'
import { openApp, openLectern } from '../http/open-app.ts'
import { writeBriefing, writeRecord } from '../http/records.ts'
import { anyRecord } from '../support/corpus.ts'
import { hrefsOf, openPage, textOf, textsOf } from './open-page.ts'

const bridge = '/r/2025-05-briefing-bridge'

let app: Hono
let briefing: LecternRecord
let version: string
beforeAll(async () => {
  briefing = await writeBriefing()
  version = briefing.version.slice(0, 12)
  app = await openApp({ lectern: await openLectern([briefing]), today: () => '2026-02-03' })
})

function spanOf(words: string, { text } = briefing): string {
  const start = text.indexOf(words)
  expect(start).toBeGreaterThanOrEqual(0)
  return `${start}-${start + words.length}`
}

const openCited = (words: string) => openPage(app, `${bridge}?s=${spanOf(words)}&v=${version}`)

describe('cited words', () => {
  it('are marked, over the ends of lines too, where the fragment leads', async () => {
    const { document } = await openCited('12月28日通车。\n桥面两侧')
    expect(textsOf(document, 'mark')).toEqual(['12月28日通车。', '桥面两侧'])
    expect(textsOf(document, '#quote')).toEqual(['12月28日通车。'])
    expect([...document.querySelectorAll('.cited')].map(({ id }) => id)).toEqual(['t2'])
    expect(hrefsOf(document, '.jump a')).toEqual(['#quote'])
  })

  it('are marked over turns, names and headings', async () => {
    const { document } = await openCited('去年9月开工。\n问答\n鹿鸣晚报记者：请问大桥')
    expect(textsOf(document, 'mark')).toEqual(['去年9月开工。', '问答', '鹿鸣晚报记者', '请问大桥'])
    expect(textsOf(document, 'h2 mark, .who mark')).toEqual(['问答', '鹿鸣晚报记者'])
    expect([...document.querySelectorAll('.cited')].map(({ id }) => id)).toEqual(['t0', 't1'])
  })

  it('are marked in the title where the text has it', async () => {
    const record = await writeRecord(
      { id: 'titled', kind: 'article', title: '大桥 通车', language: 'zh-Hans' },
      [{ kind: 'narration', says: '大桥今天通车。' }],
    )
    const text = `大桥\n通车\n${record.text}`
    const turns = record.turns.map((turn) => ({ ...turn, span: { start: 6, end: text.length } }))
    const own = await openApp({ lectern: await openLectern([{ ...record, text, turns }]) })
    const { document } = await openPage(own, '/r/titled?s=3-8')
    expect(textsOf(document, 'mark')).toEqual(['通车', '大桥'])
    expect(textOf(document, 'h1 #quote')).toBe('通车')
  })

  it('are exactly the words of the span, whatever the record and the span', async () => {
    const spans = fc.tuple(fc.nat(), fc.nat())
    await fc.assert(
      fc.asyncProperty(anyRecord('any'), spans, async (written, [a, b]) => {
        const record = await written
        const [start = 0, end = 0] = [a, b].map((at) => at % (record.text.length + 1)).sort((x, y) => x - y)
        const words = visible(record.text.slice(start, end))
        const { document } = renderCited(record, `${start}-${end}`)
        const marked = visible(textsOf(document, 'mark').join(''))
        if (document.querySelector('.notice')) expect(marked).toBe('')
        else expect(marked).toBe(words)
        expect(document.querySelectorAll('#quote')).toHaveLength(marked === '' ? 0 : 1)
      }),
      { numRuns: 150 },
    )
  })
})

/** Without white space, which the page may set otherwise, and colons after names, which it leaves out. */
function visible(text: string): string {
  return text.replace(/[\s\p{Cc}]|：/gu, '')
}

function renderCited(record: LecternRecord, s: string) {
  const html = renderRecordPage({
    ...{ record, asked: { s }, today: '2026-02-03', forms: {} },
    ...{ language: 'en', here: '/r/any', site: 'https://here.example', scripted: false },
  })
  return parseHTML(String(html))
}

describe('an address that cites', () => {
  it('a version that the record no longer has marks nothing, tells both and leads to the whole record', async () => {
    const { status, document } = await openPage(
      app,
      `${bridge}?s=${spanOf('大桥计划')}&v=0123456789ab&lang=en`,
    )
    expect(status).toBe(200)
    expect(textsOf(document, 'mark')).toEqual([])
    expect(textOf(document, '.notice b')).toBe('This record has changed since it was cited')
    expect(textsOf(document, '.notice code')).toEqual(['0123456789ab', version])
    expect(hrefsOf(document, '.notice a')).toEqual([`${bridge}?lang=en`])
    expect(document.querySelectorAll('.turn')).toHaveLength(5)
  })

  it('the whole record in another version says so too', async () => {
    const { document } = await openPage(app, `${bridge}?v=0123456789ab`)
    expect(textOf(document, '.notice b')).toBe('这份记录在被引用之后有过改动')
    expect((await openPage(app, `${bridge}?v=${version}`)).document.querySelector('.notice')).toBeNull()
  })

  it('the version whole or in capitals is understood', async () => {
    for (const v of [briefing.version, version.toUpperCase()]) {
      const { document } = await openPage(app, `${bridge}?s=${spanOf('大桥计划')}&v=${v}`)
      expect(textsOf(document, 'mark')).toEqual(['大桥计划'])
    }
  })

  it.each([
    'x',
    '9-1',
    '4-4',
    '0-999999999',
    '-1-5',
    '1-',
    '1.5-3',
    '1e1-20',
    '0x1-20',
    '',
    '０-３',
    '9999999999-9999999999',
  ])('no words (s=%s) says so, and shows the record', async (s) => {
    const { status, document } = await openPage(app, `${bridge}?s=${encodeURIComponent(s)}&v=${version}`)
    expect(status).toBe(200)
    expect(textOf(document, '.notice b')).toBe('网址没有指向这份记录中的文字')
    expect(textsOf(document, 'mark')).toEqual([])
    expect(document.querySelectorAll('.turn')).toHaveLength(5)
  })

  it.each(['zz', '0', '0123456789a', '0123456789ag', 'f'.repeat(65), ''])(
    'no version (v=%s) is taken for damaged',
    async (v) => {
      const { document } = await openPage(app, `${bridge}?s=${spanOf('大桥计划')}&v=${v}`)
      expect(textOf(document, '.notice b')).toBe('网址没有指向这份记录中的文字')
    },
  )

  it('half a character, or only blanks, names no words', async () => {
    const record = await writeRecord({ id: 'rare', kind: 'article', title: 'r', language: 'zh-Hans' }, [
      { kind: 'narration', says: '𠮷野 \n 码头' },
    ])
    const own = await openApp({ lectern: await openLectern([record]) })
    const marks = async (s: string) => textsOf((await openPage(own, `/r/rare?s=${s}`)).document, 'mark')
    expect(await marks('0-2')).toEqual(['𠮷'])
    expect(await marks('1-3')).toEqual([])
    expect(await marks('0-1')).toEqual([])
    expect(await marks('3-6')).toEqual([])
    expect(await marks('3-7')).toEqual(['码'])
  })
})

describe('the panel below cited words', () => {
  it('leads to what stands before and after, to the question and back to asking', async () => {
    const { document } = await openCited('每天开行18班渡船')
    const links = [...document.querySelectorAll('.about-quote .links a')]
    expect(links.map(({ textContent }) => textContent)).toEqual(['所答问题 河湾电台记者', '提出问题'])
    expect(hrefsOf(document, '.about-quote .links a')).toEqual(['#t3', '/'])
    const early = await openCited('总投资3.6亿元')
    expect(textsOf(early.document, '.about-quote .links a')).toEqual(['下一段 鹿鸣晚报记者', '提出问题'])
    const heading = await openCited('问答')
    expect(hrefsOf(heading.document, '.about-quote .links a')).toEqual(['#t0', '#t1', '/'])
  })

  it('stands right after the turn that the words end in', async () => {
    const { document } = await openCited('12月28日通车')
    expect(document.querySelector('#t2 + .about-quote')).not.toBeNull()
  })

  it('cites the words in four ways, with who said them and where they are marked', async () => {
    const words = '大桥计划今年12月28日通车。'
    const { document } = await openCited(words)
    const start = briefing.text.indexOf(words)
    const span = { start, end: start + words.length }
    const address = `http://localhost${bridge}?s=${span.start}-${span.end}&v=${version}#quote`
    const { id, title, kind, publisher, date, source, language } = briefing
    const cited = {
      ...{
        record: id,
        title,
        kind,
        publisher: publisher!,
        date: date!,
        source: source!,
        language,
        section: '问答',
      },
      ...{
        speaker: { name: '白舟', role: '镇交通处处长' },
        text: words,
        span,
        address,
        accessed: '2026-02-03',
      },
    }
    for (const style of citationStyles) expect(textOf(document, `#cite-${style}`)).toBe(citeAs(style, cited))
    expect(textOf(document, '#cite-address')).toBe(address)
    expect(document.querySelectorAll('.cite')).toHaveLength(1)
  })

  it('names no speaker where several speak', async () => {
    const { document } = await openCited('行人能走吗？\n白舟：大桥计划')
    expect(textOf(document, '#cite-plain')).toContain('——《鹿鸣镇跨河大桥情况发布会》')
  })

  it('is open for a whole turn, which is marked in order to be cited', async () => {
    const isOpen = async (words: string) =>
      (await openCited(words)).document.querySelector('.about-quote details')?.hasAttribute('open')
    expect(await isOpen('渡口保留到明年6月，每天开行18班渡船。')).toBe(true)
    expect(await isOpen('渡口保留到明年6月')).toBe(false)
  })
})

describe('a record as a whole', () => {
  it('is cited in this version, on the day it is read', async () => {
    const { document } = await openPage(app, bridge)
    expect(textOf(document, '#cite-gbt7714')).toBe(
      `鹿鸣镇新闻办. 鹿鸣镇跨河大桥情况发布会[EB/OL]. (2025-05-20)[2026-02-03]. http://localhost${bridge}?v=${version}`,
    )
    expect(textOf(document, '.tools .cite summary')).toBe('引用这份记录')
  })

  it('offers no button before a script can make it work', async () => {
    const { document } = await openPage(app, bridge)
    const buttons = [...document.querySelectorAll('main button')]
    expect(buttons.length).toBe(6)
    for (const button of buttons) expect(button.hasAttribute('hidden')).toBe(true)
  })
})
