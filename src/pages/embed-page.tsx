import type { Child } from 'hono/jsx'
import { attributes, events, parts, properties } from './embed-names.ts'
import type { PageLanguage } from './language.ts'
import { type PageContext, renderLayout } from './layout.tsx'
import type { Embedding } from './strings/embedding/embedding.ts'
import { embeddingFor } from './strings/embedding/tables.ts'
import { stringsFor } from './strings/strings.ts'

export interface EmbedPageProps extends PageContext {
  /** Origins whose pages may ask; `*` is all. */
  origins: readonly string[]
}

/** How to put the widget on a site, and the widget itself. */
export function renderEmbedPage(props: EmbedPageProps) {
  const { language, site } = props
  const says = embeddingFor(language)
  return renderLayout({
    ...props,
    place: 'embed',
    title: says.title,
    description: says.about,
    canonical: '/embed',
    head: <script src="/widget.js" defer />,
    children: (
      <>
        <h1>{says.title}</h1>
        <p class="intro">{says.about}</p>
        <h2>{says.lineTitle}</h2>
        <p>{says.lineAbout}</p>
        <Code language={language} id="line" code={writeLine(props)} />
        <h2>{says.tryTitle}</h2>
        <lectern-chat mode="inline" src="/" lang={language}>
          <noscript>{says.noScript}</noscript>
        </lectern-chat>
        <h2>{says.originsTitle}</h2>
        <Origins {...props} says={says} />
        <h2>{says.policyTitle}</h2>
        <p>{says.policyAbout}</p>
        <Code language={language} id="policy" code={`script-src ${site}; connect-src ${site}`} />
        <h2>{says.packageTitle}</h2>
        <p>{says.packageAbout}</p>
        <Code language={language} id="package" code="import 'lectern/widget/define'" />
        <Reference says={says} />
      </>
    ),
  })
}

// ---------------------------------------------------------------------------

/** The one line, to be pasted into a page: a host may have signs that would end an attribute. */
function writeLine({ site, language }: EmbedPageProps): string {
  const server = site.replace(/["&]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  return `<script src="${server}/widget.js" defer></script><lectern-chat src="${server}" lang="${language}"></lectern-chat>`
}

function Code({ id, code, language }: { id: string; code: string; language: PageLanguage }) {
  const { reading } = stringsFor(language)
  return (
    <div class="code">
      <pre tabindex={0} dir="ltr">
        <code id={id}>{code}</code>
      </pre>
      <button
        type="button"
        class="minor"
        data-copy={id}
        data-copied={reading.copied}
        data-selected={reading.selected}
        hidden
      >
        {reading.copy}
      </button>
    </div>
  )
}

function Origins({ origins, language, says }: EmbedPageProps & { says: Embedding }) {
  if (origins.includes('*')) return <p>{says.originsAll}</p>
  if (origins.length > 0) {
    return (
      <>
        <p>{says.originsSome}</p>
        <ul>
          {origins.map((origin) => (
            <li>
              <code>{origin}</code>
            </li>
          ))}
        </ul>
      </>
    )
  }
  return (
    <>
      <p>{says.originsNone}</p>
      <Code
        language={language}
        id="cors"
        code="lectern serve --index index --port 8787 --cors https://your-site.example"
      />
    </>
  )
}

function Reference({ says }: { says: Embedding }) {
  const groups = Object.keys(parts) as (keyof typeof parts)[]
  return (
    <>
      <Names
        says={says}
        title={says.attributesTitle}
        rows={attributes.map((name) => [name, says.attributes[name]])}
      />
      <Names
        says={says}
        title={says.propertiesTitle}
        rows={properties.map((name) => [name, says.properties[name]])}
      >
        <p>{says.propertiesAbout}</p>
      </Names>
      <Names
        says={says}
        title={says.partsTitle}
        rows={groups.map((group) => [parts[group], says.parts[group]])}
      />
      <Names says={says} title={says.eventsTitle} rows={events.map((name) => [name, says.events[name]])}>
        <p>{says.eventsAbout}</p>
      </Names>
    </>
  )
}

interface NamesProps {
  says: Embedding
  title: string
  /** A name, or several, and what it means. */
  rows: readonly (readonly [string | readonly string[], string])[]
  children?: Child
}

function Names({ says, title, rows, children }: NamesProps) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
      <table>
        <thead>
          <tr>
            <th scope="col">{says.name}</th>
            <th scope="col">{says.meaning}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([names, meaning]) => (
            <tr>
              <th scope="row">
                {[names].flat().map((name) => (
                  <>
                    <code>{name}</code>{' '}
                  </>
                ))}
              </th>
              <td>{meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
