/** The term that all members of a group of synonyms share; no other term begins so. */
export function toSynonymTerm(foldedMember: string): string {
  return `~${foldedMember}`
}

export function isSynonymTerm(term: string): boolean {
  return term.startsWith('~')
}
