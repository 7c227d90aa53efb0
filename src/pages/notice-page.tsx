import { type PageContext, renderLayout, withLang } from './layout.tsx'
import { stringsFor } from './strings/strings.ts'

/** A page that says in words why there is nothing else to see. */
export function renderNoticePage({ message, ...context }: PageContext & { message: string }) {
  const strings = stringsFor(context.language)
  return renderLayout({
    ...context,
    title: message,
    children: (
      <>
        <h1>{message}</h1>
        <p>
          <a href={withLang('/', context.lang)}>{strings.newQuestion}</a>
        </p>
      </>
    ),
  })
}
