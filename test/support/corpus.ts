import fc from 'fast-check'
import type { LecternRecord } from '../../src/record/record.ts'
import { anyLine } from './arbitrary.ts'
import { type Block, type Piece, writeRecord } from './records.ts'

const speakers = ['陆闻溪', '高屿', '江汀晚报记者', 'Ada Moor', '陸聞溪']
const titles = ['开场', '航线', '海水淡化', '問答', 'The ferries', '灯塔']

/** Sentences of a town that is nowhere; few, so that questions meet answers and words meet twice. */
export const sentences = [
  '渡轮去年运送旅客三千五百万人次。',
  '新港区到灯塔岛的航线8月31日开通，票价8元。',
  '海水淡化厂总投资533.7亿元，每天供水20万吨！',
  '博物馆招募了420名志愿者，',
  '图书馆什么时候开放？',
  '志願者參觀燈塔和博物館。',
  '但是码头要到明年才能完工；',
  'The ferry from the old harbour carried 1,286 passengers.',
  'Dr. Moor paid 5.2% more for the lighthouse. ',
  '𠮷野码头的灯塔高四十一米……',
  '渡轮👩‍👩‍👧票。',
]

const paragraphs = fc.oneof(
  { weight: 5, arbitrary: fc.array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 14 }) },
  { weight: 1, arbitrary: fc.array(anyLine, { minLength: 1, maxLength: 4 }) },
)

const paragraph: fc.Arbitrary<Block> = paragraphs.map((parts) => ({ paragraph: parts.join('') }))
const heading = fc.record({ heading: fc.constantFrom(...titles), level: fc.integer({ min: 1, max: 3 }) })
const blocks = fc.array(fc.oneof({ weight: 4, arbitrary: paragraph }, { weight: 1, arbitrary: heading }), {
  minLength: 1,
  maxLength: 4,
})

const kinds = fc.constantFrom('question', 'reply', 'statement', 'narration')

const turn: fc.Arbitrary<Piece> = fc
  .tuple(kinds, fc.constantFrom(...speakers), fc.boolean(), blocks)
  .map(([kind, speaker, hasRole, says]) => ({
    kind,
    says,
    ...(kind !== 'narration' && { speaker }),
    ...(kind !== 'narration' && hasRole && { role: '港务处处长' }),
  }))

const pieces = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: turn },
    { weight: 1, arbitrary: heading },
    { weight: 1, arbitrary: fc.constantFrom({ aside: '（鼓掌）' }, { aside: '' }) },
  ),
  { maxLength: 8 },
)

const dates = fc.constantFrom(undefined, '2023', '2024-05', '2024-05-20', '2025-08-31')

/** A record of any shape. */
export function anyRecord(id: string): fc.Arbitrary<Promise<LecternRecord>> {
  return fc
    .tuple(pieces, dates, fc.constantFrom('briefing', 'letter'), fc.constantFrom(...titles))
    .map(([written, date, kind, title]) =>
      writeRecord({ id, kind, title, ...(date !== undefined && { date }) }, written),
    )
}

/** Some records, none or a few. */
export const anyCorpus: fc.Arbitrary<() => Promise<LecternRecord[]>> = fc
  .integer({ min: 0, max: 4 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => anyRecord(`r${at}`))))
  .map((written) => () => Promise.all(written))

/** A question about those records, or about nothing in them. */
export const anyQuestion: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...sentences) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '渡轮去年运送了多少旅客？',
      '請問新港區到燈塔島的航線什麼時候開通',
      'How many passengers did the ferry carry?',
      '陆闻溪怎么说灯塔',
      '海水淡化厂投资多少亿元',
      '多少？',
    ),
  },
  { weight: 2, arbitrary: anyLine },
)
