/** The parsed form of a question. */
export interface Query {
  /** As typed. */
  question: string
}
