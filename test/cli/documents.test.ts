import { mkdir, open, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Document, Packer, Paragraph } from 'docx'
import { beforeAll, describe, expect, it } from 'vitest'
import { rawPdf, showLine } from '../ingest/format/raw-pdf.ts'
import { harbour, makeFolder, newPath } from './folders.ts'
import { type CliRun, runCli, runJson } from './run-cli.ts'

interface BadDocument {
  what: string
  file: string
  code: string
  /** What the report says. */
  says: string | RegExp
  /** Puts the document into a corpus. */
  put: (corpus: string) => Promise<void>
}

const write = (file: string, content: string | Uint8Array) => (corpus: string) =>
  writeFile(join(corpus, file), content)

const encryption = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${'00'.repeat(32)}> /U <${'00'.repeat(32)}> /P -44 >> /ID [<00> <00>]`

const badDocuments: BadDocument[] = [
  {
    what: 'a file of 0 bytes',
    file: 'empty.md',
    code: 'file-empty',
    says: 'empty.md is empty (0 bytes): nothing to read',
    put: write('empty.md', ''),
  },
  {
    what: '200 MB of text',
    file: 'huge.txt',
    code: 'file-too-large',
    says: 'huge.txt is too large (191 MiB; the limit is 64 MiB): cut it into several files',
    async put(corpus) {
      const file = await open(join(corpus, 'huge.txt'), 'w')
      await file.truncate(200_000_000)
      await file.close()
    },
  },
  {
    what: 'a picture named .txt',
    file: 'picture.txt',
    code: 'file-binary',
    says: 'picture.txt is not text (it begins like a PNG picture): remove it or give it its own extension',
    put: write('picture.txt', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')),
  },
  {
    what: 'a broken Word document',
    file: 'broken.docx',
    code: 'docx-broken',
    says: /^broken\.docx is not a readable Word document \(.+\): save it again as \.docx$/,
    put: write('broken.docx', 'PK but no archive'),
  },
  {
    what: 'an encrypted Word document',
    file: 'secret.docx',
    code: 'docx-encrypted',
    says: 'secret.docx is encrypted or in the old .doc format: save it as .docx without a password',
    put: write('secret.docx', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1000)])),
  },
  {
    what: 'a Word document without text',
    file: 'scan.docx',
    code: 'docx-empty',
    says: 'scan.docx holds no text: if its pages are pictures, run OCR first',
    async put(corpus) {
      const document = new Document({ sections: [{ children: [new Paragraph('')] }] })
      await writeFile(join(corpus, 'scan.docx'), await Packer.toBuffer(document))
    },
  },
  {
    what: 'a broken PDF',
    file: 'broken.pdf',
    code: 'pdf-broken',
    says: /^broken\.pdf is not a readable PDF/,
    put: write('broken.pdf', '%PDF-1.4\nnothing more'),
  },
  {
    what: 'an encrypted PDF',
    file: 'secret.pdf',
    code: 'pdf-encrypted',
    says: 'secret.pdf is encrypted: save it without a password',
    put: write('secret.pdf', rawPdf([showLine('secret', { y: 700 })], { trailer: encryption })),
  },
  {
    what: 'a scanned PDF',
    file: 'scan.pdf',
    code: 'pdf-no-text',
    says: 'scan.pdf has no text layer (1 pages of pictures): run OCR first, then index its result',
    put: write('scan.pdf', rawPdf(['0 0 100 100 re f'])),
  },
  {
    what: 'front matter that is not YAML',
    file: 'yaml.md',
    code: 'front-matter-invalid',
    says: /^yaml\.md:3: the metadata are not valid YAML and were ignored: /,
    put: write('yaml.md', '---\ntitle: 简报\ndate: [2025\n---\n\n港区今日恢复通航。\n'),
  },
  {
    what: 'a date that is none',
    file: 'date.md',
    code: 'date-invalid',
    says: /^date\.md:3: .*“2025-02-30” is no date: write YYYY-MM-DD/,
    put: write('date.md', harbour('东湾', 3).replace('2025-03-12', '2025-02-30')),
  },
  {
    what: 'an id that is taken',
    file: 'twin.md',
    code: 'duplicate-id',
    says: 'twin.md: the id a is taken by a.md: the record is a-2 now; give it an id of its own',
    put: write('twin.md', harbour('西湾', 4).replace('title:', 'id: a\ntitle:')),
  },
  {
    what: 'bytes that are not UTF-8',
    file: 'bytes.md',
    code: 'encoding-invalid',
    says: 'bytes.md:7: bytes that are not valid UTF-8, shown as U+FFFD in 1 places: save the file again as UTF-8',
    put: write('bytes.md', Buffer.concat([Buffer.from(harbour('南湾', 5).trimEnd()), Buffer.of(0xff, 0x0a)])),
  },
  {
    what: 'a link to a file outside',
    file: 'outside.md',
    code: 'path-outside-corpus',
    says: 'outside.md leads out of the corpus and was not read: copy what it points to into the corpus',
    async put(corpus) {
      await writeFile(join(corpus, '..', 'private.md'), harbour('密湾', 777))
      await symlink('../private.md', join(corpus, 'outside.md'))
    },
  },
  {
    what: 'a link to a folder outside',
    file: 'elsewhere',
    code: 'path-outside-corpus',
    says: 'elsewhere leads out of the corpus and was not read: copy what it points to into the corpus',
    async put(corpus) {
      await mkdir(join(corpus, '..', 'private'))
      await writeFile(join(corpus, '..', 'private', 'more.md'), harbour('密湾', 777))
      await symlink('../private', join(corpus, 'elsewhere'))
    },
  },
  {
    what: 'HTML nested 100,000 deep',
    file: 'deep.html',
    code: 'html-too-deep',
    says: 'deep.html: elements are nested more than 256 deep: save the page again from a browser, or as text',
    put: write('deep.html', '<div>'.repeat(100_000)),
  },
  {
    what: 'JSON that breaks off',
    file: 'half.json',
    code: 'json-invalid',
    says: 'half.json:2: this is not valid JSON: check the commas, quotes and brackets on this line',
    put: write('half.json', '{"title": "简报",\n "text": '),
  },
  {
    what: 'a format that is not read',
    file: 'table.xlsx',
    code: 'format-unknown',
    says: 'table.xlsx was skipped: Lectern reads .md, .markdown, .txt, .html, .htm, .docx, .pdf, .json',
    put: write('table.xlsx', 'x'),
  },
]

const good = { 'a.md': harbour('北湾', 21), 'z.md': harbour('远湾', 8) }

describe('lectern index over all bad documents at once', () => {
  let index: string
  let summary: { records: number; warnings: { code: string; file: string; message: string }[] }
  let seconds: number
  let code: number | null
  let human: CliRun
  beforeAll(async () => {
    const corpus = await makeFolder(good)
    for (const { put } of badDocuments) await put(corpus)
    index = await newPath()
    const begun = performance.now()
    ;({ json: summary, code } = await runJson('index', '--corpus', corpus, '--index', index))
    seconds = (performance.now() - begun) / 1000
    human = await runCli('index', '--corpus', corpus, '--index', index)
  })

  it('ends well and soon, whatever their size', () => {
    expect(code).toBe(0)
    expect(seconds).toBeLessThan(10)
  })

  it.each(badDocuments)('reports $what: $code', ({ file, code, says }) => {
    const messages = summary.warnings
      .filter((warning) => warning.file === file && warning.code === code)
      .map(({ message }) => message)
    expect(messages).toEqual([typeof says === 'string' ? says : expect.stringMatching(says)])
    const line = human.stdout.split('\n').find((printed) => printed.trim() === messages[0])
    expect(line, 'a line of the report for people that names the file once').toBeDefined()
  })

  it('reports nothing else', () => {
    const others = summary.warnings.filter(({ code }) => code !== 'metadata-missing')
    expect(others.map(({ file }) => file).sort()).toEqual(badDocuments.map(({ file }) => file).sort())
  })

  it('indexes the rest, and what a document with a mere flaw says', async () => {
    expect(summary.records).toBe(6)
    const asked = await Promise.all(
      ['北湾', '远湾', '东湾', '西湾'].map((name) =>
        runJson('ask', `${name}港现有多少个泊位`, '--index', index),
      ),
    )
    const quotes = asked.map(({ json }) => json.quotes[0].text)
    expect(quotes).toEqual([21, 8, 3, 4].map((berths) => expect.stringContaining(`泊位${berths}个`)))
  })

  it('reads nothing that lies outside the corpus', async () => {
    const { json } = await runJson('ask', '密湾港现有多少个泊位', '--index', index)
    expect(JSON.stringify(json)).not.toContain('777')
  })
})

describe.concurrent('lectern index --strict', () => {
  it.each(badDocuments)('stops at $what', async ({ put, says, code }) => {
    const corpus = await makeFolder(good)
    await put(corpus)
    const index = await newPath()
    const run = await runCli('index', '--corpus', corpus, '--index', index, '--strict', '--json')
    expect(run.code).toBe(1)
    const { error } = JSON.parse(run.stdout)
    expect(error.code).toBe(code)
    expect(error.message).toEqual(typeof says === 'string' ? says : expect.stringMatching(says))
    expect(run.stderr).toBe(`lectern: ${error.message}\n`)
  })

  it('does not stop at metadata that are missing', async () => {
    const corpus = await makeFolder({ 'a.txt': '港区今日恢复通航，请各位船东留意公告。' })
    const { code, json } = await runJson('index', '--corpus', corpus, '--index', await newPath(), '--strict')
    expect(code).toBe(0)
    expect(json.warnings).toMatchObject([
      { code: 'metadata-missing', fields: ['title', 'date', 'publisher'] },
    ])
  })
})
