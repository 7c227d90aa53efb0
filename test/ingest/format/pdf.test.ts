import { describe, expect, it } from 'vitest'
import { mendRadicals } from '../../../src/ingest/clean/radicals.ts'
import { parsePdf } from '../../../src/ingest/format/pdf.ts'
import { openChromium } from '../../browser/chromium.ts'
import { chineseFont, rawPdf, showLine } from './raw-pdf.ts'

/** Prints a page as people print pages to PDF: with a header, page numbers and embedded Chinese fonts. */
async function print(html: string): Promise<Uint8Array> {
  const page = await (await openChromium()).newPage()
  try {
    await page.setContent(html)
    const line = (inside: string) => `<div style="font-size:9px;width:100%;text-align:center">${inside}</div>`
    return await page.pdf({
      format: 'A4',
      displayHeaderFooter: true,
      headerTemplate: line('望海市人民政府新闻办公室'),
      footerTemplate: line('<span class="pageNumber"></span> / <span class="totalPages"></span>'),
      margin: { top: '60px', bottom: '60px', left: '60px', right: '60px' },
    })
  } finally {
    await page.close()
  }
}

const units = '零一二三四五六七八九'
const paragraph = (number: number) =>
  `第${units[Math.floor(number / 10)]}${units[number % 10]}项：港区管理局局长林海生表示，去年全港集装箱吞吐量达到二百三十万标准箱，` +
  `同比增长百分之五点二，其中外贸航线新增${units[(number % 9) + 1]}条，覆盖十二个国家的十五个港口城市，民生和风险工作同步推进。`

describe('PDF', () => {
  it('printed by a browser in Chinese gives whole paragraphs, without headers and page numbers', async () => {
    const numbers = Array.from({ length: 40 }, (_, at) => at)
    const body = numbers.map((number) => `<p>${paragraph(number)}</p>`).join('')
    const bytes = await print(
      `<title>望海市港口发布会</title><body style="font-size:16px"><h1>港口发布会</h1>${body}</body>`,
    )
    const parsed = await parsePdf(bytes, 'port.pdf')
    mendRadicals(parsed)
    expect(parsed.metadata).toEqual({ title: '望海市港口发布会' })
    expect(parsed.blocks[0]).toMatchObject({ kind: 'heading', text: '港口发布会', line: 1 })
    expect(parsed.blocks.slice(1).map(({ text }) => text)).toEqual(numbers.map(paragraph))
    const pages = parsed.blocks.at(-1)?.line ?? 0
    expect(pages).toBeGreaterThan(2)
    const headers = parsed.repairs.filter(({ kind }) => kind === 'page-header')
    expect(headers).toHaveLength(2 * pages)
    expect(headers.at(-1)).toMatchObject({ before: `${pages} / ${pages}`, line: pages })
  })

  it('with a Chinese font that is not embedded is read through the character maps of the package', async () => {
    const lines = ['林海生：大家好。', '去年吞吐量二百三十万标准箱。']
    const page = lines.map((text, at) => showLine(text, { y: 700 - 40 * at })).join('\n')
    const { blocks } = await parsePdf(rawPdf([page], { font: chineseFont }), 'a.pdf')
    expect(blocks.map(({ text, line }) => [text, line])).toEqual(lines.map((text) => [text, 1]))
  })

  it('in English joins wrapped lines with a space and parts paragraphs at gaps', async () => {
    const page = [
      showLine('The port handled more containers than in any year before and it', { y: 700 }),
      showLine('will open a night bus for the workers of the quays this spring.', { y: 685 }),
      showLine('Questions were taken after the statement had been read, at ten.', { y: 655 }),
    ].join('\n')
    const { blocks } = await parsePdf(rawPdf([page]), 'a.pdf')
    expect(blocks.map(({ text }) => text)).toEqual([
      'The port handled more containers than in any year before and it will open a night bus for the workers of the quays this spring.',
      'Questions were taken after the statement had been read, at ten.',
    ])
  })

  it('keeps a refrain of the text that happens to stand at the edge of pages', async () => {
    const lines = Array.from({ length: 50 }, (_, at) =>
      showLine('We shall keep the harbour open.', { y: 800 - 15 * at }),
    )
    const { blocks, repairs } = await parsePdf(rawPdf([lines.join('\n'), lines.join('\n')]), 'a.pdf')
    expect(repairs).toEqual([])
    expect(
      blocks
        .map(({ text }) => text)
        .join(' ')
        .match(/harbour/g),
    ).toHaveLength(100)
  })

  it('that is a scan without text is refused', async () => {
    await expect(parsePdf(rawPdf(['q 100 0 0 100 0 0 cm Q', '']), 'scan.pdf')).rejects.toMatchObject({
      code: 'pdf-no-text',
      file: 'scan.pdf',
      message: 'scan.pdf has no text layer (2 pages of pictures): run OCR first, then index its result',
    })
  })

  it('that is broken is refused', async () => {
    for (const bytes of [Buffer.from('%PDF-1.7\nnothing follows'), Buffer.from('no pdf at all')]) {
      await expect(parsePdf(bytes, 'a.pdf')).rejects.toMatchObject({
        code: 'pdf-broken',
        message: expect.stringMatching(/^a\.pdf is not a readable PDF \(.+\): download or export it again$/),
      })
    }
  })

  it('that is encrypted is refused', async () => {
    const key = '00'.repeat(32)
    const trailer = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -44 >> /ID [<00> <00>]`
    const bytes = rawPdf([showLine('secret', { y: 700 })], { trailer })
    await expect(parsePdf(bytes, 'a.pdf')).rejects.toMatchObject({
      code: 'pdf-encrypted',
      message: 'a.pdf is encrypted: save it without a password',
    })
  })
})

describe('radicals', () => {
  it('that stand for characters are mended, and listed once a line', () => {
    const blocks = [{ kind: 'paragraph' as const, text: '⻛险防控⼯作⼈⺠⾄上，⼈⼈有责', line: 3 }]
    const parsed = { blocks, metadata: {}, metadataOrigin: '', repairs: [], warnings: [] }
    mendRadicals(parsed)
    expect(blocks[0]?.text).toBe('风险防控工作人民至上，人人有责')
    expect(parsed.repairs).toEqual([
      { kind: 'mojibake', before: '⻛⼯⼈⺠⾄', after: '风工人民至', length: 5, line: 3 },
    ])
  })
})
