import { Parser } from 'htmlparser2'
import { LecternError } from '../../errors.ts'

/** Elements inside one another that are read; real pages stay below a hundred. */
export const maxHtmlDepth = 256

/** Throws `html-too-deep` before anything that recurses sees the page. Needs no tree itself. */
export function assertShallow(html: string, file: string): void {
  let depth = 0
  let deepest = 0
  const parser = new Parser({
    onopentag: () => {
      depth++
      deepest = Math.max(deepest, depth)
    },
    onclosetag: () => {
      depth--
    },
  })
  for (let at = 0; at < html.length && deepest <= maxHtmlDepth; at += stride)
    parser.write(html.slice(at, at + stride))
  if (deepest <= maxHtmlDepth) return
  const message = `${file}: elements are nested more than ${maxHtmlDepth} deep: save the page again from a browser, or as text`
  throw new LecternError('html-too-deep', message, { file })
}

const stride = 16_384
