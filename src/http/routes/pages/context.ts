import type { Context } from 'hono'
import { choosePageLanguage } from '../../../pages/language.ts'
import type { PageContext } from '../../../pages/layout.tsx'
import { type Offer, renderNoticePage } from '../../../pages/notice-page.tsx'
import { nameProblem, stringsFor } from '../../../pages/strings/strings.ts'
import type { Problem } from '../../problem.ts'

/** What a page is given by the request. Sets the headers that depend on its language. */
export function toPageContext(c: Context): PageContext {
  const url = new URL(c.req.url)
  const asked = url.searchParams.get('lang') ?? undefined
  const language = choosePageLanguage(asked, c.req.header('Accept-Language'))
  url.searchParams.delete('lang')
  c.header('Vary', 'Accept, Accept-Language', { append: true })
  c.header('Content-Language', language)
  c.header('Cache-Control', 'no-cache')
  return {
    language,
    // Two slashes at the head of a link would name another host.
    here: `${url.pathname.replace(/^\/+/u, '/')}${url.search}`,
    site: siteOf(c),
    scripted: c.get('scripted') ?? false,
    ...(asked !== undefined && { lang: language }),
  }
}

/** Address of the site, `https://host`, without a slash at the end. */
export function siteOf(c: Context): string {
  // Where the index cannot be opened, there is no app that tells it.
  return c.get('site') ?? new URL(c.req.url).origin
}

/** Whether a person with a browser asks: then a problem is told as a page. */
export function wantsPage(c: Context): boolean {
  return !c.req.path.startsWith('/api/') && (c.req.header('Accept') ?? '').includes('text/html')
}

/** A problem as a page in words. */
export function respondNotice(c: Context, problem: Problem): Response | Promise<Response> {
  const context = toPageContext(c)
  const message = inWords(context, problem)
  const offers = offersFor[problem.code] ?? ['ask', 'records', 'speakers']
  const page = renderNoticePage({ ...context, message, offers })
  return c.html(page, problem.status, { 'Cache-Control': 'no-store' })
}

export function inWords({ language }: Pick<PageContext, 'language'>, { code, detail }: Problem): string {
  const strings = stringsFor(language)
  return nameProblem(code, strings) ?? (detail || strings.problem)
}

/** Query parameters by name. A form sends what was left blank as empty: that is left out. */
export function readFields(c: Context, names: readonly string[]): Record<string, string> {
  const given = names.map((name) => [name, c.req.query(name) ?? ''] as const)
  return Object.fromEntries(given.filter(([, value]) => value.trim() !== ''))
}

// ---------------------------------------------------------------------------

const offersFor: Record<string, readonly Offer[]> = {
  'record-unknown': ['records', 'ask'],
  'speaker-unknown': ['speakers', 'ask'],
}
