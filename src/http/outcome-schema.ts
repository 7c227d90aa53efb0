import * as z from 'zod'
import { once } from '../text/once.ts'
import { components } from './components.ts'
import { spanSchema } from './schema.ts'

export const citationSchema = once(() =>
  z
    .object({
      record: z.string(),
      version: z.string().meta({ description: "SHA-256 of the record's text in UTF-8, hex." }),
      title: z.string(),
      kind: z.string(),
      language: z.string().optional().meta({ description: "BCP 47 tag of the record's text." }),
      publisher: z.string().optional(),
      date: z.string().optional().meta({ description: 'YYYY-MM-DD, YYYY-MM or YYYY.' }),
      speaker: z.object({ name: z.string(), role: z.string().optional() }).optional(),
      question: z
        .object({ text: z.string(), asker: z.string().optional() })
        .optional()
        .meta({ description: 'The question that the quoted words reply to.' }),
      section: z.string().optional(),
      span: spanSchema(),
      passage: spanSchema(),
      url: z.string().meta({ description: 'Permalink, relative to this server.' }),
      source: z.string().optional(),
    })
    .register(components, { id: 'Citation' }),
)

const clippedSchema = once(() =>
  z
    .object({
      before: z.string().optional(),
      after: z.string().optional(),
    })
    .meta({
      description:
        'Sentences beside the quote that qualify it and that it had no room for, word for word; or what is left of a sentence that had to be cut.',
    })
    .register(components, { id: 'Clipped' }),
)

const effectSchema = once(() =>
  z
    .object({ name: z.string(), value: z.number(), weight: z.number(), effect: z.number() })
    .meta({ description: '`effect` is `value` times `weight`.' })
    .register(components, { id: 'Effect' }),
)

const termFoundSchema = once(() =>
  z
    .object({
      term: z.string().meta({
        description:
          'A word or pair of signs, folded; `#` begins the value of a number, `@` a date, `~` what a group of synonyms shares.',
      }),
      weight: z.number(),
      found: z.enum(['quote', 'context', 'no']).meta({
        description: 'In the quote, only in what stands around it, or in neither.',
      }),
    })
    .register(components, { id: 'TermFound' }),
)

const explanationSchema = once(() =>
  z
    .object({
      features: z.array(effectSchema()).meta({ description: 'Their effects add up to the score.' }),
      confidence: z
        .array(effectSchema())
        .meta({ description: 'Their effects add up to the logit of the confidence.' }),
      terms: z.array(termFoundSchema()),
    })
    .meta({ description: 'Present where the request asks for it with `explain`.' })
    .register(components, { id: 'Explanation' }),
)

const quoteSchema = once(() =>
  z
    .object({
      text: z.string().meta({ description: 'Word for word: `record.text.slice(span.start, span.end)`.' }),
      score: z.number(),
      confidence: z.number().min(0).max(1),
      highlights: z.array(spanSchema()).meta({ description: 'Spans in `text`.' }),
      citation: citationSchema(),
      alsoIn: z.array(citationSchema()),
      clipped: clippedSchema().optional(),
      explanation: explanationSchema().optional(),
    })
    .register(components, { id: 'Quote' }),
)

export const searchedSchema = once(() =>
  z
    .object({
      records: z.int(),
      passages: z.int(),
      from: z.string().optional(),
      to: z.string().optional(),
    })
    .register(components, { id: 'Searched' }),
)

const answerSchema = once(() =>
  z
    .object({
      kind: z.literal('answer'),
      question: z.string(),
      quotes: z.array(quoteSchema()),
      followUps: z
        .array(
          z
            .object({
              question: z.string().meta({ description: 'Word for word from the record.' }),
              url: z.string().meta({ description: 'Where the record asks it, relative to this server.' }),
            })
            .register(components, { id: 'FollowUp' }),
        )
        .max(3)
        .meta({ description: 'Further questions that the corpus asks itself, and answers.' }),
      searched: searchedSchema(),
      index: z.string().meta({ description: 'Fingerprint of the index.' }),
    })
    .register(components, { id: 'Answer' }),
)

const abstentionSchema = once(() =>
  z
    .object({
      kind: z.literal('abstention'),
      question: z.string(),
      reason: z.enum(['no-match', 'low-confidence']),
      nearest: z.array(quoteSchema()).meta({ description: 'The nearest passages, which are not answers.' }),
      missing: z
        .array(z.string())
        .meta({ description: 'Words of the question, as typed, that no passage within the filters holds.' }),
      searched: searchedSchema(),
      index: z.string(),
    })
    .register(components, { id: 'Abstention' }),
)

export const outcomeSchema = once(() =>
  z.discriminatedUnion('kind', [answerSchema(), abstentionSchema()]).register(components, { id: 'Outcome' }),
)
