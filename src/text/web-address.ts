/** `given` where it is an absolute http or https address; else undefined: a record may name anything as its source. */
export function toWebAddress(given: string | undefined): string | undefined {
  return given !== undefined && /^https?:\/\//iu.test(given) && isUrl(given) ? given : undefined
}

// ---------------------------------------------------------------------------

function isUrl(text: string): boolean {
  try {
    return new URL(text) !== undefined
  } catch {
    return false
  }
}
