import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { openImageFile } from '../../src/adapter/node-image.ts'
import { openIndexFolder } from '../../src/adapter/node-index.ts'
import { createLectern } from '../../src/answer/create-lectern.ts'
import { buildIndex } from '../../src/search/build.ts'
import { openFrozenIndex, readImage } from '../../src/search/frozen/open-image.ts'
import { createLexicon } from '../../src/text/lexicon.ts'
import { writeTown } from '../contract/town.ts'
import { afterFile } from '../support/after-file.ts'
import { words } from '../support/index.ts'
import { writeArticle } from '../support/records.ts'

let files: ReadonlyMap<string, string | Uint8Array>
beforeAll(async () => {
  const others = Array.from({ length: 150 }, (_, at) =>
    writeArticle(
      { id: `other-${at}`, title: `${at}号泵站` },
      `${at}号泵站每天抽水${at * 7}吨。\n`.repeat(40),
    ),
  )
  const records = [...(await writeTown()), ...(await Promise.all(others))]
  files = (await buildIndex(records, { lexicon: createLexicon(words), retriever: 'frozen' })).files
})

async function writeFolder(): Promise<{ dir: string; image: string }> {
  const dir = await mkdtemp(join(tmpdir(), 'lectern-image-'))
  afterFile(() => rm(dir, { recursive: true, force: true }))
  for (const [name, content] of files) await writeFile(join(dir, name), content)
  const [image] = (await readdir(dir)).filter((name) => name.endsWith('.bin')) as [string]
  return { dir, image: join(dir, image) }
}

const question = '灯塔和渡轮在哪里'

describe('an image that is read when it is needed', () => {
  it('answers as one that is in memory, and reads a part of the file to do so', async () => {
    const { dir, image } = await writeFolder()
    const source = openImageFile(image)
    if (!source) throw new Error('there is no image')
    let read = 0
    const load = (start: number, end: number) => {
      read += end - start
      source.load?.(start, end)
    }
    const lazy = createLectern(openFrozenIndex(readImage({ bytes: source.bytes, load })))
    const whole = createLectern(openFrozenIndex(readImage(new Uint8Array(await readFile(image)))))
    expect(await lazy.ask({ question })).toEqual(await whole.ask({ question }))
    expect(read).toBeLessThan(source.bytes.length * 0.8)
    expect(JSON.stringify(lazy.records)).toBe(JSON.stringify(whole.records))
    const folder = createLectern(await openIndexFolder(dir))
    expect({ ...(await folder.ask({ question })), index: '' }).toEqual({
      ...(await whole.ask({ question })),
      index: '',
    })
  })

  it('goes on when another takes its place', async () => {
    const { dir, image } = await writeFolder()
    const lectern = createLectern(await openIndexFolder(dir))
    await rm(image)
    await writeFile(image, 'another')
    expect((await lectern.ask({ question })).kind).toBe('answer')
  })

  it('is refused when its end is cut off while it is open', async () => {
    const { dir, image } = await writeFolder()
    const lectern = createLectern(await openIndexFolder(dir))
    await truncate(image, 20_000)
    await expect(lectern.ask({ question })).rejects.toMatchObject({ code: 'index-corrupt' })
  })

  it('is none where there is no file', async () => {
    const { dir } = await writeFolder()
    expect(openImageFile(join(dir, 'none.bin'))).toBeUndefined()
  })
})
