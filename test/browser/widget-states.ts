import { stringsFor, widgetLanguages } from '../../src/widget/language.ts'
import type { LecternChat } from '../../src/widget/lectern-chat.ts'
import { makeAbstention, makeAnswer, makeCitation, makeQuote } from './widget-fake.ts'
import { askWidget, openWidget, type PageOptions, type Stage, type WidgetPage } from './widget-page.ts'

interface State {
  options?: PageOptions
  /** Sets what the fake server tells. */
  prepare?(stage: Stage): void
  reach?(opened: WidgetPage): Promise<void>
}

const about = {
  version: '1.2.3',
  index: 'abc',
  records: 3,
  passages: 40,
  from: '2024-02-29',
  to: '2025-06-03',
}

/** Every state that a reader can meet, by name, and how it comes about. */
export const widgetStates = {
  closed: {},
  open: { reach: open },
  answer: { reach: (opened) => askAndWait(opened, '渡口保留到什么时候') },
  abstention: { reach: (opened) => askAndWait(opened, '火星上有水吗') },
  inline: {
    options: { attributes: { mode: 'inline' } },
    reach: (opened) => askAndWait(opened, '渡口保留到什么时候'),
  },
  full: {
    options: { way: 'told' },
    prepare: tellMuch,
    reach: (opened) => openAndAsk(opened, '码头什么时候开放'),
  },
  nearest: {
    options: { way: 'told' },
    prepare: ({ fake }) => {
      fake.told = makeAbstention({ missing: ['夜航', '票价'], nearest: [makeQuote(), makeQuote()] })
    },
    reach: (opened) => askAndWait(opened, '夜航票价是多少'),
  },
  'no-records': {
    options: { way: 'told' },
    prepare: ({ fake }) => {
      fake.about = { ...about, records: 0, passages: 0, feedback: false }
    },
    reach: open,
  },
  'empty-question': {
    reach: async (opened) => {
      await open(opened)
      await opened.page.keyboard.press('Enter')
    },
  },
  loading: { options: { way: 'never' }, reach: (opened) => askAndRead(opened, 'searching') },
  slow: { options: { way: 'never' }, reach: (opened) => askAndRead(opened, 'stillSearching') },
  offline: {
    reach: async (opened) => {
      await opened.page.context().setOffline(true)
      await askAndWait(opened, '渡口保留到什么时候')
    },
  },
  'server-error': { options: { way: 'fault' }, reach: (opened) => askAndWait(opened, '码头什么时候开放') },
  'too-many-requests': {
    options: { way: 'busy' },
    reach: (opened) => askAndWait(opened, '码头什么时候开放'),
  },
  unreadable: { options: { way: 'html' }, reach: (opened) => askAndWait(opened, '码头什么时候开放') },
  refused: { options: { way: 'refuse' }, reach: (opened) => askAndWait(opened, '码头什么时候开放') },
  'src-invalid': { options: { attributes: { src: 'ftp://luming.example' } }, reach: open },
} satisfies Record<string, State>

export type WidgetState = keyof typeof widgetStates

/** Opens a page with the widget in a state, its words in Simplified Chinese unless `options` say otherwise. */
export async function openState(
  stage: Stage,
  name: WidgetState,
  options: PageOptions = {},
): Promise<WidgetPage> {
  const state: State = widgetStates[name]
  Object.assign(stage.fake, { told: makeAnswer(), about: undefined })
  state.prepare?.(stage)
  const attributes = { ...state.options?.attributes, ...options.attributes }
  const opened = await openWidget(stage, { ...state.options, ...options, attributes })
  await state.reach?.(opened)
  return opened
}

// ---------------------------------------------------------------------------

async function open({ widget }: WidgetPage): Promise<void> {
  await widget.evaluate((element) => (element as LecternChat).open())
  await widget.locator('.panel').waitFor()
}

async function askAndWait(opened: WidgetPage, question: string): Promise<void> {
  await askWidget(opened, question)
  await opened.widget.locator('article, .problem').first().waitFor()
}

async function openAndAsk(opened: WidgetPage, question: string): Promise<void> {
  await open(opened)
  await askAndWait(opened, question)
}

async function askAndRead(opened: WidgetPage, said: 'searching' | 'stillSearching'): Promise<void> {
  const words = new RegExp(widgetLanguages.map((language) => stringsFor(language)[said]).join('|'))
  await askWidget(opened, '码头什么时候开放')
  await opened.widget.getByRole('status').filter({ hasText: words }).waitFor()
}

/** All that an answer can have: a long quote, what stands beside it, other places, ratings, further questions. */
function tellMuch({ fake }: Stage): void {
  fake.about = { ...about, feedback: true }
  fake.told = makeAnswer({
    quotes: [
      makeQuote({
        text: '码头改造分三个阶段，每个阶段结束后都会公布验收结果。'.repeat(30),
        clipped: { before: '先说整体安排。', after: '但遇到台风要顺延。' },
        alsoIn: [
          makeCitation({ title: '鹭湾码头改造问答', record: 'heron-bay-faq', url: '/r/heron-bay-faq#t0' }),
        ],
      }),
      makeQuote(),
    ],
    followUps: [
      { question: '改造期间渡船停航吗？', url: '/r/heron-bay#t3' },
      { question: '夜间班次的票价和白天相比有没有变化，老年人乘船是否继续免费？', url: '/r/heron-bay#t5' },
    ],
  })
}
