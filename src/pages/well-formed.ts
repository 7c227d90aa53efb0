/** `text` with U+FFFD for each half of a surrogate pair that stands alone: no address can hold one. */
export function toWellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd')
}
