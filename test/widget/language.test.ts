import { describe, expect, it } from 'vitest'
import { chooseLanguage, stringsFor, widgetLanguages } from '../../src/widget/language.ts'
import type { Strings } from '../../src/widget/strings/strings.ts'

describe('the language of the widget', () => {
  it.each([
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['ZH_cn', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh-Hans-HK', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-MO', 'zh-Hant'],
    ['zh-Hant', 'zh-Hant'],
    ['zh-Hant-TW', 'zh-Hant'],
    ['en', 'en'],
    ['en-GB', 'en'],
  ] as const)('for %s is %s', (tag, language) => {
    expect(chooseLanguage([tag])).toBe(language)
  })

  it('is the first of several that it speaks, and Simplified Chinese where it speaks none', () => {
    expect(chooseLanguage(['fr', undefined, '', 'zh-TW', 'en'])).toBe('zh-Hant')
    expect(chooseLanguage(['english', 'zhuang', 'ru'])).toBe('zh-Hans')
    expect(chooseLanguage([])).toBe('zh-Hans')
  })
})

describe('the words of the widget', () => {
  it('are said in each language, none of them empty', () => {
    for (const language of widgetLanguages) {
      for (const [name, words] of listWords(stringsFor(language))) {
        expect(words.trim() === '' && name !== 'comma', `${language} ${name}`).toBe(false)
      }
    }
  })

  it('are not the same in the two scripts wherever a sign differs, and hold no sign of the other', () => {
    const traditional = listWords(stringsFor('zh-Hant')).map(([, words]) => words)
    expect(traditional.join('')).not.toMatch(
      /[记录问题复制网络连发这说没为样时错误页闭关链缩读贴试谢误围间类书从选单]/u,
    )
    const simplified = listWords(stringsFor('zh-Hans')).map(([, words]) => words)
    expect(simplified.join('')).not.toMatch(
      /[記錄問題複製網絡連發這說沒為樣時錯誤頁閉關鏈縮讀貼試謝誤圍間類書從選單]/u,
    )
    expect(
      listWords(stringsFor('en'))
        .map(([, words]) => words)
        .join(''),
    ).not.toMatch(/\p{Script=Han}/u)
  })

  it('have a place for the missing words', () => {
    for (const language of widgetLanguages) expect(stringsFor(language).missing).toContain('{}')
  })

  it('count one and many in English', () => {
    const { searched, answered, retryIn } = stringsFor('en')
    expect(searched(1, 2)).toBe('Searched 1 record, 2 passages')
    expect(answered(1)).toBe('1 quote from the records')
    expect(retryIn(1)).toBe('Asking again in 1 second')
  })
})

// ---------------------------------------------------------------------------

function listWords(strings: Strings): [name: string, words: string][] {
  return Object.entries(strings).flatMap(([name, told]): [string, string][] => {
    if (typeof told === 'string') return [[name, told]]
    if (typeof told === 'function') return [[name, String((told as (...given: unknown[]) => string)(2, 3))]]
    return Object.entries(told as Record<string, string>).map(([inner, words]) => [`${name}.${inner}`, words])
  })
}
