import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import jieba from 'nodejieba'
import { beforeAll, describe, expect, it } from 'vitest'
import { narrowDictionary } from '../../src/adapter/jieba-dictionary.ts'
import { openJieba } from '../../src/adapter/node-jieba.ts'
import { fold } from '../../src/text/fold.ts'
import { makeFolder } from '../cli/folders.ts'

const { DEFAULT_DICT } = jieba as unknown as { DEFAULT_DICT: string }
const whole = readFileSync(DEFAULT_DICT, 'utf8')
const lines = whole.trimEnd().split('\n')
const words = lines.map((line) => line.slice(0, line.indexOf(' ')))

const userWords = ['江汀市', '海水淡化', '陆闻溪', '中国', '的话', '乙𠮷野', 'abc']
const corpus = fileURLToPath(new URL('../../corpus', import.meta.url))
const documents = readdirSync(corpus, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .flatMap((name) => fold(readFileSync(join(corpus, name), 'utf8')).split('\n'))

/** Words of the dictionary and of the user side by side, single signs among them, and what is no word. */
const anyText = fc
  .array(
    fc.oneof(
      fc.nat({ max: words.length - 1 }).map((at) => words[at] as string),
      fc.constantFrom(...userWords, ...'的一了在，。 是a7\ue000\ue001𠮷'),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''))

/** With the whole dictionary, which weighs the words of users itself. */
let cutByAll: (texts: readonly string[]) => string[][]
beforeAll(async () => {
  const folder = await makeFolder({ 'words.utf8': userWords.map((word) => `${word}\n`).join('') })
  cutByAll = (texts) => {
    jieba.load({ userDict: join(folder, 'words.utf8') })
    return texts.map((text) => jieba.cut(text, true))
  }
})

describe('a narrow dictionary', () => {
  it('cuts the texts that it is made for as the whole one does', () => {
    const texts = [...documents, ...fc.sample(anyText, { numRuns: 3000, seed: 7 })]
    const expected = cutByAll(texts)
    const cut = openJieba(userWords, texts)
    expect(texts.map(cut)).toEqual(expected)
  })

  it('does so for one text alone', () => {
    const texts = fc.sample(anyText, { numRuns: 20, seed: 8 })
    const expected = cutByAll(texts)
    for (const [at, text] of texts.entries()) expect(openJieba(userWords, [text])(text)).toEqual(expected[at])
  })

  it('holds a small part of the words, and all of their frequencies', () => {
    const { dictionary, userFrequency } = narrowDictionary(whole, documents)
    const sum = (text: string) =>
      text
        .trimEnd()
        .split('\n')
        .reduce((total, line) => total + Number(line.split(' ')[1]), 0)
    expect(dictionary.length).toBeLessThan(whole.length / 4)
    expect(sum(dictionary)).toBe(sum(whole))
    expect(userFrequency).toBe(3)
  })

  it('is the whole one where any word may stand in the texts', () => {
    expect(narrowDictionary(whole, words).dictionary).toBe(whole)
  })

  it('has words of its own that stand in no text', () => {
    const { dictionary } = narrowDictionary(whole, ['\ue000\ue000', '\ue001\ue001的'])
    const added = dictionary.trimEnd().split('\n').slice(-2)
    expect(added).toEqual([
      expect.stringMatching(/^\ue002\ue002 2 /u),
      expect.stringMatching(/^\ue003\ue003 /u),
    ])
  })
})
