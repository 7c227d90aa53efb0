import type { Command } from 'commander'
import pc from 'picocolors'
import type { IndexReport } from '../adapter/node-build.ts'
import { miniSearchPassages, type RetrieverChoice } from '../search/choose-retriever.ts'
import type { RetrieverName } from '../search/manifest.ts'
import { retrieverOption } from './arguments.ts'
import { formatWarnings } from './format-warnings.ts'
import { createProgress } from './progress.ts'

interface IndexOptions {
  corpus: string
  index: string
  strict?: boolean
  retriever?: RetrieverName
  json?: boolean
}

export function addIndexCommand(program: Command): void {
  program
    .command('index')
    .description('read a folder of documents and write the index')
    .requiredOption('--corpus <dir>', 'folder that holds the documents')
    .requiredOption('--index <dir>', 'folder to write the index to')
    .option('--strict', 'stop at the first warning, but for metadata that are missing')
    .addOption(retrieverOption())
    .option('--json', 'print the report as JSON')
    .action(async (options: IndexOptions) => {
      // Only here: the parsers of all formats take longer to load than a question to answer.
      const { buildCorpusIndex } = await import('../adapter/node-build.ts')
      const silent = options.json === true
      const reading = createProgress('Reading ', { silent })
      const indexing = createProgress('Indexing', { silent })
      const report = await buildCorpusIndex({
        corpus: options.corpus,
        index: options.index,
        strict: options.strict === true,
        ...(options.retriever && { retriever: options.retriever }),
        now: () => performance.now(),
        onFile: reading.update,
        onPassage: (done, total) => {
          reading.stop()
          indexing.update(done, total)
        },
      }).finally(() => {
        reading.stop()
        indexing.stop()
      })
      process.stdout.write(
        silent ? `${JSON.stringify(report.summary)}\n` : formatReport(report, options.index),
      )
    })
}

/** What a person wants to know of a build: what was found, where it was not told, what was taken out. */
export function formatReport({ summary, files, repairs, synonyms }: IndexReport, index: string): string {
  const lines: string[] = []
  for (const { file, records, missing } of files) {
    const what =
      records.length === 0
        ? pc.red('not read')
        : records.map(({ id, title }) => `${pc.bold(id)} ${title}`).join('\n    ')
    lines.push(`${file}\n    ${what}`)
    if (missing.length > 0) lines.push(pc.dim(`    not told: ${missing.join(', ')}`))
  }
  if (repairs.length > 0) lines.push('', 'Removed or mended:')
  for (const { kind, count, example } of repairs) lines.push(`  ${kind}: ${count} (${example})`)
  lines.push(...formatSynonyms(synonyms))
  if (summary.warnings.length > 0) lines.push('', 'Warnings:')
  for (const line of formatWarnings(summary.warnings)) lines.push(`  ${line}`)
  const { records, passages, terms, durationMs } = summary
  const seconds = (durationMs / 1000).toFixed(1)
  lines.push(
    '',
    describeRetriever(summary.retriever),
    `${records} records, ${passages} passages, ${terms} terms, ${summary.repairs} repairs, ${summary.warnings.length} warnings in ${seconds} s -> ${index}`,
  )
  return `${lines.join('\n')}\n`
}

/** What was written, and why. */
export function describeRetriever({ retriever, reason }: RetrieverChoice): string {
  const what = retriever === 'frozen' ? 'One image, which opens at once' : 'An index for MiniSearch'
  const why = {
    asked: `as --retriever ${retriever} asks`,
    small: `as up to ${miniSearchPassages} passages MiniSearch is quick enough`,
    large: `as beyond ${miniSearchPassages} passages MiniSearch is slow to open and to answer`,
  }
  return `${what} (${retriever}), ${why[reason]}.`
}

function formatSynonyms({ groups, abbreviations }: IndexReport['synonyms']): string[] {
  if (groups === 0) return []
  const defined = abbreviations.map(({ long, short }) => `  ${short} = ${long}`)
  const heading = `Groups of synonyms: ${groups}`
  return ['', defined.length > 0 ? `${heading}; abbreviations that the records define:` : heading, ...defined]
}
