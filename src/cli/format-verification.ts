import pc from 'picocolors'
import type { Citation } from '../answer/answer.ts'
import type {
  Alteration,
  Altered,
  Cut,
  DiffRun,
  Exact,
  Place,
  Variant,
  Verification,
} from '../answer/verification.ts'
import { formatSpeaker, searchedLine } from './format-outcome.ts'

/** What became of a quote, for a person at a terminal. */
export function formatVerification(verification: Verification): string {
  return `${toLines(verification).join('\n')}\n`
}

// ---------------------------------------------------------------------------

function toLines(verification: Verification): string[] {
  if (verification.kind === 'exact') return formatExact(verification)
  if (verification.kind === 'altered') return formatAltered(verification)
  const nothing = 'Neither these words nor any near to them stand in the records.'
  return [`${pc.red('Not found.')} ${nothing}`, '', pc.dim(searchedLine(verification.searched))]
}

function formatExact({ variants, cut, text, citation, alsoIn }: Exact): string[] {
  return [
    `${pc.green('Exact.')} The record holds these words.`,
    ...(variants.length > 0
      ? [`Written otherwise: ${variants.map((name) => variantNames[name]).join(', ')}.`]
      : []),
    ...formatCut(cut),
    '',
    ...formatPlace({ text, citation }),
    ...alsoIn.map(({ title, url }) => pc.dim(`  also in ${title} ${url}`)),
  ]
}

function formatCut(cut: Cut | undefined): string[] {
  return [
    ...(cut?.start === undefined ? [] : [`It begins after or inside “${cut.start}”.`]),
    ...(cut?.end === undefined ? [] : [`It ends inside “${cut.end}”.`]),
  ]
}

function formatAltered({ flags, similarity, diff, nearest }: Altered): string[] {
  const share = `${Math.round(similarity * 100)}% of the words are the same`
  return [
    `${pc.yellow('Altered.')} ${share}.`,
    ...flags.map((flag) => `- ${alterationNames[flag]}`),
    '',
    ...formatDiff(diff),
    nearest.length > 1 ? `The words are from ${nearest.length} places:` : 'The record holds:',
    '',
    ...nearest.flatMap((place) => [...formatPlace(place), '']),
  ].slice(0, -1)
}

const variantNames: Record<Variant, string> = {
  punctuation: 'punctuation',
  width: 'full or half width',
  script: 'Traditional or Simplified characters',
  case: 'capitals',
  diacritics: 'diacritics',
  spacing: 'spaces',
}

const alterationNames: Record<Alteration, string> = {
  'negation-added': 'a negation was added',
  'negation-dropped': 'a negation was dropped',
  'number-changed': 'a number was changed',
  spliced: 'words from different places were joined',
  elided: 'words of the same turn were left out, and an ellipsis says so',
  'other-speaker': 'the words are not those of the speaker named',
}

/** Nothing where all words are the same: only their order, place or speaker is not. */
function formatDiff(diff: readonly DiffRun[]): string[] {
  if (diff.every(({ kind }) => kind === 'same')) return []
  const legend = pc.isColorSupported
    ? 'green: only in the quote; red: only in the record'
    : '{+only in the quote+} [-only in the record-]'
  return [diff.map(formatRun).join(''), pc.dim(legend), '']
}

function formatRun({ kind, text }: DiffRun): string {
  if (kind === 'same') return text
  if (pc.isColorSupported) return kind === 'added' ? pc.green(text) : pc.red(pc.strikethrough(text))
  return kind === 'added' ? `{+${text}+}` : `[-${text}-]`
}

function formatPlace({ text, citation }: Place): string[] {
  const { url, source } = citation
  return [
    `“${text}”`,
    `  — ${formatSpeaker(citation)}${titleOf(citation)}`,
    pc.dim(`  ${url}${source ? ` · ${source}` : ''}`),
  ]
}

function titleOf({ title, section }: Citation): string {
  return section ? `${title} · ${section}` : title
}
