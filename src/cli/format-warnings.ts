import pc from 'picocolors'
import type { Warning } from '../ingest/parsed.ts'
import { splitPlace } from '../ingest/warning.ts'

/** One line a warning, with file and line; records that miss the same metadata share one, at the end. */
export function formatWarnings(warnings: readonly Warning[]): string[] {
  const others = warnings.filter(({ code }) => code !== 'metadata-missing')
  return [...others.map(formatWarning), ...groupMissing(warnings)]
}

function formatWarning(warning: Warning): string {
  const { place, rest } = splitPlace(warning)
  return pc.yellow(place) + rest
}

/** How many files a group names. */
const shownFiles = 3

function groupMissing(warnings: readonly Warning[]): string[] {
  const groups = new Map<string, { records: number; files: Set<string> }>()
  for (const { code, file, fields = [] } of warnings) {
    if (code !== 'metadata-missing') continue
    const group = groups.get(fields.join(', ')) ?? { records: 0, files: new Set() }
    groups.set(fields.join(', '), group)
    group.records++
    group.files.add(file)
  }
  return [...groups].map(([fields, { records, files }]) => {
    const shown = [...files].slice(0, shownFiles).map(pc.yellow).join(', ')
    const more = files.size > shownFiles ? ` and ${files.size - shownFiles} more` : ''
    const [who, first] = [records === 1 ? '1 record does' : `${records} records do`, [...files][0]]
    return `${who} not tell ${fields}: ${shown}${more}. Add front matter or a sidecar such as ${first}.meta.yaml`
  })
}
