import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Trial, trials, tryQuotes } from '../../../scripts/quote-trials.mjs'
import { buildCorpusIndex } from '../../../src/adapter/node-build.ts'
import { openIndexFolder } from '../../../src/adapter/node-index.ts'
import { createLectern } from '../../../src/answer/create-lectern.ts'

const folder = mkdtempSync(join(tmpdir(), 'lectern-verify-'))
let tried: Awaited<ReturnType<typeof tryQuotes>>

beforeAll(async () => {
  const corpus = new URL('../../../corpus', import.meta.url).pathname
  await buildCorpusIndex({ corpus, index: folder, now: () => 0 })
  tried = await tryQuotes(createLectern(await openIndexFolder(folder)))
})

afterAll(() => rmSync(folder, { recursive: true }))

function shareRight({ tried: count, wrong }: Trial): number {
  return (count - wrong.length) / count
}

describe('verify on the demonstration corpus', () => {
  it('flags 95% at least of two hundred alterations with the right flag and no other', () => {
    expect(tried.alterations.tried).toBe(trials)
    expect(shareRight(tried.alterations), JSON.stringify(tried.alterations.wrong)).toBeGreaterThanOrEqual(
      0.95,
    )
  })

  it('calls 99% at least of two hundred true quotes in other marks, scripts and widths exact', () => {
    expect(tried.trueQuotes.tried).toBe(trials)
    expect(shareRight(tried.trueQuotes), JSON.stringify(tried.trueQuotes.wrong)).toBeGreaterThanOrEqual(0.99)
  })
})
