import type { LecternRecord } from '../record/record.ts'

/** Someone who can be quoted. */
export interface Speaker {
  name: string
  /** The office in the latest record that tells one. */
  role?: string
  /** How many replies and statements. */
  turns: number
  /** Ids, in index order. */
  records: string[]
}

/** Who replies or makes statements, by descending number of turns, then by name. Askers are left out. */
export function listSpeakers(records: readonly LecternRecord[]): Speaker[] {
  const speakers = new Map<string, Speaker & { roleDate?: string }>()
  for (const record of records) {
    for (const { kind, speaker: name, role } of record.turns) {
      if (name === undefined || kind === 'question') continue
      const speaker = speakers.get(name) ?? { name, turns: 0, records: [] }
      speakers.set(name, speaker)
      speaker.turns++
      if (speaker.records.at(-1) !== record.id) speaker.records.push(record.id)
      const date = record.date ?? ''
      if (role === undefined || date < (speaker.roleDate ?? '')) continue
      speaker.role = role
      speaker.roleDate = date
    }
  }
  return [...speakers.values()]
    .map(({ name, role, turns, records: ids }) => ({
      name,
      ...(role !== undefined && { role }),
      turns,
      records: ids,
    }))
    .sort((a, b) => b.turns - a.turns || (a.name < b.name ? -1 : 1))
}
