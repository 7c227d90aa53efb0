import * as z from 'zod'
import { maxLimit, maxQuestionLength } from '../answer/create-lectern.ts'
import type { AskRequest } from '../answer/lectern.ts'
import type { Filters } from '../search/filters.ts'
import { once } from '../text/once.ts'
import { components } from './components.ts'
import { closed, date, expectedText, inOrder, limit, offset, text, wholeNumber } from './fields.ts'

/** Largest page of the list of records. */
export const recordLimit = 100

export const question = once(() =>
  z
    .string({ error: (issue) => expectedText(issue.input, 'a question') })
    .max(maxQuestionLength, `The question is longer than ${maxQuestionLength} characters. Shorten it.`)
    .regex(/\S/, 'The question is empty. Ask something.'),
)

/** Filters by name. */
export const filters = once(() => ({
  speaker: text('a name').meta({ description: "Speaker's name, exact but for script, width and case." }),
  from: date().meta({ description: 'Earliest date, inclusive.' }),
  to: date().meta({ description: 'Latest date, inclusive.' }),
  record: text('a record id').meta({ description: 'Record id.' }),
  kind: text('a kind of record').meta({ description: 'Kind of record, such as `briefing`.' }),
}))

const explainMeaning = 'Whether each quote tells why it stands where it stands.'
const quotesWanted = `How many quotes at most, 1 to ${maxLimit}.`
const limitMessage = `\`limit\` must be a whole number from 1 to ${maxLimit}.`

export const askQuerySchema = once(() =>
  inOrder(
    closed(
      {
        q: question().meta({ description: 'The question.', example: '港区去年的集装箱吞吐量是多少' }),
        limit: wholeNumber({ min: 1, max: maxLimit, message: limitMessage })
          .optional()
          .meta({ description: quotesWanted, default: 3 }),
        explain: z
          .enum(['1', '0', 'true', 'false'], '`explain` must be 1 or 0.')
          .transform((given) => given === '1' || given === 'true')
          .optional()
          .meta({ description: explainMeaning, default: '0' }),
        ...filters(),
      },
      'query parameter',
    ),
  ),
)

export const askBodySchema = once(() =>
  closed(
    {
      question: question().meta({ example: '港区去年的集装箱吞吐量是多少' }),
      limit: z
        .int(limitMessage)
        .min(1, limitMessage)
        .max(maxLimit, limitMessage)
        .optional()
        .meta({ description: quotesWanted, default: 3 }),
      explain: z
        .boolean('`explain` must be true or false.')
        .optional()
        .meta({ description: explainMeaning, default: false }),
      filters: inOrder(closed(filters(), 'filter')).optional(),
    },
    'member',
  ).register(components, { id: 'AskRequest' }),
)

export const recordsQuerySchema = once(() =>
  inOrder(
    closed(
      {
        offset: offset(),
        limit: limit(recordLimit, 20),
        kind: filters().kind,
        from: filters().from,
        to: filters().to,
      },
      'query parameter',
    ),
  ),
)

/** Without query parameters: any is unknown. */
export const noQuerySchema = once(() => closed({}, 'query parameter'))

type Given<T> = { [Name in keyof T]?: T[Name] | undefined }

/** The same request for `Lectern.ask`, where what is not given is absent. */
export function toAskRequest(
  question: string,
  {
    limit,
    explain,
    filters = {},
  }: {
    limit?: number | undefined
    explain?: boolean | undefined
    filters?: Given<Filters> | undefined
  },
): AskRequest {
  return {
    question,
    ...(limit !== undefined && { limit }),
    ...(explain !== undefined && { explain }),
    filters: toFilters(filters),
  }
}

export function toFilters({ speaker, from, to, record, kind }: Given<Filters>): Filters {
  return {
    ...(speaker !== undefined && { speaker }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(record !== undefined && { record }),
    ...(kind !== undefined && { kind }),
  }
}
