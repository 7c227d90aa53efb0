import { isMap, isScalar, LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import type { Metadata, Warning } from '../parsed.ts'
import { toSlug } from '../record-id.ts'
import { parseDate } from './declared-date.ts'

/** Where a stretch of YAML stands: its file, and the line of that file that it begins on. */
export interface YamlPlace {
  file: string
  firstLine: number
}

/**
 * Metadata from YAML. What is unknown or has no sense is left out, with a warning that names file and line.
 * `invalid` is true where the YAML does not parse or is no mapping, and nothing was read.
 */
export function parseYamlMetadata(
  yaml: string,
  { file, firstLine }: YamlPlace,
): { metadata: Metadata; warnings: Warning[]; invalid: boolean } {
  const lines = new LineCounter()
  const warnings: Warning[] = []
  const warn = (code: string, offset: number, message: string) => {
    const line = lines.linePos(offset).line + firstLine - 1
    warnings.push({ code, message: `${file}:${line}: ${message}`, file, line })
  }
  const refuse = (offset: number, why: string) => {
    warn('front-matter-invalid', offset, `the metadata are not valid YAML and were ignored: ${why}`)
    return { metadata: {}, warnings, invalid: true }
  }
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false })
  const error = document.errors[0]
  if (error) return refuse(Math.min(error.pos[0], yaml.trimEnd().length), error.message)
  if (document.contents === null) return { metadata: {}, warnings, invalid: false }
  if (!isMap(document.contents)) return refuse(0, 'lines of the form `key: value` are expected')
  const metadata: Metadata = {}
  for (const { key, value } of document.contents.items) {
    const name = isScalar(key) ? String(key.value) : ''
    const offset = isScalar(key) ? (key.range?.[0] ?? 0) : 0
    try {
      const read = isNode(value) ? value.toJS(document, { maxAliasCount: 100 }) : null
      if (read !== null && read !== '')
        readField(metadata, name, read, (code, why) => warn(code, offset, why))
    } catch (cause) {
      return refuse(offset, cause instanceof Error ? cause.message : String(cause))
    }
  }
  return { metadata, warnings, invalid: false }
}

/** Keys that front matter and sidecars may have. */
export const metadataKeys = [
  'id',
  'kind',
  'title',
  'date',
  'publisher',
  'source',
  'language',
  'people',
  'speakers',
]

interface YamlNode {
  toJS(document: unknown, options: { maxAliasCount: number }): unknown
}

function isNode(value: unknown): value is YamlNode {
  return typeof value === 'object' && value !== null && 'toJS' in value
}

const line = z.union([z.string(), z.number()]).transform((value) => String(value).replace(/\s+/g, ' ').trim())
const person = z.union([
  line.transform((name) => ({ name })),
  z
    .object({ name: line, role: line.nullish() })
    .transform(({ name, role }) => (role ? { name, role } : { name })),
])

/** A web address; `javascript:`, `file:` and their like never pass. */
export function isWebUrl(address: string): boolean {
  return /^https?:\/\//i.test(address) && URL.canParse(address)
}

const schemas = {
  id: line.transform(toSlug).refine((id) => id !== '', 'letters or digits are expected'),
  kind: line
    .transform((kind) => kind.toLowerCase())
    .refine((kind) => /^[a-z][a-z0-9-]*$/.test(kind), 'one word is expected, such as briefing or letter'),
  title: line,
  date: z.union([z.string(), z.number(), z.date()]).transform((value, context) => {
    const date = parseDate(value)
    if (date !== undefined) return date
    context.addIssue({ code: 'custom', message: `“${value}” is no date: write YYYY-MM-DD` })
    return z.NEVER
  }),
  publisher: line,
  source: line.refine(isWebUrl, 'an address that begins with http:// or https:// is expected'),
  language: line.refine(
    (tag) => /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag),
    'a tag such as zh-Hans or en is expected',
  ),
  people: z.union([
    z.array(person),
    z
      .record(z.string(), line.nullable())
      .transform((roles) => Object.entries(roles).map(([name, role]) => (role ? { name, role } : { name }))),
  ]),
}

type Warn = (code: string, message: string) => void

function readField(metadata: Metadata, name: string, value: unknown, warn: Warn): void {
  const field = name === 'speakers' ? 'people' : name
  if (!Object.hasOwn(schemas, field)) {
    warn('front-matter-unknown', `unknown key “${name}” was ignored; known are ${metadataKeys.join(', ')}`)
    return
  }
  const parsed = schemas[field as keyof typeof schemas].safeParse(value)
  if (parsed.success) {
    Object.assign(metadata, { [field]: parsed.data })
    return
  }
  const code =
    field === 'date' ? 'date-invalid' : field === 'source' ? 'source-invalid' : 'front-matter-value'
  warn(code, `“${name}” was ignored: ${parsed.error.issues[0]?.message ?? 'unexpected value'}`)
}
