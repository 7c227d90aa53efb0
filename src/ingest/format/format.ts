/** The formats that ingestion reads. */
export type Format = 'markdown' | 'text' | 'html' | 'docx' | 'pdf' | 'json'

const formats: Record<string, Format> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.txt': 'text',
  '.html': 'html',
  '.htm': 'html',
  '.docx': 'docx',
  // Read as Word only to say what to do: the old format has another magic number.
  '.doc': 'docx',
  '.pdf': 'pdf',
  '.json': 'json',
}

/** Extensions of the files that can be records, for messages. */
export const readableExtensions = Object.keys(formats).filter((extension) => extension !== '.doc')

/** Format of a file by the end of its name; undefined for what is not read. */
export function formatOf(path: string): Format | undefined {
  const extension = /\.[^./]+$/.exec(path)?.[0].toLowerCase() ?? ''
  return Object.hasOwn(formats, extension) ? formats[extension] : undefined
}

/** What the first bytes say, where they contradict the name: people rename files. */
export function formatOfBytes(named: Format, bytes: Uint8Array): Format {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (named === 'docx' && head.startsWith('%PDF-')) return 'pdf'
  const isPage = /^(?:\xef\xbb\xbf)?\s*(?:<!doctype html|<html[\s>])/i.test(head)
  if ((named === 'docx' || named === 'text') && isPage) return 'html'
  return named
}

/** Files that stand in a corpus beside its records: sidecars, word lists, read-mes, hidden files. */
export function isAuxiliary(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return (
    name.startsWith('.') ||
    /^(?:lexicon|synonyms)\.txt$|^readme.*\.(?:md|markdown|txt)$|\.meta\.ya?ml$/i.test(name)
  )
}

/** Where the metadata of a file may stand: `name.meta.yaml` or `name.txt.meta.yaml` beside `name.txt`. */
export function sidecarsOf(path: string): string[] {
  const bare = path.replace(/\.[^./]+$/, '')
  return [bare, path].flatMap((stem) => [`${stem}.meta.yaml`, `${stem}.meta.yml`])
}

export function isSidecar(path: string): boolean {
  return /\.meta\.ya?ml$/i.test(path)
}
