import { expect } from 'vitest'
import type { RichTextBlock, TeamsMessage } from '../../src/bot/teams-message.ts'

/** The quotes of a card. */
export function teamsWords(message: unknown): string[] {
  return (message as TeamsMessage).attachments[0].content.body.flatMap((element) =>
    element.type === 'Container' ? [element.items.map(lineOf).join('\n')] : [],
  )
}

/** Below 20 KB; no element reads Markdown, and no text writes out a date. */
export function checkTeams(given: unknown): void {
  const { type, attachments } = given as TeamsMessage
  expect(type).toBe('message')
  expect(new TextEncoder().encode(JSON.stringify(given)).length).toBeLessThan(20_000)
  expect(attachments).toHaveLength(1)
  const { contentType, content } = attachments[0]
  expect(contentType).toBe('application/vnd.microsoft.card.adaptive')
  expect(content).toMatchObject({ type: 'AdaptiveCard', version: '1.4' })
  expect(content.body.length).toBeGreaterThan(0)
  const texts = content.body.flatMap((element) => {
    if (element.type === 'ActionSet') return []
    return element.type === 'Container' ? element.items : [element]
  })
  for (const { type, inlines } of texts) {
    expect(type).toBe('RichTextBlock')
    for (const run of inlines) {
      expect(run.type).toBe('TextRun')
      expect(run.text).not.toMatch(/^$|\n|\{\{/u)
    }
  }
  const actions = content.body.flatMap((element) => (element.type === 'ActionSet' ? element.actions : []))
  for (const { type, title, url } of [...actions, ...(content.actions ?? [])]) {
    expect(type).toBe('Action.OpenUrl')
    expect(title).not.toBe('')
    expect(url).toMatch(/^https:\/\/lectern\.example\/\S+$/u)
  }
  expect(content.actions?.length ?? 0).toBeLessThanOrEqual(6)
}

// ---------------------------------------------------------------------------

function lineOf({ inlines }: RichTextBlock): string {
  const line = inlines.map(({ text }) => text).join('')
  return line === '\u00a0' ? '' : line
}
