import { describe, expect, it } from 'vitest'
import type { Citation } from '../../src/answer/answer.ts'
import { checkAddress, toReadAddress } from '../../src/widget/address.ts'

const secure = 'https://city.example/news/today.html?x=1'
const plain = 'http://city.example/news/'

describe('the address of a server', () => {
  it('is taken with its path, without query, fragment and the slash at its end', () => {
    expect(checkAddress('https://ask.example', secure)).toEqual({ ok: true, base: 'https://ask.example' })
    expect(checkAddress('https://ask.example/lectern/?a#b', secure)).toEqual({
      ok: true,
      base: 'https://ask.example/lectern',
    })
  })

  it('may be relative to the page', () => {
    expect(checkAddress('/lectern', secure)).toEqual({ ok: true, base: 'https://city.example/lectern' })
    expect(checkAddress('//ask.example', secure)).toEqual({ ok: true, base: 'https://ask.example' })
  })

  it('may be relative to another base, which does not make a page that came by https plain', () => {
    expect(checkAddress('/x', secure, 'https://base.example/a/')).toEqual({
      ok: true,
      base: 'https://base.example/x',
    })
    expect(checkAddress('/x', secure, plain)).toMatchObject({ code: 'src-insecure' })
  })

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://ask.example',
    'https://',
    'https://user:word@ask.example',
    'https://a b',
    'blob:https://ask.example/1',
  ])('is not %s', (given) => {
    expect(checkAddress(given, secure)).toEqual({ ok: false, code: 'src-invalid', given })
  })

  it('is plain http only for a page that came by http, and for this machine', () => {
    const given = 'http://ask.example'
    expect(checkAddress(given, secure)).toEqual({ ok: false, code: 'src-insecure', given })
    expect(checkAddress(given, plain)).toEqual({ ok: true, base: given })
    for (const own of ['http://localhost:8787', 'http://127.0.0.1:8787', 'http://[::1]:8787']) {
      expect(checkAddress(own, secure)).toEqual({ ok: true, base: own })
    }
    for (const other of ['http://localhost.evil.example', 'http://127.0.0.1.evil.example']) {
      expect(checkAddress(other, secure)).toMatchObject({ code: 'src-insecure' })
    }
  })
})

describe('the address to read a citation at', () => {
  const base = 'https://ask.example/lectern'
  const cite = (url: string) => ({ url, span: { start: 3, end: 9 }, version: 'f'.repeat(64) }) as Citation

  it('stands below the server, with the span, the version and the language', () => {
    const address = toReadAddress(cite('/r/%E9%B9%BF#t4'), base, 'zh-Hant') ?? ''
    expect(address.startsWith('https://ask.example/lectern/r/%E9%B9%BF?')).toBe(true)
    expect(new URL(address).searchParams.get('lang')).toBe('zh-Hant')
    expect(address).toContain('s=3-9')
    expect(address).toContain(`v=${'f'.repeat(12)}`)
  })

  it.each([
    'https://evil.example/r/x',
    'javascript:alert(1)',
    'r/x',
    '',
    '@evil.example/',
    '.evil.example/',
    ':99999/r/x',
  ])('is left out for %j', (url) => {
    expect(toReadAddress(cite(url), base)).toBeUndefined()
    expect(toReadAddress(cite(url), 'https://ask.example')).toBeUndefined()
  })

  it.each(['//evil.example/r/x', '/\\evil.example/r/x', '/../../r/x', '/r/x\n//evil.example'])(
    'never leaves the server: %j',
    (url) => {
      for (const own of [base, 'https://ask.example']) {
        const address = toReadAddress(cite(url), own)
        if (address !== undefined) expect(new URL(address).origin).toBe('https://ask.example')
      }
    },
  )
})
