/** Letters and digits of every script kept in lower case, every other run a hyphen; may be empty. */
export function toSlug(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
}

/** Id of the record in a file: the slug of its path in the corpus, without extension. */
export function idOfFile(path: string): string {
  return toSlug(path.replace(/\.[^./]+$/, '')) || 'record'
}
