import type { Context } from 'hono'
import { choosePageLanguage } from '../../../pages/language.ts'
import type { PageContext } from '../../../pages/layout.tsx'
import { renderNoticePage } from '../../../pages/notice-page.tsx'
import { stringsFor } from '../../../pages/strings/strings.ts'
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
    here: `${url.pathname}${url.search}`,
    site: c.get('site') ?? url.origin,
    scripted: c.get('scripted') ?? false,
    ...(asked !== undefined && { lang: language }),
  }
}

/** Whether a person with a browser asks: then a problem is told as a page. */
export function wantsPage(c: Context): boolean {
  return !c.req.path.startsWith('/api/') && (c.req.header('Accept') ?? '').includes('text/html')
}

/** A problem as a page in words. */
export function respondNotice(c: Context, problem: Problem): Response | Promise<Response> {
  const context = toPageContext(c)
  const message = inWords(context, problem)
  return c.html(renderNoticePage({ ...context, message }), problem.status, { 'Cache-Control': 'no-store' })
}

export function inWords({ language }: Pick<PageContext, 'language'>, { code, detail }: Problem): string {
  const strings = stringsFor(language)
  return strings.problems[code] ?? (detail || strings.problem)
}
