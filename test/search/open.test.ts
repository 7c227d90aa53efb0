import { beforeAll, describe, expect, it } from 'vitest'
import type { LecternError } from '../../src/errors.ts'
import { buildIndex, type IndexFiles } from '../../src/search/build.ts'
import { openIndex } from '../../src/search/open.ts'
import { createLexicon } from '../../src/text/lexicon.ts'
import { faultOf, words } from '../support/index.ts'
import { writeArticle } from '../support/records.ts'

const parts = ['records', 'passages', 'lexicon', 'synonyms', 'minisearch'] as const

describe('openIndex', () => {
  let built: IndexFiles<'minisearch'>
  beforeAll(async () => {
    built = await build(words)
  })

  /** The fault that the index gives when some of its files are others. */
  function refuse(
    changed: Record<string, string | Uint8Array<ArrayBuffer> | undefined>,
  ): Promise<LecternError> {
    return faultOf(openIndex(async (name) => (name in changed ? changed[name] : built.files.get(name))))
  }

  function refuseManifest(change: Record<string, unknown>): Promise<LecternError> {
    return refuse({ 'manifest.json': JSON.stringify({ ...built.manifest, ...change }) })
  }

  it('opens what was built', async () => {
    const index = await openIndex(async (name) => built.files.get(name))
    expect(index.fingerprint).toBe(built.manifest.fingerprint)
    expect(index.terms).toBe(built.manifest.counts.terms)
    expect(index.records.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(index.lexicon.words).toEqual(createLexicon(words).words)
    expect(index.averageRecordLength).toBe((6 + 5) / 2)
  })

  it('opens an index of nothing', async () => {
    const { files } = await buildIndex([], { lexicon: createLexicon([]) })
    const index = await openIndex(async (name) => files.get(name))
    expect([index.records, [...index.passages], index.averageRecordLength]).toEqual([[], [], 1])
  })

  it('says that there is no index, and how to build one', async () => {
    const fault = await faultOf(openIndex(async () => undefined))
    expect(fault.code).toBe('index-missing')
    expect(fault.message).toContain('manifest.json is missing')
    expect(fault.message).toContain('lectern index --corpus DIR --index DIR')
  })

  it.each(parts)('names the file when the %s are missing', async (part) => {
    const { file } = built.manifest.parts[part]
    const fault = await refuse({ [file]: undefined })
    expect([fault.code, fault.file]).toEqual(['index-corrupt', file])
    expect(fault.message).toContain(`${file} is missing`)
  })

  it.each(['records', 'passages', 'minisearch'] as const)(
    'names the file when a byte of the %s is another',
    async (part) => {
      const { file } = built.manifest.parts[part]
      const content = built.files.get(file) as string
      for (const at of [0, content.length >> 1, content.length - 1]) {
        const other = content.charAt(at) === '7' ? '8' : '7'
        const fault = await refuse({ [file]: content.slice(0, at) + other + content.slice(at + 1) })
        expect([fault.code, fault.file]).toEqual(['index-corrupt', file])
        expect(fault.message).toContain(`${file} is not what was written`)
      }
    },
  )

  it.each(['records', 'passages', 'minisearch'] as const)('refuses %s that end too early', async (part) => {
    const { file } = built.manifest.parts[part]
    const fault = await refuse({ [file]: (built.files.get(file) as string).slice(0, -1) })
    expect(fault.code).toBe('index-corrupt')
  })

  it('refuses a lexicon with a byte changed', async () => {
    const { file } = built.manifest.parts.lexicon
    const fault = await refuse({ [file]: `${built.files.get(file)}七七\n` })
    expect([fault.code, fault.file]).toEqual(['index-other-analyzer', file])
  })

  it('refuses synonyms with a line more', async () => {
    const { file } = built.manifest.parts.synonyms
    expect((await refuse({ [file]: '灯塔 = 航标\n' })).code).toBe('index-other-analyzer')
  })

  it('refuses a manifest that ends anywhere before its end', async () => {
    const manifest = (built.files.get('manifest.json') as string).trimEnd()
    for (let length = 0; length < manifest.length; length += 7) {
      const fault = await refuse({ 'manifest.json': manifest.slice(0, length) })
      expect([fault.code, fault.file]).toEqual(['index-corrupt', 'manifest.json'])
      expect(fault.message).toContain('Build the index again')
    }
  })

  it.each(['null', '[]', '{}', '"manifest"', '\u0000', '{"format":3}'])(
    'takes %j for no manifest',
    async (text) => {
      expect((await refuse({ 'manifest.json': text })).code).toBe('index-corrupt')
    },
  )

  it('refuses a manifest whose parts lie elsewhere', async () => {
    const records = { ...built.manifest.parts.records, file: '../records.jsonl' }
    const fault = await refuseManifest({ parts: { ...built.manifest.parts, records } })
    expect(fault.code).toBe('index-corrupt')
  })

  it.each([0, 1, 99])('names both formats when the index has format %i', async (format) => {
    const fault = await refuseManifest({ format })
    expect(fault.code).toBe('index-other-format')
    expect(fault.message).toContain(`format ${format}`)
    expect(fault.message).toContain(`format ${built.manifest.format}`)
  })

  it('knows another format by its number alone', async () => {
    expect((await refuse({ 'manifest.json': '{"format":1,"shards":[]}' })).code).toBe('index-other-format')
  })

  it('names both fingerprints when the lexicon is that of another index', async () => {
    const other = await build(['灯塔'])
    const { lexicon } = other.manifest.parts
    const fault = await refuse({
      'manifest.json': JSON.stringify({
        ...built.manifest,
        parts: { ...built.manifest.parts, lexicon },
      }),
      [lexicon.file]: other.files.get(lexicon.file),
    })
    expect(fault.code).toBe('index-other-analyzer')
    expect(fault.message).toContain(built.manifest.analyzer)
    expect(fault.message).toContain(other.manifest.analyzer)
    expect(built.manifest.analyzer).not.toBe(other.manifest.analyzer)
  })

  it('names both fingerprints when the analyzer was another', async () => {
    const fault = await refuseManifest({ analyzer: 'an-older-one' })
    expect(fault.code).toBe('index-other-analyzer')
    expect(fault.message).toContain('an-older-one')
    expect(fault.message).toContain(built.manifest.analyzer)
  })
})

async function build(lexicon: readonly string[]): Promise<IndexFiles<'minisearch'>> {
  const records = [
    await writeArticle({ id: 'a' }, '灯塔高七米。'),
    await writeArticle({ id: 'b' }, '渡轮七时开'),
  ]
  return buildIndex(records, { lexicon: createLexicon(lexicon) })
}
