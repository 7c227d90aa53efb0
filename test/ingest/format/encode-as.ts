/** Bytes of a text in a double-byte encoding, by turning the decoder's table around. */
export function encodeAs(text: string, encoding: 'gb18030' | 'big5'): Uint8Array {
  const table = tableOf(encoding)
  const bytes: number[] = []
  for (const char of text) {
    if (char < '\u0080') bytes.push(char.charCodeAt(0))
    else bytes.push(...(table.get(char) ?? fail(`${char} is not in ${encoding}`)))
  }
  return Uint8Array.from(bytes)
}

const tables = new Map<string, Map<string, [number, number]>>()

function tableOf(encoding: string): Map<string, [number, number]> {
  const built = tables.get(encoding) ?? new Map<string, [number, number]>()
  if (built.size > 0) return built
  const decoder = new TextDecoder(encoding)
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      const char = decoder.decode(Uint8Array.of(high, low))
      if ([...char].length === 1 && char !== '\ufffd' && !built.has(char)) built.set(char, [high, low])
    }
  }
  tables.set(encoding, built)
  return built
}

function fail(message: string): never {
  throw new Error(message)
}
