import { mkdir, open, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Document, Packer, Paragraph } from 'docx'
import { rawPdf, showLine } from '../ingest/format/raw-pdf.ts'
import { harbour } from './folders.ts'

export interface BadDocument {
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

/** Every kind of document that cannot be read as it stands, and what is said of it. */
export const badDocuments: BadDocument[] = [
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
