import type * as z from 'zod'
import type { Faults } from '../../../pages/fields.tsx'
import type { Strings } from '../../../pages/strings/strings.ts'

/** What a page's form is told: the first fault of each field, in words of the page. */
export function toFaults(issues: readonly z.core.$ZodIssue[], strings: Strings): Faults {
  const faults: Record<string, string> = {}
  for (const issue of issues) {
    const [name] = issue.path
    if (typeof name === 'string') faults[name] ??= inWords(name, issue, strings)
  }
  return faults
}

// ---------------------------------------------------------------------------

function inWords(name: string, { code }: z.core.$ZodIssue, { problems, asking }: Strings): string {
  if (name === 'q') return problems[code === 'too_big' ? 'question-too-long' : 'question-empty']
  if (name === 'limit') return problems['limit-invalid']
  if (name === 'page') return problems['page-unknown']
  if (name !== 'from' && name !== 'to') return asking.filterInvalid
  return code === 'custom' ? asking.datesReversed : asking.dateInvalid
}
