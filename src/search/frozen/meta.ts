/** What the section `meta` tells, as JSON. */
export interface ImageMeta {
  /** Version of the analyzer, and its fingerprint, which its lexicon and synonyms change too. */
  analyzerVersion: number
  analyzer: string
  counts: { records: number; passages: number; terms: number }
  /** In the order of `searchedFields`. */
  averageFieldLengths: number[]
  longestFieldLengths: number[]
  averageRecordLength: number
  /** The groups of synonyms, one a line. */
  synonyms: string
  /** Whoever speaks in a passage, by number. */
  speakers: string[]
  /** What a question may call them, folded, with the name as records write it. */
  names: [called: string, name: string][]
}
