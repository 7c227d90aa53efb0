import { beforeAll, describe, expect, it } from 'vitest'
import { createLectern } from '../../../src/answer/create-lectern.ts'
import { isLecternError } from '../../../src/errors.ts'
import { buildIndex } from '../../../src/search/build.ts'
import { openFrozenIndex, readImage } from '../../../src/search/frozen/open-image.ts'
import { createLexicon } from '../../../src/text/lexicon.ts'
import { writeTown } from '../../contract/town.ts'
import { words } from '../../support/index.ts'
import { writeArticle } from '../../support/records.ts'

let image: Uint8Array<ArrayBuffer>
let answer: string
let everything: string
beforeAll(async () => {
  const town = await writeTown()
  const others = Array.from({ length: 150 }, (_, at) =>
    writeArticle(
      { id: `other-${at}`, title: `${at}号泵站` },
      `${at}号泵站每天抽水${at * 7}吨，值班员${at % 9}名。\n`.repeat(4),
    ),
  )
  const records = [...town, ...(await Promise.all(others))]
  const { files } = await buildIndex(records, { lexicon: createLexicon(words), retriever: 'frozen' })
  image = [...files.values()].find((content) => typeof content !== 'string') as Uint8Array<ArrayBuffer>
  answer = (await refusalOr(() => ask(image))) as string
  everything = (await refusalOr(() => readAll(image))) as string
})

async function ask(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const lectern = createLectern(openFrozenIndex(readImage(bytes)))
  return JSON.stringify(await lectern.ask({ question: '灯塔和渡轮在哪里' }))
}

/** All that an image holds. */
async function readAll(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const { records, passages, lexicon, retriever, analyze } = openFrozenIndex(readImage(bytes))
  const texts = [...passages].map(
    ({ record, span }) => records[record]?.text.slice(span.start, span.end) ?? '',
  )
  const terms = [...new Set(texts.flatMap((text) => analyze(text).map(({ term }) => term)))]
  const found = await retriever.held(terms, () => true)
  return JSON.stringify([records, [...passages], lexicon.words, terms.map(retriever.frequency), [...found]])
}

/** What is told, or the code of the fault. */
async function refusalOr(tell: () => Promise<string>): Promise<string | { refused: string }> {
  try {
    return await tell()
  } catch (error) {
    if (!isLecternError(error)) throw error
    return { refused: error.code }
  }
}

/** Numbers that look random and are the same each time. */
function createDice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

/** Changes a byte for as long as something is told. */
async function withChange<T>(roll: (sides: number) => number, tell: () => Promise<T>): Promise<T> {
  const at = roll(image.length)
  const own = image[at] as number
  image[at] = own ^ (1 + roll(255))
  const told = await tell()
  image[at] = own
  return told
}

const refusals = ['index-corrupt', 'index-other-format', 'index-other-analyzer']

describe('an image with any one byte changed', () => {
  it('is refused, or answers as before: 10,000 times', async () => {
    const roll = createDice(1)
    const seen = { refused: 0, same: 0 }
    for (let time = 0; time < 10_000; time++) {
      const told = await withChange(roll, () => refusalOr(() => ask(image)))
      if (typeof told === 'string') {
        expect(told).toBe(answer)
        seen.same++
      } else {
        expect(refusals).toContain(told.refused)
        seen.refused++
      }
    }
    // Most of the image is not needed for one question.
    expect(seen.same).toBeGreaterThan(1000)
    expect(seen.refused).toBeGreaterThan(1000)
  })

  it('is refused when all of it is read, unless the byte only fills a gap', async () => {
    const roll = createDice(3)
    let refused = 0
    for (let time = 0; time < 200; time++) {
      const told = await withChange(roll, () => refusalOr(() => readAll(image)))
      if (typeof told === 'string') expect(told).toBe(everything)
      else refused++
    }
    expect(refused).toBeGreaterThan(190)
  })
})

describe('an image that ends too early', () => {
  it('is refused: 10,000 times', async () => {
    const roll = createDice(2)
    for (let time = 0; time < 10_000; time++) {
      const short = image.slice(0, roll(image.length))
      expect(await refusalOr(() => ask(short))).toEqual({ refused: 'index-corrupt' })
    }
  })

  it('is refused where bytes follow it', async () => {
    const longer = new Uint8Array(image.length + 8)
    longer.set(image)
    expect(await refusalOr(() => ask(longer))).toEqual({ refused: 'index-corrupt' })
  })
})
