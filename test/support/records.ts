import type { LecternRecord, Section, Turn } from '../../src/record/record.ts'
import { sha256 } from '../../src/text/digest.ts'

/** What a record may be given; the rest is made from its pieces. */
export type Heading = { id: string } & Partial<
  Pick<LecternRecord, 'kind' | 'title' | 'date' | 'publisher' | 'source' | 'language'>
>

export type Block = { heading: string; level?: number } | { paragraph: string }

/** A turn, or a stretch of text before and between turns that belongs to none of them. */
export type Piece =
  | { kind: Turn['kind']; speaker?: string; role?: string; says: string | Block[] }
  | { heading: string; level?: number }
  | { aside: string }

/** A record written piece by piece, each on a line of its own; a reply answers the question turn before it. */
export async function writeRecord(head: Heading, pieces: readonly Piece[]): Promise<LecternRecord> {
  const { id, kind = 'briefing', title = `记录${id}`, language = 'zh-Hans', ...rest } = head
  const draft: Draft = { text: '', turns: [], exchanges: [], sections: [] }
  for (const piece of pieces) {
    if ('heading' in piece) addBlock(draft, piece)
    else if ('aside' in piece) addLine(draft, piece.aside)
    else addTurn(draft, piece)
  }
  closeSections(draft)
  const version = await sha256(draft.text)
  return { id, kind, title, language, ...rest, ...draft, people: [], repairs: [], version }
}

/** A record of one turn of narration. */
export function writeArticle(head: Heading, text: string): Promise<LecternRecord> {
  return writeRecord({ kind: 'article', ...head }, text === '' ? [] : [{ kind: 'narration', says: text }])
}

type Draft = Pick<LecternRecord, 'text' | 'turns' | 'exchanges' | 'sections'>

function addTurn(draft: Draft, piece: Extract<Piece, { says: unknown }>): void {
  const { says, ...turn } = piece
  const blocks: Block[] = typeof says === 'string' ? [{ paragraph: says }] : says
  if (piece.speaker !== undefined) addLine(draft, `${piece.speaker}：`)
  if (draft.text !== '') draft.text += '\n'
  const start = draft.text.length
  blocks.forEach((block, at) => {
    addBlock(draft, block, at > 0)
  })
  const number = draft.turns.length
  if (turn.kind === 'question') draft.exchanges.push({ question: number, replies: [] })
  if (turn.kind === 'reply') draft.exchanges.at(-1)?.replies.push(number)
  draft.turns.push({ ...turn, span: { start, end: draft.text.length } })
}

function addBlock(draft: Draft, block: Block, onNewLine = draft.text !== ''): void {
  if (onNewLine) draft.text += '\n'
  if ('paragraph' in block) {
    draft.text += block.paragraph
    return
  }
  const { heading: title, level = 1 } = block
  draft.sections.push({ title, level, span: { start: draft.text.length, end: -1 } })
  draft.text += title
}

function addLine(draft: Draft, line: string): void {
  draft.text += draft.text === '' ? line : `\n${line}`
}

/** A section ends where the next one of the same or a higher level begins, or with the speaker who opened it. */
function closeSections({ sections, text, turns }: Draft): void {
  sections.forEach((section: Section, at) => {
    const { start } = section.span
    const next = sections.slice(at + 1).find(({ level }) => level <= section.level)
    const opener = turns.find(({ speaker, span }) => speaker && span.start <= start && start < span.end)
    section.span.end = Math.min(next?.span.start ?? text.length, opener?.span.end ?? text.length)
  })
}
