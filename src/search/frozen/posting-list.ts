import type { OnRun } from '../postings.ts'
import type { ByteReader } from './byte-reader.ts'
import { type ByteWriter, createByteWriter } from './byte-writer.ts'

/**
 * The postings of a term in one field. Passages that hold it once, as most do, stand as singles: the gap since the last
 * of them. Before them stand runs of passages on end that hold it as often, where that takes less, and all passages that
 * hold it several times: the number of these; for each the gap since the last of them, how often each passage holds the
 * term, times two, plus 1 where there are several, and how many, less two. So a reader of singles has nothing to decide.
 * All are varints.
 */
export interface PostingList {
  /** Where it stands in the bytes of the image. */
  start: number
  /** How many passages hold the term; 0 where none does, and then it takes no bytes. */
  held: number
  /** Whether there are runs, and so the number of them. */
  hasRuns: boolean
}

/** Tells the runs of a list. */
export type TellRuns = (onRun: OnRun) => void

/** Writes lists one after another. @returns of each whether it has runs. */
export function createPostingListWriter(writer: ByteWriter): (tellRuns: TellRuns) => boolean {
  // What goes before the singles, told whole before its number is known.
  const several = createByteWriter()
  const singles = createByteWriter()
  let count = 0
  let nextSeveral = 0
  let nextSingle = 0
  const writeRun: OnRun = (first, length, frequency) => {
    const end = first + length
    if (length >= worthRun) {
      several.varint(first - nextSeveral)
      several.varint(frequency * 2 + 1)
      several.varint(length - 2)
      nextSeveral = end
      count++
    } else if (frequency > 1) {
      for (let passage = first; passage < end; passage++) {
        several.varint(passage - nextSeveral)
        several.varint(frequency * 2)
        nextSeveral = passage + 1
        count++
      }
    } else {
      for (let passage = first; passage < end; passage++) {
        singles.varint(passage - nextSingle)
        nextSingle = passage + 1
      }
    }
  }
  return (tellRuns) => {
    several.clear()
    singles.clear()
    count = 0
    nextSeveral = 0
    nextSingle = 0
    tellRuns(writeRun)
    if (count > 0) writer.varint(count)
    writer.add(several)
    writer.add(singles)
    return count > 0
  }
}

/** From so many passages on a run takes fewer bytes than they do one by one, and time. */
const worthRun = 4

/** Calls `onPosting` for each passage, runs before singles. @returns where the list ends. */
export function readPostingList(
  reader: ByteReader,
  { start, held, hasRuns }: PostingList,
  onPosting: (passage: number, frequency: number) => void,
): number {
  reader.at = start
  let singles = held
  let next = 0
  for (let left = hasRuns ? reader.varint() : 0; left > 0; left--) {
    next += reader.varint()
    const told = reader.varint()
    const end = next + (told % 2 === 1 ? reader.varint() + 2 : 1)
    singles -= end - next
    for (; next < end; next++) onPosting(next, Math.floor(told / 2))
  }
  for (next = 0; singles > 0; singles--, next++) {
    next += reader.varint()
    onPosting(next, 1)
  }
  return reader.at
}
