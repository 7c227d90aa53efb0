import type { LecternRecord } from '../record/record.ts'
import { fold } from '../text/fold.ts'

/** Someone who can be quoted. */
export interface Speaker {
  /** As most turns write it; script, width and case tell nobody apart. */
  name: string
  /** The office in the latest record that tells one. */
  role?: string
  /** How many replies and statements. */
  turns: number
  /** Ids, in index order. */
  records: string[]
}

/** What makes two names one: the filter by speaker compares the same way. */
export function speakerKey(name: string): string {
  return fold(name).trim()
}

/** Who replies or makes statements, by descending number of turns, then by name. Askers are left out. */
export function listSpeakers(records: readonly LecternRecord[]): Speaker[] {
  const speakers = new Map<string, Gathered>()
  for (const record of records) {
    for (const { kind, speaker: name, role } of record.turns) {
      if (name === undefined || kind === 'question') continue
      const key = speakerKey(name)
      const speaker: Gathered = speakers.get(key) ?? { names: new Map(), turns: 0, records: [] }
      speakers.set(key, speaker)
      speaker.names.set(name, (speaker.names.get(name) ?? 0) + 1)
      speaker.turns++
      if (speaker.records.at(-1) !== record.id) speaker.records.push(record.id)
      const date = record.date ?? ''
      if (role === undefined || date < (speaker.roleDate ?? '')) continue
      speaker.role = role
      speaker.roleDate = date
    }
  }
  return [...speakers.values()].map(toSpeaker).sort((a, b) => b.turns - a.turns || (a.name < b.name ? -1 : 1))
}

// ---------------------------------------------------------------------------

interface Gathered extends Omit<Speaker, 'name'> {
  /** Each way to write the name, with the number of its turns. */
  names: Map<string, number>
  roleDate?: string
}

function toSpeaker({ names, role, turns, records }: Gathered): Speaker {
  const [[name] = ['']] = [...names].sort(([, a], [, b]) => b - a)
  return { name, ...(role !== undefined && { role }), turns, records }
}
