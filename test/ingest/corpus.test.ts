import { mkdir, mkdtemp, open, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { type CorpusOptions, readCorpus } from '../../src/ingest/corpus.ts'
import { encodeAs } from './format/encode-as.ts'

const folders: string[] = []

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

/** A new folder with these files. */
async function corpusOf(files: Record<string, string | Uint8Array>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-corpus-'))
  folders.push(folder)
  const dir = join(folder, 'corpus')
  await mkdir(dir)
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(dir, path)), { recursive: true })
    await writeFile(join(dir, path), content)
  }
  return dir
}

const letter = (title: string) =>
  `---\ntitle: ${title}\ndate: 2025-03-12\npublisher: 望海发布\n---\n港区今日恢复通航，请各位船东留意公告。\n`

async function read(files: Record<string, string | Uint8Array>, options: Partial<CorpusOptions> = {}) {
  return readCorpus({ dir: await corpusOf(files), ...options })
}

const codes = (warnings: { code: string }[]) =>
  warnings.map(({ code }) => code).filter((code) => code !== 'metadata-missing')

describe('readCorpus', () => {
  it('reads folders in code-unit order of the paths, and names records after them', async () => {
    const { records, files, warnings } = await read({
      'b.md': letter('乙'),
      'a/2025 年.txt': letter('丙'),
      'B.txt': letter('甲'),
      '信/C-1.md': letter('丁'),
    })
    expect(files.map(({ file }) => file)).toEqual(['B.txt', 'a/2025 年.txt', 'b.md', '信/C-1.md'])
    expect(records.map(({ id }) => id)).toEqual(['b', 'a-2025-年', 'b-2', '信-c-1'])
    expect(codes(warnings)).toEqual(['duplicate-id'])
  })

  it('gives identical records for the same input', async () => {
    const files = {
      'a.md': letter('甲'),
      'b.html': '<p>港区今日恢复通航。</p>',
      'c.json': '{"text": "通航了。"}',
    }
    expect(JSON.stringify(await read(files))).toBe(JSON.stringify(await read(files)))
  })

  it('tells the encoding of a file and where its metadata came from', async () => {
    const { files, records } = await read({ 'a.md': encodeAs(letter('关于通航的通知'), 'gb18030') })
    expect(records[0]).toMatchObject({ title: '关于通航的通知', date: '2025-03-12' })
    expect(files[0]).toMatchObject({ file: 'a.md', records: ['a'], encoding: 'gb18030' })
    expect(files[0]?.origins.a).toMatchObject({ title: 'front matter', date: 'front matter' })
  })

  it('lets a sidecar win over front matter, whatever the format', async () => {
    const { records, files, warnings } = await read({
      'a.md': letter('旧题'),
      'a.meta.yaml': 'title: 新题\nsource: ftp://a.example\n',
      'b.json': '{"id": "b-1", "text": "通航了。"}',
      'b.json.meta.yaml': 'publisher: 望海日报\n',
    })
    expect(records.map(({ title, publisher }) => [title, publisher])).toEqual([
      ['新题', '望海发布'],
      ['通航了。', '望海日报'],
    ])
    expect(files[0]?.origins.a).toMatchObject({ title: 'sidecar', publisher: 'front matter' })
    expect(files[1]?.origins['b-1']).toMatchObject({ publisher: 'sidecar', title: 'first line' })
    expect(warnings).toContainEqual(
      expect.objectContaining({ code: 'source-invalid', file: 'a.meta.yaml', line: 2 }),
    )
  })

  it('reads the document though its sidecar is broken, and warns of a sidecar without document', async () => {
    const { records, warnings } = await read({
      'a.md': letter('甲'),
      'a.meta.yaml': '',
      'b.meta.yaml': 'title: 乙',
    })
    expect(records).toHaveLength(1)
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'file-empty', file: 'a.meta.yaml' }))
    expect(warnings).toContainEqual({
      code: 'sidecar-orphan',
      file: 'b.meta.yaml',
      message:
        'b.meta.yaml describes no file: name it after the document, as in speech.meta.yaml for speech.txt',
    })
  })

  it('gives a number to an id that is taken, and names both files', async () => {
    const { records, files, warnings } = await read({
      'a.md': letter('甲'),
      'b.md': letter('乙').replace('title', 'id: a\ntitle'),
    })
    expect(records.map(({ id, title }) => [id, title])).toEqual([
      ['a', '甲'],
      ['a-2', '乙'],
    ])
    expect(files[1]).toMatchObject({
      file: 'b.md',
      records: ['a-2'],
      origins: { 'a-2': { title: 'front matter' } },
    })
    expect(warnings).toContainEqual({
      code: 'duplicate-id',
      file: 'b.md',
      message: 'b.md: the id a is taken by a.md: the record is a-2 now; give it an id of its own',
    })
  })

  it('passes over what is no document, and warns of formats that it does not read', async () => {
    const { files, warnings } = await read({
      'a.md': letter('甲'),
      'README.md': '# 说明',
      'README.zh-CN.md': '# 说明',
      'lexicon.txt': '吞吐量',
      'synonyms.txt': '港口 码头',
      '.draft.md': letter('稿'),
      '.git/a.md': letter('稿'),
      'table.xlsx': 'x',
    })
    expect(files.map(({ file }) => file)).toEqual(['a.md'])
    expect(codes(warnings)).toEqual(['format-unknown'])
    expect(warnings.find(({ code }) => code === 'format-unknown')?.message).toBe(
      'table.xlsx was skipped: Lectern reads .md, .markdown, .txt, .html, .htm, .docx, .pdf, .json',
    )
  })

  it('goes on after a file that it cannot read', async () => {
    const { records, files, warnings } = await read({
      'a.txt': '',
      'b.txt': Buffer.from('89504e470d0a1a0a', 'hex'),
      'c.docx': 'no zip',
      'd.pdf': 'no pdf',
      'e.json': '{',
      'f.html': '<div>'.repeat(100_000),
      'g.doc': Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      'h.md': letter('好'),
    })
    expect(records.map(({ id }) => id)).toEqual(['h'])
    expect(codes(warnings)).toEqual([
      'file-empty',
      'file-binary',
      'docx-broken',
      'pdf-broken',
      'json-invalid',
      'html-too-deep',
      'docx-encrypted',
    ])
    expect(warnings.find(({ code }) => code === 'json-invalid')).toMatchObject({ file: 'e.json', line: 1 })
    expect(files.map(({ file }) => file)).toHaveLength(8)
  })

  it('throws the first fault when strict', async () => {
    await expect(
      read({ 'a.md': letter('甲'), 'b.txt': '', 'c.pdf': 'x' }, { strict: true }),
    ).rejects.toMatchObject({
      code: 'file-empty',
      file: 'b.txt',
      message: 'b.txt is empty (0 bytes): nothing to read',
    })
  })

  it('does not read 200 MB of text', async () => {
    const dir = await corpusOf({ 'a.md': letter('甲') })
    const file = await open(join(dir, 'huge.txt'), 'w')
    await file.truncate(200_000_000)
    await file.close()
    const before = process.memoryUsage().arrayBuffers
    const { records, warnings } = await readCorpus({ dir })
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50_000_000)
    expect(records).toHaveLength(1)
    expect(warnings).toContainEqual({
      code: 'file-too-large',
      file: 'huge.txt',
      message: 'huge.txt is too large (191 MiB; the limit is 64 MiB): cut it into several files',
    })
  })

  it('refuses links that leave the corpus, and follows others once', async () => {
    const dir = await corpusOf({
      'a.md': letter('甲'),
      'deep/b.md': letter('乙'),
      '.kept/c.md': letter('丙'),
    })
    await writeFile(join(dir, '..', 'secret.md'), letter('密'))
    await symlink('../secret.md', join(dir, 'out.md'))
    await symlink('..', join(dir, 'up'))
    await symlink('a.md', join(dir, 'again.md'))
    await symlink('../deep', join(dir, 'deep', 'loop'))
    await symlink('.kept', join(dir, 'kept'))
    await symlink('nowhere.md', join(dir, 'lost.md'))
    const { files, records, warnings } = await readCorpus({ dir })
    expect(files.map(({ file }) => file)).toEqual(['a.md', 'deep/b.md', 'kept/c.md'])
    expect(records.map(({ title }) => title)).not.toContain('密')
    expect(
      warnings.filter(({ code }) => code.startsWith('path-')).map(({ code, file }) => [code, file]),
    ).toEqual([
      ['path-missing', 'lost.md'],
      ['path-outside-corpus', 'out.md'],
      ['path-outside-corpus', 'up'],
    ])
    expect(warnings.find(({ file }) => file === 'out.md')?.message).toBe(
      'out.md leads out of the corpus and was not read: copy what it points to into the corpus',
    )
  })

  it('reads given files only, and none that leaves the corpus by ..', async () => {
    const dir = await corpusOf({ 'a.md': letter('甲'), 'b.md': letter('乙') })
    await writeFile(join(dir, '..', 'secret.md'), letter('密'))
    const { files, warnings } = await readCorpus({
      dir,
      files: ['b.md', '../secret.md', 'a/../../secret.md', 'c.md'],
    })
    expect(files.map(({ file }) => file)).toEqual(['b.md'])
    expect(codes(warnings)).toEqual(['path-outside-corpus', 'path-outside-corpus', 'path-missing'])
  })

  it('refuses a folder that is missing or holds no document', async () => {
    await expect(readCorpus({ dir: '/no/such/folder' })).rejects.toMatchObject({
      code: 'corpus-missing',
      message: 'there is no folder /no/such/folder: give the folder that holds your documents',
    })
    await expect(read({})).rejects.toMatchObject({
      code: 'corpus-empty',
      message: expect.stringMatching(/ holds no document: put files there that end in \.md, /),
    })
    await expect(read({ 'README.md': '# 说明' })).rejects.toMatchObject({ code: 'corpus-empty' })
  })

  it('tells its progress', async () => {
    const seen: string[] = []
    await read(
      { 'a.md': letter('甲'), 'b.md': letter('乙') },
      { onFile: ({ file, index, total }) => seen.push(`${index + 1}/${total} ${file}`) },
    )
    expect(seen).toEqual(['1/2 a.md', '2/2 b.md'])
  })
})
