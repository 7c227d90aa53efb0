import type { AsPlainObject } from 'minisearch'
import { createByteReader } from './frozen/byte-reader.ts'
import type { Image } from './frozen/image.ts'
import { readImage } from './frozen/open-image.ts'
import { type PostingList, readPostingList } from './frozen/posting-list.ts'
import { openTerms } from './frozen/terms.ts'
import { type Manifest, parseManifest } from './manifest.ts'
import { type SearchedField, searchedFields } from './minisearch-options.ts'

/** Where a term stands: passages, ascending, with how often it occurs in a field of each. */
export type Postings = Map<SearchedField, [passage: number, frequency: number][]>

/** What an index is made of. */
export interface Contents {
  manifest: Manifest
  /** Sections of an image, or files: name and size in bytes. */
  sections: { name: string; bytes: number }[]
  /** Every term with the number of passages that hold it in each field, in no order that means anything. */
  counts(): Iterable<[term: string, counts: readonly number[]]>
  /** Empty for an unknown term. */
  postingsOf(term: string): Postings
  /** The terms of a passage by field, with how often each occurs. */
  termsOf(passage: number): Map<SearchedField, [term: string, frequency: number][]>
}

/** Gives a file of the index by name. */
export type ReadBytes = (name: string) => Promise<Uint8Array<ArrayBuffer>>

/**
 * Looks into the files of an index, and at every byte of an image.
 * @throws {LecternError} as `openIndex`.
 */
export async function openContents(manifestText: string, read: ReadBytes): Promise<Contents> {
  const manifest = parseManifest(manifestText)
  return manifest.retriever === 'frozen' ? readFrozen(manifest, read) : readMiniSearch(manifest, read)
}

/** The terms that most passages hold in their own words, the commonest first. */
export function commonestTerms(contents: Contents, limit: number): [term: string, passages: number][] {
  const counted = [...contents.counts()].map(([term, [own = 0]]): [string, number] => [term, own])
  return counted.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, limit)
}

// ---------------------------------------------------------------------------

async function readFrozen(manifest: Manifest<'frozen'>, read: ReadBytes): Promise<Contents> {
  const { image } = readImage(await read(manifest.parts.image.file))
  const first = Math.min(...Object.values(image.sections).map(({ start }) => start))
  image.check(first, image.bytes.length)
  const table = openTerms(image)
  const parts = Object.entries(image.sections).map(([name, { start, end }]) => ({ name, bytes: end - start }))
  return {
    manifest,
    sections: [
      { name: 'header', bytes: first },
      ...parts,
      { name: 'padding', bytes: image.bytes.length - parts.reduce((sum, { bytes }) => sum + bytes, first) },
    ],
    *counts() {
      for (const [term, lists] of table.entries()) yield [term, lists.map(({ held }) => held)]
    },
    postingsOf(term) {
      const found: Postings = new Map()
      readAll(image, table.find(term) ?? [], (field, ...posting) => push(found, field, posting))
      return sortFields(found)
    },
    termsOf(passage) {
      const found = new Map<SearchedField, [string, number][]>()
      for (const [term, lists] of table.entries()) {
        readAll(image, lists, (field, number, frequency) => {
          if (number === passage) push(found, field, [term, frequency])
        })
      }
      return sortFields(found)
    },
  }
}

function readAll(
  { bytes }: Image,
  lists: readonly PostingList[],
  onPosting: (field: number, passage: number, frequency: number) => void,
): void {
  const reader = createByteReader(bytes)
  for (const [field, list] of lists.entries())
    readPostingList(reader, list, (passage, frequency) => onPosting(field, passage, frequency))
}

async function readMiniSearch(manifest: Manifest<'minisearch'>, read: ReadBytes): Promise<Contents> {
  const files = Object.entries(manifest.parts)
  const sections = await Promise.all(
    files.map(async ([name, { file }]) => ({ name, bytes: (await read(file)).length })),
  )
  const { index } = JSON.parse(
    new TextDecoder().decode(await read(manifest.parts.minisearch.file)),
  ) as AsPlainObject
  const rows = new Map(index as unknown as [string, Record<number, Record<number, number>>][])
  const pairs = (counted: Record<number, number> = {}) =>
    Object.entries(counted).map(([passage, frequency]): [number, number] => [Number(passage), frequency])
  return {
    manifest,
    sections,
    *counts() {
      for (const [term, fields] of rows)
        yield [term, searchedFields.map((_, field) => Object.keys(fields[field] ?? {}).length)]
    },
    postingsOf(term) {
      const found: Postings = new Map()
      for (const [field, counted] of Object.entries(rows.get(term) ?? {}))
        for (const posting of pairs(counted)) push(found, Number(field), posting)
      return sortFields(found)
    },
    termsOf(passage) {
      const found = new Map<SearchedField, [string, number][]>()
      for (const [term, fields] of rows) {
        for (const [field, counted] of Object.entries(fields)) {
          const frequency = counted[passage]
          if (frequency !== undefined) push(found, Number(field), [term, frequency])
        }
      }
      return sortFields(found)
    },
  }
}

function push<T>(found: Map<SearchedField, T[]>, field: number, item: T): void {
  const name = searchedFields[field] as SearchedField
  const items = found.get(name)
  if (items) items.push(item)
  else found.set(name, [item])
}

/** In the order of `searchedFields`; within one, terms in code-unit order and passages ascending. */
function sortFields<T extends [string | number, number]>(
  found: Map<SearchedField, T[]>,
): Map<SearchedField, T[]> {
  for (const items of found.values()) items.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return new Map(
    searchedFields.flatMap((field) => (found.has(field) ? [[field, found.get(field) as T[]]] : [])),
  )
}
