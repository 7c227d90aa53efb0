import type { LecternRecord, Section, Turn } from '../../src/record/record.ts'
import { sha256 } from '../../src/text/digest.ts'

type Written = Omit<
  LecternRecord,
  'text' | 'turns' | 'sections' | 'exchanges' | 'people' | 'repairs' | 'version'
>
type Piece = { heading: string } | { kind: Turn['kind']; speaker?: string; role?: string; says: string }

/** A record written piece by piece; a question's replies are the replies that follow it. */
export async function writeRecord(written: Written, pieces: Piece[]): Promise<LecternRecord> {
  const record = { ...written, text: '', turns: [], sections: [], exchanges: [], people: [], repairs: [] }
  const { turns, sections, exchanges } = record as Pick<LecternRecord, 'turns' | 'sections' | 'exchanges'>
  for (const piece of pieces) {
    if (record.text !== '') record.text += '\n'
    if ('heading' in piece) {
      sections.push({ title: piece.heading, level: 1, span: { start: record.text.length, end: 0 } })
      record.text += piece.heading
      continue
    }
    const { says, ...turn } = piece
    if (piece.speaker) record.text += `${piece.speaker}：`
    const start = record.text.length
    record.text += says
    if (piece.kind === 'question') exchanges.push({ question: turns.length, replies: [] })
    if (piece.kind === 'reply') exchanges.at(-1)?.replies.push(turns.length)
    turns.push({ ...turn, span: { start, end: record.text.length } })
  }
  sections.forEach((section: Section, at) => {
    section.span.end = sections[at + 1]?.span.start ?? record.text.length
  })
  return { ...record, version: await sha256(record.text) }
}

/** A briefing in a town that is nowhere. */
export function writeBriefing(): Promise<LecternRecord> {
  return writeRecord(
    {
      id: '2025-05-briefing-bridge',
      kind: 'briefing',
      title: '鹿鸣镇跨河大桥情况发布会',
      date: '2025-05-20',
      publisher: '鹿鸣镇新闻办',
      source: 'https://luming.example/briefings/5',
      language: 'zh-Hans',
    },
    [
      { heading: '开场' },
      {
        kind: 'statement',
        speaker: '白舟',
        role: '镇交通处处长',
        says: '跨河大桥全长一千二百米，总投资3.6亿元。大桥去年9月开工。',
      },
      { heading: '问答' },
      { kind: 'question', speaker: '鹿鸣晚报记者', says: '请问大桥什么时候通车，行人能走吗？' },
      {
        kind: 'reply',
        speaker: '白舟',
        role: '镇交通处处长',
        says: '大桥计划今年12月28日通车。\n桥面两侧各有一条三米宽的步道，行人可以走。',
      },
      { kind: 'question', speaker: '河湾电台记者', says: '渡口还会保留吗？' },
      {
        kind: 'reply',
        speaker: '颜青禾',
        role: '镇航运所所长',
        says: '渡口保留到明年6月，每天开行18班渡船。',
      },
    ],
  )
}

/** In English, without date or address. */
export function writeLetter(): Promise<LecternRecord> {
  return writeRecord(
    { id: 'letter-orchard', kind: 'letter', title: 'Reply to the orchard keepers', language: 'en' },
    [
      {
        kind: 'narration',
        says: 'The council will lend forty ladders to the orchard keepers. The ladders must be returned by October.',
      },
    ],
  )
}

/** What a page must never take for markup. */
export const hostile = {
  id: 'a"><script>alert(1)</script>',
  title: '<img src=x onerror=alert(2)> 灯塔',
  publisher: '<b>publisher</b>',
  speaker: '<i onclick=alert(3)>石榴</i>',
  role: '"><svg onload=alert(4)>',
  asker: '</p><script>alert(5)</script>',
  question: '<script>alert(6)</script>灯塔有多高？',
  says: '</blockquote><script>alert(7)</script>灯塔高四十一米。',
  heading: '<h1>heading</h1>',
  source: 'javascript:alert(8)',
}

export function writeHostileRecord(): Promise<LecternRecord> {
  const { id, title, publisher, source, speaker, role } = hostile
  return writeRecord(
    { id, kind: 'article', title, publisher, source, language: 'zh-Hans', date: '2024-02-29' },
    [
      { heading: hostile.heading },
      { kind: 'question', speaker: hostile.asker, says: hostile.question },
      { kind: 'reply', speaker, role, says: hostile.says },
    ],
  )
}
