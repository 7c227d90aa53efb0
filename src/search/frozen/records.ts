import type { LecternRecord } from '../../record/record.ts'
import { createRecent } from '../../text/recent.ts'
import { readUnits } from './byte-reader.ts'
import { createByteWriter } from './byte-writer.ts'
import { type Image, readText } from './image.ts'
import { openParts, writeParts } from './parts.ts'

const bodyNames = ['turns', 'exchanges', 'sections', 'people', 'repairs'] as const

/** What is read of a record to quote from it, beside its text. */
type Body = Pick<LecternRecord, (typeof bodyNames)[number]>

/** What lists and filters read. `text` and what the body holds stand as null, to keep the order of names. */
type Head = Omit<LecternRecord, keyof Body | 'text'>

const apart: ReadonlySet<string> = new Set(['text', ...bodyNames])

/** The sections `heads` (JSON of all), `bodies` (JSON of each) and `texts` (UTF-16, so that a span tells the bytes). */
export function writeRecords(
  records: readonly LecternRecord[],
): Record<'heads' | 'bodies' | 'texts', Uint8Array> {
  const encoder = new TextEncoder()
  const heads = records.map((record) =>
    JSON.stringify(record, (name, value) => (apart.has(name) ? null : value)),
  )
  return {
    heads: encoder.encode(`[${heads.join(',\n')}]`),
    bodies: writeParts(
      records.map(({ turns, exchanges, sections, people, repairs }) =>
        encoder.encode(JSON.stringify({ turns, exchanges, sections, people, repairs })),
      ),
    ),
    texts: writeParts(records.map(({ text }) => toUnits(text))),
  }
}

/** Texts kept in memory beside those in use, in UTF-16 units; bodies, in bytes of their JSON. */
const textsKept = 1 << 23
const bodiesKept = 1 << 23

export interface FrozenRecords {
  /** In index order. Text, turns and what goes with them are read when they are asked for. */
  records: LecternRecord[]
  /** Of a record's text, in UTF-16 units. */
  lengthOf(record: number): number
}

export function openRecords(image: Image): FrozenRecords {
  const bodies = openParts(image, 'bodies')
  const texts = openParts(image, 'texts')
  const decoder = new TextDecoder()
  const recentBodies = createRecent<number, Body>(bodiesKept, (_, record) => bodies.length(record))
  const recentTexts = createRecent<number, string>(textsKept, ({ length }) => length)
  const parts: RecordParts = {
    body(record) {
      const known = recentBodies.get(record)
      if (known) return known
      const { start, end } = bodies.read(record)
      const body = JSON.parse(decoder.decode(image.bytes.subarray(start, end))) as Body
      recentBodies.set(record, body)
      return body
    },
    text(record) {
      const known = recentTexts.get(record)
      if (known !== undefined) return known
      const { start, end } = texts.read(record)
      const text = readUnits(image.bytes, start, (end - start) / 2)
      recentTexts.set(record, text)
      return text
    },
  }
  const heads = JSON.parse(readText(image, 'heads')) as Head[]
  return {
    records: heads.map((head, number) => new FrozenRecord(head, number, parts) as unknown as LecternRecord),
    lengthOf: (record) => texts.length(record) / 2,
  }
}

// ---------------------------------------------------------------------------

interface RecordParts {
  body(record: number): Body
  text(record: number): string
}

/** Has what its head tells as properties of its own, and reads the rest. */
class FrozenRecord {
  readonly #names: readonly string[]
  readonly #number: number
  readonly #parts: RecordParts

  constructor(head: Head, number: number, parts: RecordParts) {
    this.#names = Object.keys(head)
    this.#number = number
    this.#parts = parts
    for (const [name, value] of Object.entries(head))
      if (!apart.has(name)) Object.defineProperty(this, name, { value, enumerable: true })
  }

  get text(): string {
    return this.#parts.text(this.#number)
  }
  get turns(): LecternRecord['turns'] {
    return this.#parts.body(this.#number).turns
  }
  get exchanges(): LecternRecord['exchanges'] {
    return this.#parts.body(this.#number).exchanges
  }
  get sections(): LecternRecord['sections'] {
    return this.#parts.body(this.#number).sections
  }
  get people(): LecternRecord['people'] {
    return this.#parts.body(this.#number).people
  }
  get repairs(): LecternRecord['repairs'] {
    return this.#parts.body(this.#number).repairs
  }

  /** As the record that was written. */
  toJSON(): Record<string, unknown> {
    const own = this as unknown as Record<string, unknown>
    return Object.fromEntries(this.#names.map((name) => [name, own[name]]))
  }
}

function toUnits(text: string): Uint8Array {
  const writer = createByteWriter(text.length * 2)
  writer.units(text)
  return writer.view()
}
