import { z } from '@hono/zod-openapi'
import { spanSchema } from './schema.ts'

export const citationSchema = z
  .object({
    record: z.string(),
    version: z.string().openapi({ description: "SHA-256 of the record's text in UTF-8, hex." }),
    title: z.string(),
    kind: z.string(),
    language: z.string().optional().openapi({ description: "BCP 47 tag of the record's text." }),
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

const termFoundSchema = z
  .object({
    term: z.string().openapi({
      description:
        'A word or pair of signs, folded; `#` begins the value of a number, `@` a date, `~` what a group of synonyms shares.',
    }),
    weight: z.number(),
    found: z.enum(['quote', 'context', 'no']).openapi({
      description: 'In the quote, only in what stands around it, or in neither.',
    }),
  })
  .openapi('TermFound')

const explanationSchema = z
  .object({
    features: z.array(effectSchema).openapi({ description: 'Their effects add up to the score.' }),
    confidence: z
      .array(effectSchema)
      .openapi({ description: 'Their effects add up to the logit of the confidence.' }),
    terms: z.array(termFoundSchema),
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
