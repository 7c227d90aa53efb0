/** A small PDF written by hand: each page is a content stream; `font` is the object of font /F1. */
export function rawPdf(pages: string[], { font = latinFont, trailer = '' } = {}): Uint8Array {
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '']
  objects.push(font.replace('%next', String(objects.length + 2)))
  if (font.includes('%next')) objects.push(cidFont)
  const kids = pages.map((content) => {
    const stream = Buffer.from(content, 'latin1')
    objects.push(`<< /Length ${stream.length} >>\nstream\n${content}\nendstream`)
    const resources = '<< /Font << /F1 3 0 R >> >>'
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources ${resources} /Contents ${objects.length} 0 R >>`,
    )
    return `${objects.length} 0 R`
  })
  objects[1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.join(' ')}] >>`
  let pdf = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = pdf.length
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const start = pdf.length
  pdf += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  pdf += offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  pdf += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`
  return new Uint8Array(Buffer.from(pdf, 'latin1'))
}

const latinFont = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'
const cidFont =
  '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 ' +
  '/FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >> >>'

/** A Chinese font that is not embedded: only the character map of the package tells its text. */
export const chineseFont =
  '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [%next 0 R] >>'

/** Shows one line at a place, in points from the lower left corner. */
export function showLine(
  text: string,
  { x = 72, y, size = 12 }: { x?: number; y: number; size?: number },
): string {
  const isLatin = /^[\x20-\x7e]*$/.test(text)
  const hex = Buffer.from(text, 'utf16le').swap16().toString('hex')
  const shown = isLatin ? `(${text.replace(/[()\\]/g, '\\$&')})` : `<${hex}>`
  return `BT /F1 ${size} Tf ${x} ${y} Td ${shown} Tj ET`
}
