/** A page for search engines. */
export interface SitemapEntry {
  /** Path, percent-encoded. */
  path: string
  /** `YYYY-MM-DD`. */
  lastmod?: string
}

/** Most addresses in one sitemap, by the protocol. */
const sitemapLength = 50_000

/** Longest address in a sitemap, by the protocol; longer ones are left out. */
const addressLength = 2048

/**
 * The sitemaps of a site at `site` by https://www.sitemaps.org/protocol.html: one, or where there are more than
 * `length` entries an index, and the sitemaps `/sitemap-1.xml` and so on that it names.
 */
export function writeSitemaps(
  site: string,
  entries: readonly SitemapEntry[],
  length = sitemapLength,
): { root: string; parts: string[] } {
  const listed = entries.filter(({ path }) => site.length + path.length < addressLength)
  if (listed.length <= length) return { root: writeSitemap(site, listed), parts: [] }
  const parts: string[] = []
  for (let at = 0; at < listed.length; at += length) {
    parts.push(writeSitemap(site, listed.slice(at, at + length)))
  }
  const names = parts.map(
    (_, at) => `<sitemap><loc>${escapeXml(`${site}/sitemap-${at + 1}.xml`)}</loc></sitemap>`,
  )
  return { root: wrap('sitemapindex', names), parts }
}

// ---------------------------------------------------------------------------

function writeSitemap(site: string, entries: readonly SitemapEntry[]): string {
  const urls = entries.map(({ path, lastmod }) => {
    const changed = lastmod === undefined ? '' : `<lastmod>${escapeXml(lastmod)}</lastmod>`
    return `<url><loc>${escapeXml(`${site}${path}`)}</loc>${changed}</url>`
  })
  return wrap('urlset', urls)
}

function wrap(element: 'urlset' | 'sitemapindex', lines: readonly string[]): string {
  const head = `<?xml version="1.0" encoding="UTF-8"?>\n<${element} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`
  return `${[head, ...lines, `</${element}>`].join('\n')}\n`
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/gu, (sign) => `&#${sign.charCodeAt(0)};`)
}
