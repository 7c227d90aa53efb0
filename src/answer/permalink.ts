import type { Citation } from './answer.ts'

/** Where a turn can be read, relative to the server. */
export function permalink(record: string, turn: number): string {
  return `/r/${encodeURIComponent(record)}#t${turn}`
}

/** How many characters of a version stand in a link to read: enough to tell one version from another. */
export const versionLength = 12

/**
 * The permalink of a citation with its span and version: `/r/<id>?s=<start>-<end>&v=<version>#t<turn>`. The page of
 * the record marks the span, and says so when the record has another version by now. Relative to the server.
 */
export function toReadLink({ url, span, version }: Pick<Citation, 'url' | 'span' | 'version'>): string {
  const at = url.indexOf('#')
  const [path, fragment] = at === -1 ? [url, ''] : [url.slice(0, at), url.slice(at)]
  return `${path}?s=${span.start}-${span.end}&v=${version.slice(0, versionLength)}${fragment}`
}
