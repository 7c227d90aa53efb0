import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import { languageNames, type PageLanguage, pageLanguages } from './language.ts'
import { stringsFor } from './strings/strings.ts'

/** What every page is given. */
export interface PageContext {
  language: PageLanguage
  /** The `lang` parameter to carry along in links and forms; absent when the browser chose the language. */
  lang?: PageLanguage
  /** Path and query of the page without `lang`, for the links to its other languages. */
  here: string
  /** Address of the site, `https://host`, without a slash at the end. */
  site: string
  /** Whether `/page.js` and `/widget.js` are served. */
  scripted: boolean
}

/** Entries of the navigation. */
export type Place = 'ask' | 'records' | 'speakers' | 'embed'

export interface LayoutProps extends PageContext {
  title?: string
  /** For search engines and social cards; in the language of what it tells. Never part of a quote. */
  description?: string
  /** Path of the address that search engines keep, where it is not `here`. */
  canonical?: string
  /** Whether search engines are asked to pass the page over. Defaults to `false`. */
  hidden?: boolean
  /** The entry of the navigation that the page is. */
  place?: Place
  /** `article` for a record. Defaults to `website`. */
  type?: 'website' | 'article'
  /** Further elements of the head. */
  head?: Child
  children: Child
}

/** Longest quote in a description, in UTF-16 units: those who show cards cut a longer one. */
export const cardLength = 300

/** A whole document. */
export function renderLayout(props: LayoutProps) {
  return html`<!doctype html>${<Layout {...props} />}`
}

/** `href` with a `lang` parameter before its fragment. */
export function withLang(href: string, lang: PageLanguage | undefined): string {
  if (lang === undefined) return href
  const at = href.indexOf('#')
  const [path, fragment] = at === -1 ? [href, ''] : [href.slice(0, at), href.slice(at)]
  return `${path}${path.includes('?') ? '&' : '?'}lang=${lang}${fragment}`
}

// ---------------------------------------------------------------------------

function Layout(props: LayoutProps) {
  const { language, lang, scripted, children } = props
  const strings = stringsFor(language)
  return (
    <html lang={language}>
      <Head {...props} />
      <body>
        <a class="skip" href="#main">
          {strings.skip}
        </a>
        <header class="site">
          <a class="name" href={withLang('/', lang)} translate="no">
            {strings.name}
          </a>
          <Navigation {...props} />
        </header>
        <main id="main">{children}</main>
        <footer class="site">
          <p>{strings.promise}</p>
          <Languages {...props} />
        </footer>
        {scripted && <script src="/page.js" defer />}
      </body>
    </html>
  )
}

function Head({ language, site, here, title, head, ...rest }: LayoutProps) {
  const strings = stringsFor(language)
  const { description = strings.intro, canonical = here, hidden, type = 'website' } = rest
  const whole = title ? `${title} · ${strings.name}` : `${strings.name} · ${strings.tagline}`
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{whole}</title>
      <meta name="description" content={description} />
      <meta name="color-scheme" content="light dark" />
      <meta property="og:title" content={title ?? strings.tagline} />
      <meta property="og:description" content={description} />
      <meta property="og:type" content={type} />
      <meta property="og:site_name" content={strings.name} />
      <meta property="og:url" content={`${site}${canonical}`} />
      <meta name="twitter:card" content="summary" />
      {hidden ? (
        <meta name="robots" content="noindex, nofollow" />
      ) : (
        <>
          <link rel="canonical" href={`${site}${canonical}`} />
          {pageLanguages.map((other) => (
            <link rel="alternate" hreflang={other} href={`${site}${withLang(canonical, other)}`} />
          ))}
          <link rel="alternate" hreflang="x-default" href={`${site}${canonical}`} />
        </>
      )}
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      <link rel="stylesheet" href="/style.css" />
      {head}
    </head>
  )
}

const places: readonly (readonly [Place, string])[] = [
  ['ask', '/'],
  ['records', '/records'],
  ['speakers', '/speakers'],
]

function Navigation({ language, lang, place }: LayoutProps) {
  const { nav } = stringsFor(language)
  return (
    <nav aria-label={nav.label}>
      {places.map(([name, href]) => (
        <a href={withLang(href, lang)} aria-current={name === place ? 'page' : undefined}>
          {nav[name]}
        </a>
      ))}
    </nav>
  )
}

function Languages({ language, lang, here, scripted }: LayoutProps) {
  const strings = stringsFor(language)
  return (
    <nav aria-label={strings.languages}>
      {pageLanguages.map((other) => (
        <a
          href={withLang(here, other)}
          lang={other}
          hreflang={other}
          aria-current={other === language ? 'true' : undefined}
        >
          {languageNames[other]}
        </a>
      ))}
      {scripted && (
        <>
          <a href={withLang('/embed', lang)}>{strings.nav.embed}</a>
          <a href="/docs">{strings.api}</a>
        </>
      )}
    </nav>
  )
}
