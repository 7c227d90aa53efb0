import { describe, expect, it } from 'vitest'
import { readJoined } from '../../src/adapter/read-joined.ts'

const bytes = Uint8Array.from({ length: 200_000 }, (_, at) => at % 251)
const pieces = () => [0, 70_000, 140_000].map((at) => new Response(bytes.slice(at, at + 70_000)))

describe('bodies read as one', () => {
  it.each([[bytes.length], [undefined]])('stand end to end, with %s bytes told', async (size) => {
    const whole = await readJoined(pieces(), size)
    expect(whole && Buffer.compare(whole, bytes)).toBe(0)
  })

  it('have all the memory that they stand in to themselves', async () => {
    const whole = await readJoined(pieces(), bytes.length)
    expect([whole?.byteOffset, whole?.buffer.byteLength]).toEqual([0, bytes.length])
  })

  it('are read as far as they go, and no further than is told', async () => {
    expect((await readJoined(pieces(), bytes.length + 9))?.length).toBe(bytes.length)
    expect((await readJoined(pieces(), 100_000))?.length).toBe(100_000)
  })

  it('are nothing where one of them is missing', async () => {
    const [first, , third] = pieces()
    expect(await readJoined([first, undefined, third], bytes.length)).toBeUndefined()
  })
})
