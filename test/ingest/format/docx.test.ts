import { deflateRawSync } from 'node:zlib'
import {
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { describe, expect, it } from 'vitest'
import { maxUnpackedBytes, parseDocx } from '../../../src/ingest/format/docx.ts'

const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })

async function briefing(): Promise<Uint8Array> {
  const document = new Document({
    title: '望海市举行港口发布会',
    footnotes: { 1: { children: [new Paragraph('数据截至年底。')] } },
    sections: [
      {
        children: [
          new Paragraph({ text: '港口发布会实录', heading: HeadingLevel.HEADING_1 }),
          new Paragraph({
            children: [new TextRun({ text: '林海生：', bold: true }), new TextRun('大家好。')],
          }),
          new Paragraph({
            children: [new TextRun('吞吐量二百三十万标准箱'), new FootnoteReferenceRun(1), new TextRun('。')],
          }),
          new Paragraph({ children: [new TextRun('第一行'), new TextRun({ text: '第二行', break: 1 })] }),
          new Paragraph({ text: '夜间公交', bullet: { level: 0 } }),
          new Table({ rows: [new TableRow({ children: [cell('年份'), cell('吞吐量')] })] }),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

/** A ZIP archive of one deflated file; `claimed` is the size that its directory states. */
function zip(name: string, content: Uint8Array, { claimed = content.length, flags = 0 } = {}): Buffer {
  const packed = deflateRawSync(content)
  const title = Buffer.from(name)
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(flags, 2)
  fields.writeUInt16LE(8, 4)
  fields.writeUInt32LE(packed.length, 14)
  fields.writeUInt32LE(claimed, 18)
  fields.writeUInt16LE(title.length, 22)
  const local = Buffer.concat([Buffer.from('504b0304', 'hex'), fields, title, packed])
  const central = Buffer.concat([Buffer.from('504b01021400', 'hex'), fields, Buffer.alloc(14), title])
  const end = Buffer.alloc(22)
  end.write('504b0506', 'hex')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, central, end])
}

describe('Word documents', () => {
  it('give headings, bold stretches, hard breaks, list items and table rows', async () => {
    const { blocks, metadata, metadataOrigin } = await parseDocx(await briefing(), 'a.docx')
    expect(blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ['heading', '港口发布会实录'],
      ['paragraph', '林海生：大家好。'],
      ['paragraph', '吞吐量二百三十万标准箱。'],
      ['paragraph', '第一行\n第二行'],
      ['list-item', '夜间公交'],
      ['paragraph', '年份\t吞吐量'],
      ['list-item', expect.stringContaining('数据截至年底。')],
    ])
    expect(blocks[1]?.strong).toEqual([{ start: 0, end: 4 }])
    expect(blocks.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(metadata).toEqual({ title: '望海市举行港口发布会' })
    expect(metadataOrigin).toBe('document properties')
  })

  it('lose the marks of notes, with a repair', async () => {
    const { repairs } = await parseDocx(await briefing(), 'a.docx')
    expect(repairs).toContainEqual({ kind: 'markup', before: '[1]', after: '', length: 3 })
  })

  it('that are encrypted, or in the old format, are refused', async () => {
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1000)])
    const message = 'a.docx is encrypted or in the old .doc format: save it as .docx without a password'
    await expect(parseDocx(old, 'a.docx')).rejects.toMatchObject({
      code: 'docx-encrypted',
      file: 'a.docx',
      message,
    })
    const locked = zip('[Content_Types].xml', Buffer.from('x'), { flags: 1 })
    await expect(parseDocx(locked, 'a.docx')).rejects.toMatchObject({ code: 'docx-encrypted' })
  })

  it('that are broken are refused', async () => {
    const whole = await briefing()
    const damaged = Uint8Array.from(whole)
    damaged.fill(0x55, 200, 1200)
    for (const bytes of [
      whole.subarray(0, whole.length / 2),
      Buffer.from('not a zip'),
      damaged,
      zip('a.txt', Buffer.from('x')),
    ]) {
      await expect(parseDocx(bytes, 'a.docx')).rejects.toMatchObject({
        code: 'docx-broken',
        message: expect.stringMatching(
          /^a\.docx is not a readable Word document \(.+\): save it again as \.docx$/,
        ),
      })
    }
  })

  it('that unpack without end are refused, whatever size they claim', async () => {
    const bomb = zip('[Content_Types].xml', Buffer.alloc(maxUnpackedBytes + 1), { claimed: 10 })
    expect(bomb.length).toBeLessThan(1_000_000)
    await expect(parseDocx(bomb, 'a.docx')).rejects.toMatchObject({
      code: 'docx-too-large',
      message: 'a.docx unpacks to more than 256 MiB: save it without its pictures',
    })
  })

  it('without any text are refused', async () => {
    const empty = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('')] }] }))
    await expect(parseDocx(empty, 'a.docx')).rejects.toMatchObject({
      code: 'docx-empty',
      message: 'a.docx holds no text: if its pages are pictures, run OCR first',
    })
  })
})
