/** What crawlers are asked: to read the pages, and to leave alone the API and every question that was ever asked. */
export function writeRobots(site: string): string {
  return `User-agent: *
Allow: /
Disallow: /api/
Disallow: /docs
Disallow: /?q=
Disallow: /*&q=

Sitemap: ${site}/sitemap.xml
`
}
