import * as z from 'zod'
import { fromJson } from './proof.ts'

const textSchema = z.looseObject({ text: z.string() })

/** Paragraphs of runs; runs without text are images, mentions and the like. */
const postSchema = z.looseObject({
  title: z.string().default(''),
  content: z.array(z.array(z.looseObject({ text: z.string().optional() }))),
})

/**
 * What was typed, without mentions. Undefined for messages that are not of words.
 * @param content JSON, as the message tells it. @param keys what stands for mentions: `@_user_1`.
 */
export function toFeishuWords(type: string, content: string, keys: readonly string[]): string | undefined {
  const typed = readTyped(type, fromJson(content))
  if (typed === undefined) return undefined
  // Longest first: `@_user_1` begins `@_user_10`.
  const signs = [...keys, '@_all'].sort((a, b) => b.length - a.length)
  return signs
    .reduce((words, sign) => (sign === '' ? words : words.replaceAll(sign, ' ')), typed)
    .replace(/\s+/gu, ' ')
    .trim()
}

// ---------------------------------------------------------------------------

function readTyped(type: string, content: unknown): string | undefined {
  if (type === 'text') return textSchema.safeParse(content).data?.text
  if (type !== 'post') return undefined
  const post = postSchema.safeParse(content).data
  if (!post) return undefined
  const paragraphs = post.content.map((runs) => runs.map(({ text = '' }) => text).join(''))
  return [post.title, ...paragraphs].join('\n')
}
