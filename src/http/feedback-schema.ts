import * as z from 'zod'
import { voteKinds } from '../store/store.ts'
import { once } from '../text/once.ts'
import { components } from './components.ts'
import { closed, expectedText } from './fields.ts'
import { question } from './request.ts'

const short = (what: string, most: number) =>
  z
    .string({ error: (issue) => expectedText(issue.input, what) })
    .min(1, `Give ${what}.`)
    .max(most, `Longer than ${most} characters.`)

export const feedbackBodySchema = once(() =>
  closed(
    {
      question: question().meta({ description: 'The question, as it was asked.' }),
      index: short('the fingerprint of the index', 100).meta({ description: '`index` of the answer.' }),
      vote: z
        .enum(voteKinds, '`vote` must be up, down or withdrawn.')
        .meta({ description: 'The last one of a user counts; `withdrawn` takes it back.' }),
      user: short('a text that tells users apart', 200).optional().meta({
        description:
          'Whatever tells users apart, such as a random text for each visit; never a name. Kept only as a hash. Without it, the vote stands by itself, and cannot be taken back.',
      }),
    },
    'member',
  )
    .refine(({ vote, user }) => vote !== 'withdrawn' || user !== undefined, {
      path: ['user'],
      message: 'Give the `user` whose vote is taken back.',
    })
    .register(components, { id: 'Feedback' }),
)
