import { expect } from 'vitest'
import type { FeishuCard } from '../../src/bot/feishu-message.ts'

/** The quotes of a card. */
export function feishuWords(card: unknown): string[] {
  return elementsOf(card as FeishuCard).flatMap((element) =>
    'background_style' in element ? textsOf(element).join('') : [],
  )
}

/** 30 KB for the body of a reply, 200 elements, those of version 2.0 alone, and no text in which Feishu parses anything. */
export function checkFeishu(given: unknown): void {
  const card = given as FeishuCard
  const body = JSON.stringify({
    msg_type: 'interactive',
    content: JSON.stringify(card),
    uuid: '0'.repeat(50),
  })
  expect(Buffer.byteLength(body)).toBeLessThanOrEqual(30 * 1024)
  expect(card.schema).toBe('2.0')
  const tags: string[] = []
  JSON.stringify(card, (name, value) => {
    if (name === 'tag') tags.push(value)
    if (name === 'default_url') expect(new URL(value).origin).toMatch(/^https:\/\/(?:lectern|l)\.example$/)
    return value
  })
  expect(tags.length).toBeLessThanOrEqual(200)
  expect(
    tags.filter((tag) => !['div', 'plain_text', 'column_set', 'column', 'button'].includes(tag)),
  ).toEqual([])
}

// ---------------------------------------------------------------------------

type Element = { tag: string; [name: string]: unknown }

function elementsOf({ body }: FeishuCard): Element[] {
  return body.elements as unknown as Element[]
}

/** All that is shown of a part of a card. */
function textsOf(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return []
  if ('content' in part && typeof part.content === 'string') return [part.content]
  return Object.values(part).flatMap(textsOf)
}
