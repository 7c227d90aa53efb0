import { Document } from 'yaml'
import { toWebAddress } from '../text/web-address.ts'
import type { LecternRecord, Person } from './record.ts'

/** The metadata under the names that ingestion reads; address and version as a comment, for they are not the record's own. */
export function writeFrontMatter(record: LecternRecord, address: string): string {
  const { id, kind, title, date, publisher, language } = record
  const source = toWebAddress(record.source)
  const people = peopleOf(record)
  const document = new Document({
    id,
    kind,
    title,
    ...(date !== undefined && { date }),
    ...(publisher !== undefined && { publisher }),
    ...(source !== undefined && { source }),
    ...(language !== 'und' && { language }),
    ...(people.length > 0 && { people }),
  })
  document.commentBefore = ` ${address.replace(/\s/g, '')}\n SHA-256 ${record.version}`
  return `---\n${document.toString({ lineWidth: 0 })}---\n`
}

// ---------------------------------------------------------------------------

/** Those present and those who speak, but for those who only ask: a person on this list is nobody of the press. */
function peopleOf({ people, turns }: LecternRecord): Person[] {
  const known = new Map<string, Person>()
  const askers = new Set(turns.flatMap(({ kind, speaker }) => (kind === 'question' ? speaker : [])))
  for (const { kind, speaker } of turns) if (kind !== 'question' && speaker) askers.delete(speaker)
  const spoken = turns.flatMap(({ kind, speaker, role }) =>
    kind === 'question' || speaker === undefined || role === undefined ? [] : [{ name: speaker, role }],
  )
  for (const { name, role } of [...people, ...spoken]) {
    if (askers.has(name) || known.get(name)?.role !== undefined) continue
    known.set(name, { name, ...(role !== undefined && { role }) })
  }
  return [...known.values()]
}
