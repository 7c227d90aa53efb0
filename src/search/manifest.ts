import * as z from 'zod'
import { LecternError } from '../errors.ts'
import { analyzerVersion } from '../text/analyze.ts'
import { sha256 } from '../text/digest.ts'

/** Raised when the files of an index change their form. */
export const formatVersion = 3

export const manifestFile = 'manifest.json'

/** The parts of an index by its retriever; each is a file of its own, named by its content. */
export const partNames = {
  minisearch: ['records', 'passages', 'lexicon', 'synonyms', 'subwords', 'minisearch'],
  frozen: ['image'],
} as const

/** Whether a file of an index holds bytes and no text: an image, or a piece of one. */
export function isBinaryFile(name: string): boolean {
  return /\.bin(?:\.\d+)?$/.test(name)
}

/** `minisearch` reads everything before the first question; `frozen` reads one image as far as questions need it. */
export type RetrieverName = keyof typeof partNames

export const retrieverNames = Object.keys(partNames) as RetrieverName[]

export type PartName<R extends RetrieverName = RetrieverName> = (typeof partNames)[R][number]

const fileEntry = z.object({
  file: z.string().regex(/^[\w.-]+$/),
  sha256: z.string().length(64),
  /** How many files it is cut into, for a host that takes none so large: `<file>.0`, `<file>.1`, … Absent for one. */
  pieces: z.int().min(2).max(1000).optional(),
  /** Its bytes, all pieces together, for who asks for memory before reading. Absent where nobody does. */
  size: z.int().min(1).optional(),
})

const common = {
  format: z.number(),
  /** Names the terms: analyzer version, lexicon and synonyms. */
  analyzer: z.string(),
  fingerprint: z.string(),
  counts: z.object({ records: z.number(), passages: z.number(), terms: z.number() }),
}

const manifestSchema = z.discriminatedUnion('retriever', [
  z.object({
    ...common,
    retriever: z.literal('minisearch'),
    parts: z.object({
      records: fileEntry,
      passages: fileEntry,
      lexicon: fileEntry,
      synonyms: fileEntry,
      subwords: fileEntry,
      minisearch: fileEntry,
    }),
  }),
  z.object({ ...common, retriever: z.literal('frozen'), parts: z.object({ image: fileEntry }) }),
])

/** The table of contents of an index. Written last, so that an index is whole or not there. */
export type Manifest<R extends RetrieverName = RetrieverName> = Extract<
  z.infer<typeof manifestSchema>,
  { retriever: R }
>

/** @throws {LecternError} `index-corrupt`, `index-other-format`. */
export function parseManifest(text: string): Manifest {
  const json = parseJson(text)
  const { data: form } = z.object({ format: z.number() }).safeParse(json)
  if (form && form.format !== formatVersion) {
    const found = `The index has format ${form.format}, this version of Lectern reads format ${formatVersion}`
    throw new LecternError('index-other-format', rebuild(found), { file: manifestFile })
  }
  const parsed = manifestSchema.safeParse(json)
  if (!parsed.success) {
    throw new LecternError('index-corrupt', rebuild(`${manifestFile} is not the manifest of an index`), {
      file: manifestFile,
    })
  }
  return parsed.data
}

/** Fingerprint of the terms: the same texts give the same terms exactly under the same one. */
export async function fingerprintAnalyzer(parts: { lexicon: string; synonyms: string }): Promise<string> {
  const { lexicon, synonyms } = parts
  return (await sha256(JSON.stringify([analyzerVersion, lexicon, synonyms]))).slice(0, 16)
}

/** What to say of an index that cannot be used. */
export function rebuild(problem: string): string {
  return `${problem}. Build the index again: lectern index --corpus DIR --index DIR`
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
