import type { LecternRecord } from '../../src/record/record.ts'
import { writeRecord } from '../http/records.ts'

/** Where `words` are marked on the page of a record. */
export function citePath({ id, text, version }: LecternRecord, words: string): string {
  const start = text.indexOf(words)
  return `/r/${id}?s=${start}-${start + words.length}&v=${version.slice(0, 12)}#quote`
}

/** Three hundred turns, each with its number. */
export function writeLong(): Promise<LecternRecord> {
  const says = '港口今年的安排分为三个部分，每个部分都写在计划里，任何人都可以查阅。'
  return writeRecord(
    { id: 'long-meeting', kind: 'meeting', title: '三百段的会议', language: 'zh-Hans', date: '2025-01-01' },
    Array.from({ length: 300 }, (_, number) =>
      number % 2 === 0
        ? { kind: 'question', speaker: '江汀晚报记者', says: `第${number}个问题：港口今年怎么安排？` }
        : {
            kind: 'reply',
            speaker: '高屿',
            role: '港务处处长',
            says: `第${number}个回答。${says.repeat(1 + (number % 9))}\n${says}`,
          },
    ),
  )
}

export function writeArabic(): Promise<LecternRecord> {
  return writeRecord({ id: 'arabic', kind: 'statement', title: 'بيان الميناء', language: 'ar' }, [
    {
      kind: 'statement',
      speaker: 'ليلى حداد',
      role: 'مديرة الميناء',
      says: 'استقبل الميناء 412 سفينة (Berth 7 و Berth 8) في العام الماضي.',
    },
  ])
}

/** Words without end, and signs that turn the direction of what follows. */
export function writeUnruly(): Promise<LecternRecord> {
  return writeRecord({ id: 'unruly', kind: 'article', title: `w${'i'.repeat(400)}de`, language: 'en' }, [
    { kind: 'statement', speaker: 'n'.repeat(300), role: 'r'.repeat(300), says: `${'x'.repeat(10_000)} end` },
    { kind: 'statement', speaker: 'ab\u202ecd', role: 'ef\u2067gh', says: 'One \u202etwo three' },
  ])
}
