import { describe, expect, it } from 'vitest'
import { toWebAddress } from '../../src/text/web-address.ts'

describe('a web address', () => {
  it.each(['https://luming.example/briefings/5', 'HTTP://luming.example/', 'https://鹿鸣.example/简报'])(
    'stays as it stands: %s',
    (address) => expect(toWebAddress(address)).toBe(address),
  )

  it.each([
    undefined,
    '',
    'javascript:alert(8)',
    ' java\nscript:alert(8)',
    'javascript://luming.example/%0aalert(8)',
    'data:text/html,x',
    '/r/x',
    '//luming.example/',
    'https:luming.example',
    'https://',
    'http://[',
    ' https://luming.example/',
    'x',
  ])('is not %j', (given) => expect(toWebAddress(given)).toBeUndefined())
})
