import { createHash } from 'node:crypto'
import type { LecternRecord, Section } from '../../record/record.ts'
import { cleanLines } from '../clean/clean.ts'
import { type Line, toLines } from '../line/lines.ts'
import type { Metadata, ParsedFile, Warning } from '../parsed.ts'
import { opensArticle, splitArticles } from './articles.ts'
import type { Heading } from './headings.ts'
import { nameKey } from './labels.ts'
import { describe } from './metadata.ts'
import { endWithSpeech } from './sections.ts'
import { readSpeakers } from './speakers.ts'
import { readTitle, removeRepeatedTitle } from './title.ts'
import { nameTurns, toTurns } from './turns.ts'
import { settleVoices } from './voices.ts'

/** Where a file's records go. */
export interface RecordContext {
  /** Path relative to the corpus. */
  file: string
  /** Id of the first record; further ones get `-2`, `-3`, … */
  id: string
}

export interface Structured {
  records: LecternRecord[]
  warnings: Warning[]
  /** Record id -> field -> `front matter`, `html head`, `content`, `file name`, `guessed`, `missing`, … */
  origins: Record<string, Record<string, string>>
}

/**
 * Makes records of a parsed file: cleans its lines, parts the articles of a page, and finds titles, sections,
 * speakers and exchanges. A file without any text gives no record and the warning `text-missing`.
 */
export function toRecords(parsed: ParsedFile, { file, id }: RecordContext): Structured {
  const lines = toLines(parsed, file)
  cleanLines(lines, !/\.(?:md|markdown|html?|xhtml|docx)$/iu.test(file))
  const articles = parsed.metadata.title !== undefined && isOwn(parsed) ? [lines] : splitArticles(lines)
  spreadRepairs(articles, parsed)
  const structured: Structured = { records: [], warnings: [...parsed.warnings], origins: {} }
  articles.forEach((article, number) => {
    const own = number === 0 ? id : `${id}-${number + 1}`
    addRecord(structured, article, {
      file,
      id: own,
      parsed,
      declared: number === 0 ? parsed.metadata : shared(parsed.metadata),
    })
  })
  if (structured.records.length === 0) {
    const message = `${file} holds no text that could be quoted: nothing of it is indexed`
    structured.warnings.push({ code: 'text-missing', message, file })
  }
  return structured
}

/** The author of the file says that it is one text, by giving its title. */
function isOwn(parsed: ParsedFile): boolean {
  return /front matter|sidecar|meta/iu.test(parsed.metadataOrigin)
}

/** What holds for every article of a page. */
function shared({ title, kind, id, people, ...rest }: Metadata): Metadata {
  return rest
}

/** Gives the repairs of the format's parser to the article that they stand in. */
function spreadRepairs(articles: readonly Line[][], { repairs }: ParsedFile): void {
  for (const repair of repairs) {
    const home =
      articles.findLast((article) => article[0] !== undefined && article[0].line <= (repair.line ?? 0)) ??
      articles[0]
    const line = home?.findLast((candidate) => candidate.line <= (repair.line ?? 0)) ?? home?.[0]
    line?.repairs.unshift(repair)
  }
}

interface ArticleContext extends RecordContext {
  parsed: ParsedFile
  declared: Metadata
}

function addRecord(
  structured: Structured,
  lines: Line[],
  { file, id, parsed, declared }: ArticleContext,
): void {
  const title = readTitle(lines, declared.title)
  removeRepeatedTitle(lines, title)
  const { stretches, headings, people, hosts } = readSpeakers(lines, { title, declared })
  const { text, starts } = assemble(lines)
  if (text === '') return
  const { origins, ...fields } = describe(lines, {
    declared,
    declaredOrigin: parsed.metadataOrigin,
    file,
    ...(title.text === undefined ? {} : { title: title.text }),
    speakers: new Set(stretches.flatMap(({ speaker }) => (speaker === undefined ? [] : nameKey(speaker))))
      .size,
    hasAskers: stretches.some(({ voice }) => voice === 'asker'),
    isReport: lines.some((line) => line.byline || opensArticle(line)),
    text,
  })
  settleVoices(stretches, {
    kind: fields.kind,
    hosts,
    present: new Set(people.map(({ name }) => nameKey(name))),
    wordsOf: (stretch) =>
      text.slice(
        starts[stretch.first]! + stretch.from,
        starts[stretch.last]! + lines[stretch.last]!.text.length,
      ),
  })
  const turns = toTurns(stretches, lines, starts)
  structured.records.push({
    id,
    ...fields,
    text,
    turns,
    exchanges: nameTurns(stretches).exchanges,
    sections: endWithSpeech(toSections(headings, starts, text.length), turns),
    people,
    repairs: lines.flatMap((line) => line.repairs),
    version: createHash('sha256').update(text, 'utf8').digest('hex'),
  })
  const peopleOrigin = people.length === 0 ? 'missing' : declared.people ? parsed.metadataOrigin : 'content'
  structured.origins[id] = { ...origins, people: peopleOrigin }
  structured.warnings.push(...warnOfMissing(structured.origins[id], file, id))
}

/** The text of the lines that are left, and where each begins in it. */
function assemble(lines: readonly Line[]): { text: string; starts: number[] } {
  const pieces: string[] = []
  const starts: number[] = []
  let at = 0
  for (const { text } of lines) {
    starts.push(at)
    if (text === '') continue
    pieces.push(text)
    at += text.length + 1
  }
  return { text: pieces.join('\n'), starts }
}

function toSections(headings: readonly Heading[], starts: readonly number[], end: number): Section[] {
  return headings.map(({ title, level, lines }, number) => {
    let next = number + 1
    while (next < headings.length && headings[next]!.level > level) next++
    const stop = headings[next]
    return { title, level, span: { start: starts[lines[0]!]!, end: stop ? starts[stop.lines[0]!]! : end } }
  })
}

/** Fields that a record should have and a text often does not tell. */
const wanted = ['title', 'date', 'publisher'] as const

function warnOfMissing(origins: Record<string, string>, file: string, id: string): Warning[] {
  const missing = wanted.filter((field) => origins[field] === 'missing' || origins[field] === 'file name')
  if (missing.length === 0) return []
  const message = `${file}: the text of ${id} does not tell ${missing.join(', ')}: add front matter or ${file}.meta.yaml`
  return [{ code: 'metadata-missing', message, file, fields: missing }]
}
