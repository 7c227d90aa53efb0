/**
 * What crawlers are asked: to read the pages and to leave alone the API. Pages with a question are not named here:
 * a crawler must read them to see that they are not to be listed.
 */
export function writeRobots(site: string): string {
  return `User-agent: *
Allow: /
Disallow: /api/
Disallow: /docs

Sitemap: ${site}/sitemap.xml
`
}
