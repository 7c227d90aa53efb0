import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import jieba from 'nodejieba'

/**
 * nodejieba with its own dictionary and `userWords`, and nothing that an earlier caller added:
 * the dictionaries are loaded anew, since nodejieba keeps one state for the whole process.
 */
export function openJieba(userWords: readonly string[]): (text: string) => string[] {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-'))
  try {
    const userDict = join(folder, 'user-words.utf8')
    writeFileSync(userDict, userWords.map((word) => `${word}\n`).join(''))
    jieba.load({ userDict })
  } finally {
    rmSync(folder, { recursive: true })
  }
  return (text) => jieba.cut(text, true)
}
