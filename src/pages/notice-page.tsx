import { type PageContext, renderLayout, withLang } from './layout.tsx'
import { stringsFor } from './strings/strings.ts'

/** A way on from a notice. */
export type Offer = 'ask' | 'records' | 'speakers'

export interface NoticePageProps extends PageContext {
  message: string
  /** Where else to go. Defaults to asking a question. */
  offers?: readonly Offer[]
}

/** A page that says in words why there is nothing else to see, and where to go on. */
export function renderNoticePage({ message, offers = ['ask'], ...context }: NoticePageProps) {
  const strings = stringsFor(context.language)
  const names = { ask: strings.newQuestion, records: strings.lists.all, speakers: strings.lists.allSpeakers }
  return renderLayout({
    ...context,
    title: message,
    hidden: true,
    children: (
      <>
        <h1>{message}</h1>
        <ul class="ways">
          {offers.map((offer) => (
            <li>
              <a href={withLang(offer === 'ask' ? '/' : `/${offer}`, context.lang)}>{names[offer]}</a>
            </li>
          ))}
        </ul>
      </>
    ),
  })
}
