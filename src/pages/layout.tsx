import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import { type PageLanguage, pageLanguages, stringsFor } from './strings.ts'

/** What every page is given. */
export interface PageContext {
  language: PageLanguage
  /** The `lang` parameter to carry along in links and forms; absent when the browser chose the language. */
  lang?: PageLanguage
  /** Path and query of the page without `lang`, for the links to its other languages. */
  here: string
}

export interface LayoutProps extends PageContext {
  title?: string
  children: Child
}

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

const names: Record<PageLanguage, string> = { 'zh-Hans': '中文', en: 'English' }

function Layout({ language, lang, here, title, children }: LayoutProps) {
  const strings = stringsFor(language)
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title ? `${title} · ${strings.name}` : `${strings.name} · ${strings.tagline}`}</title>
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        <a class="skip" href="#main">
          {strings.skip}
        </a>
        <header class="site">
          <a class="name" href={withLang('/', lang)}>
            {strings.name}
          </a>
          <nav>
            {pageLanguages
              .filter((other) => other !== language)
              .map((other) => (
                <a href={withLang(here, other)} lang={other} hreflang={other}>
                  {names[other]}
                </a>
              ))}
          </nav>
        </header>
        <main id="main">{children}</main>
      </body>
    </html>
  )
}
