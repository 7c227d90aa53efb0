/** Filters are exact; a passage that does not meet all of them is never a hit. */
export interface Filters {
  /** Speaker's name, compared folded. */
  speaker?: string
  /** Earliest date, `YYYY-MM-DD`, inclusive. */
  from?: string
  /** Latest date, `YYYY-MM-DD`, inclusive. */
  to?: string
  /** Record id. */
  record?: string
  kind?: string
}
