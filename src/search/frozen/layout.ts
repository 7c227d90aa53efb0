/** What stands in an image, in this order. */
export const sectionNames = [
  'meta',
  'terms',
  'postings',
  'fieldLengths',
  'passages',
  'heads',
  'bodies',
  'texts',
  'lexicon',
  'subwords',
] as const

export type SectionName = (typeof sectionNames)[number]

/** `LECTERN` and an end of line that transfers as text would change. */
export const magic = new Uint8Array([0x4c, 0x45, 0x43, 0x54, 0x45, 0x52, 0x4e, 0x0a])

/** Raised when an image changes its form. */
export const imageVersion = 2

/** Checked one by one, when they are first read. In bytes. */
export const blockSize = 4096

/** Letters of the fingerprint: the beginning of the SHA-256 of all that stands behind the header. */
export const fingerprintLength = 16

/**
 * Header, in bytes: magic (8); version, size of the header with its tables, size of the image, size of a block (4 each);
 * fingerprint (16 letters); for each section its start and its length (4 each); the check of each block behind the
 * header (4 each); the check of all this (4).
 */
export const fixedHeader = 8 + 4 * 4 + fingerprintLength

/** Sections begin at multiples of this, so that columns of numbers can be read in place. In bytes. */
export const alignment = 8

/** How large an image may grow: places in it are numbers of 32 bits. In bytes. */
export const maxImageSize = 2 ** 32 - 1
