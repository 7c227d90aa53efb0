import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { openIndexFolder } from '../adapter/node-index.ts'
import { LecternError } from '../errors.ts'
import { toDocument } from '../search/documents.ts'
import { type Contents, commonestTerms, openContents } from '../search/inspect.ts'
import type { LecternIndex } from '../search/lectern-index.ts'
import { manifestFile } from '../search/manifest.ts'
import { wholeNumber } from './arguments.ts'
import { formatInspection, type Inspection } from './format-inspection.ts'

interface InspectOptions {
  index: string
  term?: string
  passage?: number
  top: number
  json?: boolean
}

export function addInspectCommand(program: Command): void {
  program
    .command('inspect')
    .description(
      'look into an index: its parts, its terms, what a passage holds; reads every byte of an image',
    )
    .requiredOption('--index <dir>', 'folder of the index')
    .option('--term <term>', 'where a term stands, written as in `lectern ask --explain --json`')
    .option('--passage <n>', 'the terms of a passage', wholeNumber(0, Number.MAX_SAFE_INTEGER))
    .option('--top <n>', 'how many of the commonest terms', wholeNumber(0, 1000), 10)
    .option('--json', 'print it as JSON')
    .action(async (options: InspectOptions) => {
      const index = await openIndexFolder(options.index)
      const contents = await openFolder(options.index)
      const found = inspect(index, contents, options)
      process.stdout.write(options.json ? `${JSON.stringify(found)}\n` : formatInspection(found))
    })
}

// ---------------------------------------------------------------------------

async function openFolder(dir: string): Promise<Contents> {
  const read = async (name: string) => new Uint8Array(await readFile(join(dir, name)))
  return openContents(new TextDecoder().decode(await read(manifestFile)), read)
}

function inspect(
  index: LecternIndex,
  contents: Contents,
  { term, passage, top }: InspectOptions,
): Inspection {
  const { retriever, fingerprint, analyzer, counts } = contents.manifest
  return {
    retriever,
    fingerprint,
    analyzer,
    counts,
    sections: contents.sections,
    commonest: commonestTerms(contents, top),
    ...(term !== undefined && {
      term: {
        term,
        frequency: index.retriever.frequency(term),
        postings: Object.fromEntries(contents.postingsOf(term)),
      },
    }),
    ...(passage !== undefined && {
      passage: { ...readPassage(index, passage), terms: Object.fromEntries(contents.termsOf(passage)) },
    }),
  }
}

function readPassage(index: LecternIndex, id: number) {
  const passage = index.passages.at(id)
  const record = passage && index.records[passage.record]
  if (!passage || !record) {
    const count = index.passages.length
    const range = count === 0 ? 'the index has none' : `give a number from 0 to ${count - 1}`
    throw new LecternError('passage-unknown', `there is no passage ${id}: ${range}`)
  }
  return { passage: id, record: record.id, span: passage.span, fields: toDocument(passage, record) }
}
