import * as z from 'zod'
import { once } from '../text/once.ts'
import { components } from './components.ts'
import { closed, date, limit, offset } from './fields.ts'
import { spanSchema } from './schema.ts'

/** Largest page of the list of questions. */
const questionLimit = 1000

export const questionsQuerySchema = once(() =>
  closed(
    {
      only: z
        .enum(['all', 'unanswered'], '`only` must be all or unanswered.')
        .optional()
        .meta({ description: '`unanswered`: with an abstention or a thumb down.', default: 'all' }),
      since: date().meta({ description: 'Only what was asked on this day or later.' }),
      limit: limit(questionLimit, 100),
      offset: offset(),
      format: z
        .enum(['json', 'csv'], '`format` must be json or csv.')
        .optional()
        .meta({ description: 'Defaults to what `Accept` prefers, and to JSON.' }),
    },
    'query parameter',
  ),
)

export const questionsSchema = once(() =>
  z
    .object({
      limit: z.int(),
      offset: z.int(),
      questions: z.array(
        z
          .object({
            question: z.string().meta({ description: 'As it was typed last.' }),
            count: z.int().meta({ description: 'How often it was asked.' }),
            last: z.iso.datetime().meta({ description: 'When last.' }),
            abstained: z.int().meta({ description: 'How often nothing answered it.' }),
            down: z.int(),
            up: z.int(),
            nearest: z
              .object({ record: z.string(), span: spanSchema(), title: z.string(), confidence: z.number() })
              .optional()
              .meta({ description: 'What was nearest when it was asked last.' }),
          })
          .register(components, { id: 'QuestionSummary' }),
      ),
    })
    .register(components, { id: 'QuestionList' }),
)
