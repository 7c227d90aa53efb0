import type { Metadata } from '../parsed.ts'
import { parseDate } from './declared-date.ts'
import { isWebUrl } from './yaml-metadata.ts'

/**
 * What a page declares of itself: title, date, publisher, source and language. Knows the meta names that
 * Chinese government sites use (ArticleTitle, PubDate, ContentSource) beside Open Graph.
 */
export function readHead(document: Document): Metadata {
  const metas = readMetas(document)
  const metadata: Metadata = {}
  const title = readTitle(document, metas)
  if (title) metadata.title = title
  const date = readDate(document, metas)
  if (date) metadata.date = date
  const publisher = first(metas, ['contentsource', 'og:site_name', 'sitename'])?.replace(
    /^(?:来源|來源)[:：]\s*/,
    '',
  )
  if (publisher) metadata.publisher = publisher
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href')?.trim()
  const source = [canonical, first(metas, ['og:url'])].find((address) => address && isWebUrl(address))
  if (source) metadata.source = source
  const language = readLanguage(document)
  if (language) metadata.language = language
  return metadata
}

/** The encoding that a page names in its first bytes: `<meta charset=…>` or `content="…; charset=…"`. */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase()
}

function readMetas(document: Document): Map<string, string> {
  const metas = new Map<string, string>()
  for (const meta of document.querySelectorAll('meta')) {
    const name = meta.getAttribute('name') ?? meta.getAttribute('property') ?? meta.getAttribute('itemprop')
    const content = meta.getAttribute('content')?.replace(/\s+/g, ' ').trim()
    if (name && content && !metas.has(name.toLowerCase())) metas.set(name.toLowerCase(), content)
  }
  return metas
}

function first(metas: Map<string, string>, names: string[]): string | undefined {
  for (const name of names) if (metas.has(name)) return metas.get(name)
  return undefined
}

function readTitle(document: Document, metas: Map<string, string>): string | undefined {
  const declared = first(metas, ['articletitle', 'og:title', 'dc.title'])
  if (declared) return declared
  const title = clean(document.querySelector('title')?.textContent)
  const headings = [...document.querySelectorAll('h1')]
    .map((heading) => clean(heading.textContent))
    .filter(Boolean)
  if (headings.length === 1 && (title === '' || title.includes(headings[0] ?? ''))) return headings[0]
  // Sites add their own name: title_channel_site, title - site.
  return title.split(/[_|｜]| [-–—] /)[0]?.trim() || headings[0]
}

function clean(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim()
}

const dateNames = [
  'pubdate',
  'article:published_time',
  'publishdate',
  'datepublished',
  'dc.date.issued',
  'dc.date',
  'date',
]

function readDate(document: Document, metas: Map<string, string>): string | undefined {
  const times = [...document.querySelectorAll('time[datetime]')].map(
    (time) => time.getAttribute('datetime') ?? '',
  )
  for (const written of [...dateNames.map((name) => metas.get(name) ?? ''), ...times]) {
    const date = written && parseDate(written)
    if (date) return date
  }
  return undefined
}

/** The declared language, unless the script of the text contradicts it (templates often say `en`). */
function readLanguage(document: Document): string | undefined {
  const tag = document.documentElement.getAttribute('lang')?.trim()
  if (!tag || !/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag)) return undefined
  const sample = (document.body?.textContent ?? '').replace(/[\s\p{P}\p{N}]/gu, '').slice(0, 5000)
  const hanShare = (sample.match(/\p{Script=Han}/gu)?.length ?? 0) / Math.max(1, sample.length)
  const isChinese = /^zh\b/i.test(tag)
  if (isChinese ? hanShare < 0.3 : hanShare > 0.3 && !/^ja\b/i.test(tag)) return undefined
  if (!isChinese) return tag
  if (/hans|cn|sg/i.test(tag)) return 'zh-Hans'
  return /hant|tw|hk|mo/i.test(tag) ? 'zh-Hant' : undefined
}
