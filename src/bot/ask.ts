import type { Outcome } from '../answer/answer.ts'
import type { Lectern } from '../answer/lectern.ts'
import { isLecternError } from '../errors.ts'
import type { InterfaceLanguage } from '../text/interface-language.ts'
import { readMore, writeMore } from './more.ts'
import type { MorePress, Question } from './platform.ts'
import { languageOf, readQuestion } from './question-words.ts'
import { type Reply, toNotice, toReply } from './reply.ts'
import type { Scene } from './scene.ts'
import { stringsFor } from './strings.ts'

/** Quotes of a reply, and those that “more” gives at most. */
const shown = 3
const shownMore = 10

/** The reply to a question; help, where there is none. */
export async function answerQuestion(question: Question, scene: Scene): Promise<Reply> {
  const { options, site } = scene
  const asked = readQuestion(question.words)
  const language = languageOf(asked.question, question.locale)
  if (asked.question === '') return toNotice('help', stringsFor(language).help, language)
  const [named, outcome] = await Promise.all([
    // First: other threads sign while this one searches.
    options.ledger?.nameAnswer({ platform: scene.platform.name, site }),
    ask(options.lectern, { ...asked, limit: shown }, language),
  ])
  if ('lead' in outcome) return outcome
  if (named) keepBehind({ answer: named.answer, question: asked.question, outcome }, scene)
  const quotes = outcome.kind === 'answer' ? outcome.quotes : outcome.nearest
  const more = quotes.length === shown ? writeMore({ ...asked, after: shown }) : undefined
  return toReply(outcome, {
    language,
    site,
    ...(named && { votes: named.votes }),
    ...(more !== undefined && { more }),
  })
}

/** The reply to whoever wants more quotes. */
export async function answerMore(press: MorePress, { options, site }: Scene): Promise<Reply> {
  const asked = readMore(press.value)
  const language = languageOf(asked?.question ?? '', press.locale)
  const { noMore } = stringsFor(language)
  if (!asked) return toNotice('help', noMore, language)
  const outcome = await ask(options.lectern, { ...asked, limit: shownMore }, language)
  if ('lead' in outcome) return outcome
  const reply = toReply(outcome, { language, site })
  const quotes = reply.quotes.slice(asked.after)
  return quotes.length > 0 ? { ...reply, lead: '', quotes } : toNotice('help', noMore, language)
}

// ---------------------------------------------------------------------------

/** Keeps a question when its reply is on its way: nobody waits for a store, nor goes without an answer if it fails. */
function keepBehind(
  asked: { answer: string; question: string; outcome: Outcome },
  { platform: { name: platform }, options: { ledger, log }, afterwards }: Scene,
): void {
  afterwards(async () => {
    try {
      await ledger?.keepQuestion({ ...asked, platform })
    } catch (error) {
      log?.({ platform, what: 'a question was not kept', error })
    }
  })
}

/** The outcome, or what is wrong with the question in words for whoever asked. */
async function ask(
  lectern: Lectern,
  { question, filters, limit }: ReturnType<typeof readQuestion> & { limit: number },
  language: InterfaceLanguage,
): Promise<Outcome | Reply> {
  const strings = stringsFor(language)
  try {
    const outcome = await lectern.ask({ question, filters, limit })
    if (outcome.searched.records === 0) return toNotice('help', strings.filterUnknown, language)
    return outcome
  } catch (error) {
    if (!isLecternError(error)) throw error
    if (error.code === 'question-too-long') return toNotice('help', strings.tooLong, language)
    if (error.code === 'filter-invalid') return toNotice('help', strings.dateInvalid, language)
    throw error
  }
}
