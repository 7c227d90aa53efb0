import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import jieba from 'nodejieba'
import { narrowDictionary } from './jieba-dictionary.ts'

/** Its types do not tell. */
const { DEFAULT_DICT } = jieba as unknown as { DEFAULT_DICT: string }

/**
 * nodejieba with its own dictionary and `userWords`, to cut these texts, and nothing that an earlier caller added:
 * the dictionaries are loaded anew, since nodejieba keeps one state for the whole process. Whoever uses it otherwise
 * in this process must `load` it again: what stands in no text is not in it.
 */
export function openJieba(userWords: readonly string[], texts: Iterable<string>): (text: string) => string[] {
  const { dictionary, userFrequency } = narrowDictionary(readFileSync(DEFAULT_DICT, 'utf8'), texts)
  const folder = mkdtempSync(join(tmpdir(), 'lectern-'))
  const write = (name: string, content: string) => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  }
  try {
    jieba.load({
      dict: write('dictionary.utf8', dictionary),
      userDict: write('user-words.utf8', userWords.map((word) => `${word} ${userFrequency} x\n`).join('')),
      // To cut needs none of the keywords of a language, which take long to load.
      idfDict: write('keywords.utf8', '一 1\n'),
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
  return (text) => jieba.cut(text, true)
}
