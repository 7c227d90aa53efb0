import type { LecternRecord } from '../record/record.ts'
import { sha256 } from '../text/digest.ts'
import type { EvalPassage } from './dataset.ts'

/** A dataset's passage as a record: one turn of narration. A byte order mark is no character of it. */
export async function toRecord({ id, text, title }: EvalPassage): Promise<LecternRecord> {
  const clean = text.replace(/^\ufeff/, '')
  const start = clean.length - clean.trimStart().length
  const end = clean.trimEnd().length
  return {
    id,
    kind: 'article',
    title: title ?? '',
    language: 'und',
    text: clean,
    turns: end > start ? [{ kind: 'narration', span: { start, end } }] : [],
    exchanges: [],
    sections: [],
    people: [],
    repairs: [],
    version: await sha256(clean),
  }
}
