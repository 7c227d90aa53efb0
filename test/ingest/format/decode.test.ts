import { describe, expect, it } from 'vitest'
import { decode } from '../../../src/ingest/format/decode.ts'
import { encodeAs } from './encode-as.ts'

const simplified = '林海生：大家好。去年望海港的集装箱吞吐量达到二百三十万标准箱，我们今年还要增加航线。'
const traditional = '陳秀蘭：各位好。去年渡輪的乘客達到三百萬人次，我們今年還要增加班次，請大家放心。'

const utf8 = (text: string) => new TextEncoder().encode(text)

function utf16(text: string, { bigEndian = false, mark = false } = {}): Uint8Array {
  const bytes = Buffer.from(mark ? `\ufeff${text}` : text, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}

describe('decode', () => {
  it.each([
    ['UTF-8', utf8(simplified), 'utf-8'],
    ['UTF-8 with a byte order mark', utf8(`\ufeff${simplified}`), 'utf-8'],
    ['UTF-16LE with a mark', utf16(simplified, { mark: true }), 'utf-16le'],
    ['UTF-16BE with a mark', utf16(simplified, { mark: true, bigEndian: true }), 'utf-16be'],
    ['UTF-16LE without a mark', utf16(simplified), 'utf-16le'],
    ['UTF-16BE without a mark', utf16(simplified, { bigEndian: true }), 'utf-16be'],
    ['GB18030', encodeAs(simplified, 'gb18030'), 'gb18030'],
  ])('reads %s', (_name, bytes, encoding) => {
    expect(decode(bytes, { file: 'a.txt' })).toEqual({
      text: simplified,
      encoding,
      repairs: [],
      warnings: [],
    })
  })

  it('reads Big5, and Traditional text in GB18030 too', () => {
    expect(decode(encodeAs(traditional, 'big5'), { file: 'a.txt' })).toMatchObject({
      text: traditional,
      encoding: 'big5',
    })
    expect(decode(encodeAs(traditional, 'gb18030'), { file: 'a.txt' })).toMatchObject({
      text: traditional,
      encoding: 'gb18030',
    })
  })

  it('tells the Chinese encodings apart in one short sentence', () => {
    expect(decode(encodeAs('我们的工作', 'gb18030'), { file: 'a.txt' }).text).toBe('我们的工作')
    expect(decode(encodeAs('我們的工作', 'big5'), { file: 'a.txt' }).text).toBe('我們的工作')
  })

  it('reads ASCII text in UTF-16 without a mark', () => {
    expect(decode(utf16('Good morning, everyone.'), { file: 'a.txt' }).text).toBe('Good morning, everyone.')
  })

  it('guesses Cyrillic in windows-1251 and says that it is unsure', () => {
    const text =
      'Здравствуйте, уважаемые коллеги! Сегодня мы расскажем о работе порта и отвечаем на вопросы журналистов.'
    const bytes = Uint8Array.from(text, (char) =>
      char < '\u0080' ? char.charCodeAt(0) : char.charCodeAt(0) - 0x350,
    )
    const decoded = decode(bytes, { file: 'a.txt' })
    expect(decoded.text).toBe(text)
    expect(decoded.warnings[0]).toMatchObject({
      code: 'encoding-uncertain',
      message: expect.stringContaining('windows-1251'),
    })
  })

  it('shows bad bytes in UTF-8 as U+FFFD and warns with their line', () => {
    const bytes = Buffer.concat([
      utf8('第一行没有问题\n第二行有坏'),
      Buffer.from([0xff, 0xc0]),
      utf8('字节\n完'),
    ])
    const { text, warnings } = decode(bytes, { file: 'notes/a.txt' })
    expect(text).toBe('第一行没有问题\n第二行有坏\ufffd\ufffd字节\n完')
    expect(warnings).toEqual([
      {
        code: 'encoding-invalid',
        file: 'notes/a.txt',
        line: 2,
        message:
          'notes/a.txt:2: bytes that are not valid UTF-8, shown as U+FFFD in 2 places: save the file again as UTF-8',
      },
    ])
  })

  it('believes the declared encoding only where the bytes are not UTF-8', () => {
    expect(decode(utf8(simplified), { file: 'a.html', declared: 'gb2312' }).encoding).toBe('utf-8')
    const latin = Buffer.from('Café Zürich', 'latin1')
    expect(decode(latin, { file: 'a.html', declared: 'iso-8859-1' })).toMatchObject({
      text: 'Café Zürich',
      warnings: [],
    })
  })

  it('makes every line end a line feed', () => {
    expect(decode(utf8('a\r\nb\rc\n'), { file: 'a.txt' }).text).toBe('a\nb\nc\n')
  })

  it('removes control characters and lists them by line', () => {
    const { text, repairs } = decode(utf8('大家好\n\u0007今天\u0000天气\t很好'), { file: 'a.txt' })
    expect(text).toBe('大家好\n今天天气\t很好')
    expect(repairs).toEqual([{ kind: 'control', before: '\u0007\u0000', after: '', length: 2, line: 2 }])
  })

  it.each([
    ['a PNG picture', '89504e470d0a1a0a0000000d49484452'],
    ['a ZIP or Office file', '504b03041400060008000000'],
    ['a PDF file', '255044462d312e370a'],
  ])('refuses %s named .txt', (kind, hex) => {
    expect(() => decode(Buffer.from(hex, 'hex'), { file: 'a.txt' })).toThrow(
      `a.txt is not text (it begins like ${kind}): remove it or give it its own extension`,
    )
  })

  it('refuses bytes without any order', () => {
    const noise = Uint8Array.from({ length: 4000 }, (_, at) => (at * at * 31 + at * 7 + (at >> 3)) % 256)
    expect(() => decode(noise, { file: 'a.txt' })).toThrow('a.txt is not text (it is full of control bytes)')
  })

  it('refuses a file without content', () => {
    expect(() => decode(new Uint8Array(), { file: 'a.txt' })).toThrow(
      'a.txt is empty (0 bytes): nothing to read',
    )
    expect(() => decode(utf8('\ufeff \n\u3000\n'), { file: 'a.txt' })).toThrow('a.txt holds only white space')
  })
})
