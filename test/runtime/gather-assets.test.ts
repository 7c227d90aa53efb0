import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it, vi } from 'vitest'
import { buildCorpusIndex } from '../../src/adapter/node-build.ts'
import { openIndexFolder } from '../../src/adapter/node-index.ts'
import { createLectern } from '../../src/answer/create-lectern.ts'
import type { Prepared } from '../../src/answer/lectern.ts'
import { corpus, makeFolder } from './worker-project.ts'

const script = fileURLToPath(new URL('../../scripts/gather-assets.mjs', import.meta.url))

async function gather(retriever: 'frozen' | 'minisearch') {
  const folder = await makeFolder()
  const index = join(folder, 'index')
  await buildCorpusIndex({ corpus, index, retriever, now: () => 0 })
  const out = join(folder, 'assets')
  await promisify(execFile)(process.execPath, [script, index, out])
  const prepared = JSON.parse(await readFile(join(out, 'prepared.json'), 'utf8')) as Prepared
  return { prepared, index: await openIndexFolder(index) }
}

describe('the files of a Worker', () => {
  it.each(['frozen', 'minisearch'] as const)(
    'tell where the records answer themselves (%s)',
    async (name) => {
      const { prepared, index } = await gather(name)
      const lectern = createLectern(index)
      expect(prepared).toEqual(JSON.parse(JSON.stringify(await lectern.prepare(async () => {}))))
      expect(prepared.places.flat().filter(Boolean).length).toBeGreaterThan(10)
      const retrieve = vi.fn(index.retriever.retrieve)
      const quick = createLectern({ ...index, retriever: { ...index.retriever, retrieve } }, { prepared })
      const question = '港区去年的集装箱吞吐量是多少'
      expect(await quick.ask({ question })).toEqual(await createLectern(index).ask({ question }))
      expect(retrieve).toHaveBeenCalledTimes(1)
    },
  )
})
