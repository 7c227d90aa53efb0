import type { Citation } from './answer.ts'

/** Where a record can be read, relative to the server. */
export function recordPath(record: string): string {
  return `/r/${encodeURIComponent(record)}`
}

/** Where a turn can be read, relative to the server. */
export function permalink(record: string, turn: number): string {
  return `${recordPath(record)}#t${turn}`
}

/** How many characters of a version stand in a link to read: enough to tell one version from another. */
export const versionLength = 12

/** Id of the quoted words on the page of their record. */
export const quoteAnchor = 'quote'

/**
 * Where a quote can be read where it was said: `/r/<id>?s=<start>-<end>&v=<version>#quote`, relative to the server.
 * The page marks the span, or says that the record has another version by now.
 */
export function toReadLink({ url, span, version }: Pick<Citation, 'url' | 'span' | 'version'>): string {
  const [path] = url.split('#')
  return `${path}?s=${span.start}-${span.end}&v=${version.slice(0, versionLength)}#${quoteAnchor}`
}
