import { z } from 'zod'
import { repairKinds } from '../../record/record.ts'
import { toSlug } from '../record-id.ts'
import { parseDate } from './declared-date.ts'
import { isWebUrl } from './yaml-metadata.ts'

const place = z.int().nonnegative()
const span = z.object({ start: place, end: place })
const words = z.string().trim().min(1)

/** Lectern's own record, as others may write it; defaults are filled in later. Null stands for absent. */
export const jsonRecord = z.object({
  id: absentable(
    words.refine((id) => toSlug(id) === id, 'an id has letters, digits and hyphens only, in lower case'),
  ),
  kind: absentable(
    z.string().regex(/^[a-z][a-z0-9-]*$/, 'one word in lower case is expected, such as briefing'),
  ),
  title: absentable(words),
  date: absentable(
    z.string().refine((date) => parseDate(date) !== undefined, 'a date is expected: YYYY-MM-DD'),
  ),
  publisher: absentable(words),
  source: absentable(
    z.string().refine(isWebUrl, 'an address that begins with http:// or https:// is expected'),
  ),
  language: absentable(
    z.string().regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i, 'a tag such as zh-Hans or en is expected'),
  ),
  text: z
    .string('the text is missing')
    .refine((text) => text.trim() !== '', 'the text is empty')
    .refine((text) => !/\p{Cs}/u.test(text), 'the text holds half a character (a lone surrogate)'),
  turns: absentable(
    z.array(
      z.object({
        kind: z.enum(['question', 'reply', 'statement', 'narration']),
        speaker: words.exactOptional(),
        role: words.exactOptional(),
        span,
      }),
    ),
  ),
  exchanges: absentable(z.array(z.object({ question: place, replies: z.array(place) }))),
  sections: absentable(z.array(z.object({ title: words, level: z.int().positive(), span }))),
  people: absentable(z.array(z.object({ name: words, role: words.exactOptional() }))),
  repairs: absentable(
    z.array(
      z.object({
        kind: z.enum(repairKinds),
        before: z.string(),
        after: z.string(),
        length: place,
        line: z.int().positive().exactOptional(),
      }),
    ),
  ),
  version: absentable(z.string()),
})

export type JsonRecord = z.infer<typeof jsonRecord>

export const recordKeys: ReadonlySet<string> = new Set(Object.keys(jsonRecord.shape))

function absentable<T extends z.ZodType>(schema: T) {
  return schema.nullish().transform((value) => value ?? undefined)
}
