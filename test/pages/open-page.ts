import type { Hono } from 'hono'
import { parseHTML } from 'linkedom'

/** What a path of `app` answers, read as HTML; a browser asks, unless `headers` say otherwise. */
export async function openPage(
  app: Hono,
  path: string,
  headers: Record<string, string> = { Accept: 'text/html' },
) {
  const response = await app.request(path, { headers })
  const html = await response.text()
  const { document } = parseHTML(html)
  return { status: response.status, headers: response.headers, html, document }
}

type Root = Pick<Document, 'querySelector' | 'querySelectorAll'> | null | undefined

/** Text of the first element that `selector` finds; empty when there is none. */
export function textOf(root: Root, selector: string): string {
  return root?.querySelector(selector)?.textContent ?? ''
}

export function textsOf(root: Root, selector: string): string[] {
  return [...(root?.querySelectorAll(selector) ?? [])].map(({ textContent }) => textContent ?? '')
}

export function hrefsOf(root: Root, selector: string): string[] {
  return [...(root?.querySelectorAll(selector) ?? [])].map((link) => link.getAttribute('href') ?? '')
}
