import * as z from 'zod'
import type { VerifyRequest } from '../answer/verification.ts'
import { maxQuoteLength } from '../answer/verify/verify.ts'
import { once } from '../text/once.ts'
import { components } from './components.ts'
import { closed, expectedText } from './fields.ts'
import { filters } from './request.ts'

const quote = once(() =>
  z
    .string({ error: (issue) => expectedText(issue.input, 'a quote') })
    .max(maxQuoteLength, `The quote is longer than ${maxQuoteLength} characters. Verify it in parts.`)
    .regex(/\S/, 'The quote is empty. Give the words that were published.'),
)

export const verifyBodySchema = once(() =>
  closed(
    {
      quote: quote().meta({
        description: 'What was published as a quote.',
        example: '今年新建和改扩建学校19所',
      }),
      record: filters().record.meta({ description: 'Id of the only record to look in.' }),
      speaker: filters().speaker.meta({
        description: 'To whom the quote was attributed: a name, or an office that one person holds.',
      }),
    },
    'member',
  ).register(components, { id: 'VerifyRequest' }),
)

/** The same request for `Lectern.verify`, where what is not given is absent. */
export function toVerifyRequest({
  quote,
  record,
  speaker,
}: z.infer<ReturnType<typeof verifyBodySchema>>): VerifyRequest {
  return { quote, ...(record !== undefined && { record }), ...(speaker !== undefined && { speaker }) }
}
