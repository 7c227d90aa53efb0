import type { Passage } from '../../record/passage.ts'
import type { LecternRecord } from '../../record/record.ts'
import type { Passages } from '../lectern-index.ts'
import { openColumns, writeColumns } from './columns.ts'
import type { Image } from './image.ts'

/** Columns of the section `passages`. Question and section are one more than their number, and 0 where there is none. */
const column = { record: 0, turn: 1, start: 2, length: 3, question: 4, section: 5, speaker: 6 } as const

export interface WrittenPassages {
  passages: Uint8Array
  /** Whoever speaks in a passage, by the number in the column `speaker` less one. */
  speakers: string[]
}

export function writePassages(
  passages: readonly Passage[],
  records: readonly LecternRecord[],
): WrittenPassages {
  const numbers = new Map<string, number>()
  const speakerOf = ({ record, turn }: Passage) => {
    const speaker = records[record]?.turns[turn]?.speaker
    if (speaker === undefined) return 0
    const number = numbers.get(speaker) ?? numbers.size + 1
    numbers.set(speaker, number)
    return number
  }
  const read: Record<keyof typeof column, (passage: Passage) => number> = {
    record: ({ record }) => record,
    turn: ({ turn }) => turn,
    start: ({ span }) => span.start,
    length: ({ span }) => span.end - span.start,
    question: ({ question }) => (question ?? -1) + 1,
    section: ({ section }) => (section ?? -1) + 1,
    speaker: speakerOf,
  }
  const columns = Object.values(read).map((value) => (row: number) => value(passages[row] as Passage))
  return { passages: writeColumns(passages.length, columns), speakers: [...numbers.keys()] }
}

/** @param speakers as `writePassages` gave them. */
export function openPassages(
  image: Image,
  speakers: readonly string[],
): { passages: Passages; speakerOf(passage: number): string | undefined } {
  const columns = openColumns(image, 'passages')
  return {
    passages: {
      length: columns.rows,
      at(id) {
        if (!(id >= 0 && id < columns.rows)) return undefined
        const start = columns.at(id, column.start)
        const question = columns.at(id, column.question)
        const section = columns.at(id, column.section)
        return {
          id,
          record: columns.at(id, column.record),
          turn: columns.at(id, column.turn),
          span: { start, end: start + columns.at(id, column.length) },
          ...(question > 0 && { question: question - 1 }),
          ...(section > 0 && { section: section - 1 }),
        }
      },
      recordOf: (id) => columns.at(id, column.record),
      *[Symbol.iterator]() {
        for (let id = 0; id < columns.rows; id++) yield this.at(id) as Passage
      },
    },
    speakerOf: (passage) => speakers[columns.at(passage, column.speaker) - 1],
  }
}
