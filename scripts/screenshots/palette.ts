import { crc32, deflateSync } from 'node:zlib'
import type { Browser } from 'playwright-core'

/** Colours of a picture, and how far apart they are at least, in red, green and blue together. */
const most = 96
const apart = 6

/** The picture in a few dozen colours, the most common ones: a fraction of its bytes. @param png of true colours. */
export async function reduceColours(browser: Browser, png: Buffer): Promise<Buffer> {
  const { width, height, pixels } = await readPixels(browser, png)
  const colours = chooseColours(pixels)
  const nearest = new Map<number, number>()
  const rows = Buffer.alloc((width + 1) * height)
  for (const [at, pixel] of pixels.entries()) {
    const found = nearest.get(pixel) ?? findNearest(pixel, colours)
    nearest.set(pixel, found)
    // Each row begins with the number of its filter, which is none.
    rows[at + Math.floor(at / width) + 1] = found
  }
  return writePng({ width, height, colours, rows })
}

// ---------------------------------------------------------------------------

/** Pixels as numbers: red, green and blue of a byte each. The browser knows how to read a picture. */
async function readPixels(browser: Browser, png: Buffer) {
  const page = await browser.newPage()
  const { width, height, bytes } = await page.evaluate(async (data) => {
    const image = new Image()
    image.src = `data:image/png;base64,${data}`
    await image.decode()
    const canvas = new OffscreenCanvas(image.width, image.height)
    const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D
    context.drawImage(image, 0, 0)
    const { data: rgba } = context.getImageData(0, 0, image.width, image.height)
    let bytes = ''
    for (let at = 0; at < rgba.length; at += 1 << 15)
      bytes += String.fromCharCode(...rgba.subarray(at, at + (1 << 15)))
    return { width: image.width, height: image.height, bytes: btoa(bytes) }
  }, png.toString('base64'))
  await page.close()
  const rgba = Buffer.from(bytes, 'base64')
  const pixels = Uint32Array.from({ length: width * height }, (_, at) => rgba.readUInt32BE(4 * at) >>> 8)
  return { width, height, pixels }
}

/** The most common first, none close to one before. */
function chooseColours(pixels: Uint32Array): number[] {
  const counts = new Map<number, number>()
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1)
  const chosen: number[] = []
  for (const [colour] of [...counts].sort(([, one], [, other]) => other - one)) {
    if (chosen.length === most) break
    if (chosen.every((other) => distance(other, colour) >= apart)) chosen.push(colour)
  }
  return chosen
}

function findNearest(pixel: number, colours: readonly number[]): number {
  let best = 0
  for (const [at, colour] of colours.entries())
    if (distance(colour, pixel) < distance(colours[best] as number, pixel)) best = at
  return best
}

function distance(one: number, other: number): number {
  return [16, 8, 0].reduce(
    (sum, shift) => sum + Math.abs(((one >> shift) & 255) - ((other >> shift) & 255)),
    0,
  )
}

interface Indexed {
  width: number
  height: number
  colours: readonly number[]
  rows: Buffer
}

function writePng({ width, height, colours, rows }: Indexed): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  // Eight bits a pixel, each the number of a colour.
  head.set([8, 3, 0, 0, 0], 8)
  const palette = Buffer.from(colours.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([
    signature,
    toChunk('IHDR', head),
    toChunk('PLTE', palette),
    toChunk('IDAT', deflateSync(rows, { level: 9 })),
    toChunk('IEND', Buffer.alloc(0)),
  ])
}

function toChunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const chunk = Buffer.alloc(named.length + 8)
  chunk.writeUInt32BE(content.length, 0)
  chunk.set(named, 4)
  chunk.writeUInt32BE(crc32(named), named.length + 4)
  return chunk
}
