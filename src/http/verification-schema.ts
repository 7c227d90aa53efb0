import * as z from 'zod'
import { alterations, variants } from '../answer/verification.ts'
import { once } from '../text/once.ts'
import { components } from './components.ts'
import { citationSchema, searchedSchema } from './outcome-schema.ts'

const given = once(() => ({
  quote: z.string().meta({ description: 'As it was given.' }),
  index: z.string().meta({ description: 'Fingerprint of the index.' }),
}))

const placeSchema = once(() =>
  z
    .object({
      text: z.string().meta({ description: 'Word for word: `record.text.slice(span.start, span.end)`.' }),
      citation: citationSchema(),
    })
    .register(components, { id: 'Place' }),
)

const exactSchema = once(() =>
  z
    .object({
      kind: z.literal('exact'),
      ...given(),
      ...placeSchema().shape,
      alsoIn: z
        .array(citationSchema())
        .meta({ description: 'Other places where the same words stand, 20 at most.' }),
      variants: z.array(z.enum(variants)).meta({
        description: 'How the quote is written otherwise than the record. None of them is an alteration.',
      }),
      cut: z
        .object({ start: z.string().optional(), end: z.string().optional() })
        .optional()
        .meta({ description: 'The word, number or negation that the quote begins or ends inside of.' }),
    })
    .meta({ description: 'The record holds these words, in this order, with none between them.' })
    .register(components, { id: 'Exact' }),
)

const alteredSchema = once(() =>
  z
    .object({
      kind: z.literal('altered'),
      ...given(),
      nearest: z.array(placeSchema()).meta({
        description: 'What the record holds: one place, or each place that a spliced quote is from.',
      }),
      diff: z
        .array(
          z
            .object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })
            .register(components, { id: 'DiffRun' }),
        )
        .meta({
          description:
            'From the nearest words to the quote. `same` and `added` runs together are the quote; `removed` runs are words of the record.',
        }),
      flags: z.array(z.enum(alterations)).meta({
        description:
          '`spliced`: words from different places are joined; `elided`: an ellipsis stands where words of the same turn are left out; `other-speaker`: the words are not those of the speaker given.',
      }),
      similarity: z.number().min(0).max(1).meta({
        description:
          'Share of words that are the same: twice their length over the lengths of quote and nearest words.',
      }),
    })
    .register(components, { id: 'Altered' }),
)

const notFoundSchema = once(() =>
  z
    .object({ kind: z.literal('not-found'), ...given(), searched: searchedSchema() })
    .register(components, { id: 'NotFound' }),
)

export const verificationSchema = once(() =>
  z
    .discriminatedUnion('kind', [exactSchema(), alteredSchema(), notFoundSchema()])
    .register(components, { id: 'Verification' }),
)
