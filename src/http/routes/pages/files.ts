import type { Context, Hono } from 'hono'
import { recordPath } from '../../../answer/permalink.ts'
import { favicon } from '../../../pages/favicon.ts'
import { writeRobots } from '../../../pages/robots.ts'
import { type SitemapEntry, writeSitemaps } from '../../../pages/sitemap.ts'
import { hasSpeakerPage, speakerAddress } from '../../../pages/speakers-page.tsx'
import { pageStyle } from '../../../pages/style/style.ts'
import { once } from '../../../text/once.ts'
import type { AssetName } from '../../assets.ts'
import { newestFirst } from '../../chronology.ts'
import type { Served } from '../../context.ts'
import { revalidation } from '../../middleware/revalidation.ts'
import { siteOf } from './context.ts'

/** What pages load, and what crawlers ask for. */
export function mountFiles(app: Hono, served: Served): void {
  app.get('/style.css', ...revalidation(), (c) => send(c, pageStyle, 'text/css; charset=utf-8'))
  app.get('/favicon.svg', ...revalidation(), (c) => send(c, favicon, 'image/svg+xml'))
  // Where browsers look for an icon of what is no page.
  app.get('/favicon.ico', (c) => c.redirect('/favicon.svg', 301))
  mountForCrawlers(app, served)
  if (served.assets) mountScripts(app, served.assets)
}

// ---------------------------------------------------------------------------

function mountScripts(app: Hono, assets: NonNullable<Served['assets']>): void {
  const sendAsset = async (c: Context, name: AssetName) => {
    const asset = await assets.read(name)
    return asset ? send(c, asset.body, asset.type) : c.notFound()
  }
  app.get('/page.js', ...revalidation(), (c) => sendAsset(c, 'page.js'))
  // Any site may load the widget; which sites may ask is for `corsOrigins` to say.
  app.get('/widget.js', ...revalidation(), (c) => {
    c.header('Access-Control-Allow-Origin', '*')
    c.header('Cross-Origin-Resource-Policy', 'cross-origin')
    c.header('Cache-Control', 'public, max-age=600')
    return sendAsset(c, 'widget.js')
  })
}

function mountForCrawlers(app: Hono, served: Served): void {
  const entries = once(() => listEntries(served))
  const write = (c: Context) => writeSitemaps(siteOf(c), entries())

  app.get('/robots.txt', ...revalidation(), (c) =>
    send(c, writeRobots(siteOf(c)), 'text/plain; charset=utf-8'),
  )
  app.get('/sitemap.xml', ...revalidation(), (c) => sendXml(c, write(c).root))
  app.get('/:sitemap{sitemap-[1-9][0-9]*\\.xml}', ...revalidation(), (c) => {
    const number = Number(/\d+/u.exec(c.req.param('sitemap'))?.[0])
    const part = write(c).parts[number - 1]
    return part === undefined ? c.notFound() : sendXml(c, part)
  })
}

/** Every page but those of questions. */
function listEntries({ lectern: { records }, speakers, assets }: Served): SitemapEntry[] {
  const fixed = ['/', '/records', '/speakers', ...(assets ? ['/embed'] : [])]
  return [
    ...fixed.map((path) => ({ path })),
    ...newestFirst(records).map(({ id, date }) => ({
      path: recordPath(id),
      ...(date !== undefined && /^\d{4}-\d{2}-\d{2}$/u.test(date) && { lastmod: date }),
    })),
    ...speakers().flatMap(({ name }) => (hasSpeakerPage(name) ? [{ path: speakerAddress(name) }] : [])),
  ]
}

/** Browsers show XML in a style of their own, which stands inline. */
const xmlPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'"

function sendXml(c: Context, body: string): Response {
  c.header('Content-Security-Policy', xmlPolicy)
  return send(c, body, 'application/xml; charset=utf-8')
}

function send(c: Context, body: string | Uint8Array<ArrayBuffer>, type: string): Response {
  return c.body(body, 200, { 'Content-Type': type })
}
