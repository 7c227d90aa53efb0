import { createLectern, type LecternOptions } from '../../src/answer/create-lectern.ts'
import type { Lectern } from '../../src/answer/lectern.ts'
import { LecternError } from '../../src/errors.ts'
import type { LecternRecord } from '../../src/record/record.ts'
import { buildIndex } from '../../src/search/build.ts'
import type { LecternIndex } from '../../src/search/lectern-index.ts'
import { openIndex } from '../../src/search/open.ts'
import { createLexicon } from '../../src/text/lexicon.ts'

/** Words of the records that the tests write. */
export const words = [
  '渡轮',
  '灯塔',
  '码头',
  '开通',
  '航线',
  '旅客',
  '博物馆',
  '图书馆',
  '海水',
  '海水淡化',
  '淡化厂',
  '投资',
  '志愿者',
  '新港区',
]

export async function openRecords(
  records: readonly LecternRecord[],
  lexicon: readonly string[] = words,
): Promise<LecternIndex> {
  const { files } = await buildIndex(records, { lexicon: createLexicon(lexicon) })
  return openIndex(async (name) => files.get(name))
}

export async function openLectern(
  records: readonly LecternRecord[],
  options: LecternOptions = {},
): Promise<Lectern> {
  return createLectern(await openRecords(records), options)
}

/** The fault that `promise` is refused with; anything else fails the test. */
export async function faultOf(promise: Promise<unknown>): Promise<LecternError> {
  const outcome = await promise.then(
    (value) => new Error(`resolved to ${JSON.stringify(value)}`),
    (error: unknown) => error,
  )
  if (outcome instanceof LecternError) return outcome
  throw outcome
}
