import { z } from '@hono/zod-openapi'
import { repairKinds } from '../record/record.ts'

const spanSchema = z
  .object({ start: z.int().min(0), end: z.int().min(0) })
  .openapi('Span', { description: 'Half-open, in UTF-16 units.' })

export const citationSchema = z
  .object({
    record: z.string(),
    version: z.string().openapi({ description: "SHA-256 of the record's text in UTF-8, hex." }),
    title: z.string(),
    kind: z.string(),
    publisher: z.string().optional(),
    date: z.string().optional().openapi({ description: 'YYYY-MM-DD, YYYY-MM or YYYY.' }),
    speaker: z.object({ name: z.string(), role: z.string().optional() }).optional(),
    question: z
      .object({ text: z.string(), asker: z.string().optional() })
      .optional()
      .openapi({ description: 'The question that the quoted words reply to.' }),
    section: z.string().optional(),
    span: spanSchema,
    passage: spanSchema,
    url: z.string().openapi({ description: 'Permalink, relative to this server.' }),
    source: z.string().optional(),
  })
  .openapi('Citation')

const clippedSchema = z
  .object({
    before: z.string().optional(),
    after: z.string().optional(),
  })
  .openapi('Clipped', {
    description:
      'Sentences beside the quote that qualify it and that it had no room for, word for word; or what is left of a sentence that had to be cut.',
  })

const effectSchema = z
  .object({ name: z.string(), value: z.number(), weight: z.number(), effect: z.number() })
  .openapi('Effect', { description: '`effect` is `value` times `weight`.' })

const explanationSchema = z
  .object({
    features: z.array(effectSchema).openapi({ description: 'Their effects add up to the score.' }),
    confidence: z
      .array(effectSchema)
      .openapi({ description: 'Their effects add up to the logit of the confidence.' }),
    terms: z.array(
      z
        .object({ term: z.string(), weight: z.number(), found: z.enum(['quote', 'context', 'no']) })
        .openapi('TermFound'),
    ),
  })
  .openapi('Explanation')

const quoteSchema = z
  .object({
    text: z.string().openapi({ description: 'Word for word: `record.text.slice(span.start, span.end)`.' }),
    score: z.number(),
    confidence: z.number().min(0).max(1),
    highlights: z.array(spanSchema).openapi({ description: 'Spans in `text`.' }),
    citation: citationSchema,
    alsoIn: z.array(citationSchema),
    clipped: clippedSchema.optional(),
    explanation: explanationSchema
      .optional()
      .openapi({ description: 'Present where the request asks for it with `explain`.' }),
  })
  .openapi('Quote')

export const searchedSchema = z
  .object({
    records: z.int(),
    passages: z.int(),
    from: z.string().optional(),
    to: z.string().optional(),
  })
  .openapi('Searched')

const answerSchema = z
  .object({
    kind: z.literal('answer'),
    question: z.string(),
    quotes: z.array(quoteSchema),
    followUps: z
      .array(
        z
          .object({
            question: z.string().openapi({ description: 'Word for word from the record.' }),
            url: z.string().openapi({ description: 'Where the record asks it, relative to this server.' }),
          })
          .openapi('FollowUp'),
      )
      .max(3)
      .openapi({ description: 'Further questions that the corpus asks itself, and answers.' }),
    searched: searchedSchema,
    index: z.string().openapi({ description: 'Fingerprint of the index.' }),
  })
  .openapi('Answer')

const abstentionSchema = z
  .object({
    kind: z.literal('abstention'),
    question: z.string(),
    reason: z.enum(['no-match', 'low-confidence']),
    nearest: z.array(quoteSchema).openapi({ description: 'The nearest passages, which are not answers.' }),
    missing: z
      .array(z.string())
      .openapi({ description: 'Words of the question, as typed, that no passage within the filters holds.' }),
    searched: searchedSchema,
    index: z.string(),
  })
  .openapi('Abstention')

export const outcomeSchema = z.discriminatedUnion('kind', [answerSchema, abstentionSchema]).openapi('Outcome')

const turnSchema = z
  .object({
    kind: z.enum(['question', 'reply', 'statement', 'narration']),
    speaker: z.string().optional(),
    role: z.string().optional(),
    span: spanSchema,
  })
  .openapi('Turn')

const repairSchema = z
  .object({
    kind: z.enum(repairKinds),
    before: z.string(),
    after: z.string(),
    length: z.int(),
    line: z.int().optional(),
  })
  .openapi('Repair')

const published = {
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  date: z.string().optional(),
  publisher: z.string().optional(),
  source: z.string().optional(),
  language: z.string().openapi({ description: 'BCP 47; `und` when nothing tells.' }),
  version: z.string(),
}

export const recordSchema = z
  .object({
    ...published,
    text: z.string(),
    turns: z.array(turnSchema),
    exchanges: z.array(z.object({ question: z.int(), replies: z.array(z.int()) })),
    sections: z.array(z.object({ title: z.string(), level: z.int(), span: spanSchema })),
    people: z.array(z.object({ name: z.string(), role: z.string().optional() })),
    repairs: z.array(repairSchema),
  })
  .openapi('Record')

export const recordListSchema = z
  .object({
    total: z.int().openapi({ description: 'How many records meet the filters.' }),
    offset: z.int(),
    limit: z.int(),
    records: z.array(z.object({ ...published, turns: z.int(), exchanges: z.int() }).openapi('RecordSummary')),
  })
  .openapi('RecordList')

export const speakersSchema = z
  .object({
    speakers: z.array(
      z
        .object({
          name: z.string(),
          role: z.string().optional(),
          turns: z.int(),
          records: z.array(z.string()),
        })
        .openapi('Speaker'),
    ),
  })
  .openapi('Speakers')

export const healthSchema = z.object({ status: z.literal('ok') }).openapi('Health')

export const readinessSchema = z
  .object({
    status: z.literal('ready'),
    version: z.string(),
    index: z.string(),
    records: z.int(),
    passages: z.int(),
    terms: z.int(),
  })
  .openapi('Readiness')

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string().openapi({ description: 'Stable, kebab-case: for programs.' }),
    instance: z.string().optional(),
    errors: z
      .array(
        z.object({
          detail: z.string(),
          parameter: z.string().optional(),
          pointer: z.string().optional().openapi({ description: 'JSON pointer into the body.' }),
        }),
      )
      .optional(),
  })
  .openapi('Problem', { description: 'RFC 9457.' })
