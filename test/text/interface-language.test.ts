import { describe, expect, it } from 'vitest'
import { nearestLanguage } from '../../src/text/interface-language.ts'

describe('the nearest language of the interface', () => {
  it.each([
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh-Hans-HK', 'zh-Hans'],
    ['zh-Hant', 'zh-Hant'],
    ['ZH-hant-CN', 'zh-Hant'],
    ['zh_TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-mo', 'zh-Hant'],
    ['en', 'en'],
    [' en-GB ', 'en'],
    ['eng', undefined],
    ['ru', undefined],
    ['und', undefined],
    ['', undefined],
  ])('to %j is %s', (tag, language) => expect(nearestLanguage(tag)).toBe(language))
})
