import * as z from 'zod'
import { repairKinds } from '../record/record.ts'
import { once } from '../text/once.ts'
import { components } from './components.ts'

export const spanSchema = once(() =>
  z
    .object({ start: z.int().min(0), end: z.int().min(0) })
    .meta({ description: 'Half-open, in UTF-16 units.' })
    .register(components, { id: 'Span' }),
)

const turnSchema = once(() =>
  z
    .object({
      kind: z.enum(['question', 'reply', 'statement', 'narration']),
      speaker: z.string().optional(),
      role: z.string().optional(),
      span: spanSchema(),
    })
    .register(components, { id: 'Turn' }),
)

const repairSchema = once(() =>
  z
    .object({
      kind: z.enum(repairKinds),
      before: z.string(),
      after: z.string(),
      length: z.int(),
      line: z.int().optional(),
    })
    .register(components, { id: 'Repair' }),
)

const published = once(() => ({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  date: z.string().optional(),
  publisher: z.string().optional(),
  source: z.string().optional(),
  language: z.string().meta({ description: 'BCP 47; `und` when nothing tells.' }),
  version: z.string(),
}))

export const recordSchema = once(() =>
  z
    .object({
      ...published(),
      text: z.string(),
      turns: z.array(turnSchema()),
      exchanges: z.array(z.object({ question: z.int(), replies: z.array(z.int()) })),
      sections: z.array(z.object({ title: z.string(), level: z.int(), span: spanSchema() })),
      people: z.array(z.object({ name: z.string(), role: z.string().optional() })),
      repairs: z.array(repairSchema()),
    })
    .register(components, { id: 'Record' }),
)

export const recordListSchema = once(() =>
  z
    .object({
      total: z.int().meta({ description: 'How many records meet the filters.' }),
      offset: z.int(),
      limit: z.int(),
      records: z.array(
        z
          .object({ ...published(), turns: z.int(), exchanges: z.int() })
          .register(components, { id: 'RecordSummary' }),
      ),
    })
    .register(components, { id: 'RecordList' }),
)

export const speakersSchema = once(() =>
  z
    .object({
      speakers: z.array(
        z
          .object({
            name: z.string(),
            role: z.string().optional(),
            turns: z.int(),
            records: z.array(z.string()),
          })
          .register(components, { id: 'Speaker' }),
      ),
    })
    .register(components, { id: 'Speakers' }),
)

export const healthSchema = once(() =>
  z.object({ status: z.literal('ok') }).register(components, { id: 'Health' }),
)

export const readinessSchema = once(() =>
  z
    .object({
      status: z.literal('ready'),
      version: z.string(),
      index: z.string(),
      records: z.int(),
      passages: z.int(),
      terms: z.int(),
    })
    .register(components, { id: 'Readiness' }),
)

export const problemSchema = once(() =>
  z
    .object({
      type: z.string(),
      title: z.string(),
      status: z.int(),
      detail: z.string(),
      code: z.string().meta({ description: 'Stable, kebab-case: for programs.' }),
      instance: z.string().optional(),
      errors: z
        .array(
          z.object({
            detail: z.string(),
            parameter: z.string().optional(),
            pointer: z.string().optional().meta({ description: 'JSON pointer into the body.' }),
          }),
        )
        .optional(),
    })
    .meta({ description: 'RFC 9457.' })
    .register(components, { id: 'Problem' }),
)
