import type { Hono } from 'hono'
import { parseHTML } from 'linkedom'
import { beforeAll, describe, expect, it } from 'vitest'
import { openApp, openAppAt, openLectern } from '../http/open-app.ts'
import { writeRecord } from '../http/records.ts'
import { hrefsOf, openPage, textOf, textsOf } from './open-page.ts'

let app: Hono
beforeAll(async () => {
  app = await openApp()
})

describe('the page to ask on', () => {
  it('is a form that needs no script', async () => {
    const { status, html, document } = await openPage(app, '/')
    expect(status).toBe(200)
    expect(html.startsWith('<!doctype html>')).toBe(true)
    expect(document.documentElement.getAttribute('lang')).toBe('zh-Hans')
    expect(document.querySelectorAll('script, style, [style]')).toHaveLength(0)
    const form = document.querySelector('form')
    expect(form?.getAttribute('action')).toBe('/#outcome')
    const names = [...(form?.querySelectorAll('[name]') ?? [])].map((field) => field.getAttribute('name'))
    expect(names).toEqual(['q', 'speaker', 'kind', 'from', 'to'])
  })

  it('shows quotes with who said them, where, when and to what question', async () => {
    const eager = await openAppAt(0.01)
    const { document } = await openPage(eager, '/?q=大桥什么时候通车&speaker=白舟')
    const answer = await (await eager.request('/api/ask?q=大桥什么时候通车&speaker=白舟')).json()
    const [{ text, highlights, citation }] = answer.quotes
    const quote = document.querySelector('.quote')
    expect(textOf(quote, 'blockquote')).toBe(text)
    expect(textOf(quote, 'mark')).toBe(text.slice(highlights[0].start, highlights[0].end))
    expect(textOf(quote, '.who')).toBe('白舟 镇交通处处长')
    expect(textOf(quote, 'cite')).toBe('鹿鸣镇跨河大桥情况发布会')
    expect(textOf(quote, 'time')).toBe('2025-05-20')
    expect(textOf(quote, '.replied')).toContain('请问大桥什么时候通车')
    const links = [...(quote?.querySelectorAll('.links a') ?? [])].map((link) => link.getAttribute('href'))
    expect(links).toEqual([
      `/r/2025-05-briefing-bridge?s=${citation.span.start}-${citation.span.end}&v=${citation.version.slice(0, 12)}#quote`,
      '/r/2025-05-briefing-bridge#t1',
      'https://luming.example/briefings/5',
    ])
  })

  it('says of an abstention what was searched, and that the nearest passages are no answers', async () => {
    const { document } = await openPage(app, '/?q=渡口的票价是多少钱')
    expect(textOf(document, '#outcome')).toBe('这里的记录没有回答这个问题')
    expect(textOf(document, '.abstention')).toContain('查找范围：3 份记录，8 个段落')
    expect(textOf(document, '#nearest')).toBe('最接近的段落（不是回答）')
    expect(document.querySelectorAll('.nearest blockquote').length).toBeGreaterThan(0)
    expect(document.querySelectorAll('.answer')).toHaveLength(0)
  })

  it('opens the passage around a quote, with the quote marked in it', async () => {
    const { document } = await openPage(app, '/?q=大桥什么时候通车&speaker=白舟')
    const quote = document.querySelector('.quote')
    const text = textOf(quote, 'blockquote')
    expect(textOf(quote, '.around p')).toBe(
      '大桥计划今年12月28日通车。\n桥面两侧各有一条三米宽的步道，行人可以走。',
    )
    expect(textOf(quote, '.around mark')).toBe(text)
    const whole = await openPage(app, '/?q=how many ladders are lent to orchard keepers')
    for (const other of whole.document.querySelectorAll('.quote')) {
      const passage = other.querySelector('.around p')
      if (passage) expect(passage.textContent).not.toBe(textOf(other, 'blockquote'))
    }
  })

  it('names the words that no record mentions, else says that what was found is too far', async () => {
    const strict = await openAppAt(1)
    const told = async (path: string) => textOf((await openPage(strict, path)).document, '.verdict p')
    expect(await told('/?q=火星上有水吗')).toBe('查找范围内没有提到“火星”。')
    expect(await told('/?q=Who won the Eiffel Tower race&lang=en')).toBe(
      'Nothing that was searched mentions “won”, “Eiffel Tower”, “race”.',
    )
    expect(await told('/?q=渡口去年的投资')).toBe('找到的文字与问题相差太远，不足以作为回答。')
  })

  it('links to further questions that the records answer, with the filters and the language', async () => {
    const eager = await openAppAt(0.01)
    const { document } = await openPage(eager, '/?q=渡口保留到什么时候&kind=briefing&lang=en')
    expect(textsOf(document, '.follow-ups a')).toEqual(['请问大桥什么时候通车，行人能走吗？'])
    const [href] = hrefsOf(document, '.follow-ups a')
    expect(Object.fromEntries(new URL(href ?? '', 'http://here').searchParams)).toEqual({
      q: '请问大桥什么时候通车，行人能走吗？',
      kind: 'briefing',
      lang: 'en',
    })
    const followed = await openPage(eager, href ?? '')
    expect(followed.document.querySelector('.links a')?.getAttribute('href')).toMatch(/#quote$/u)
  })

  it('shows the sentence that a quote would lose, as no part of the quote', async () => {
    const says = '如果桥头广场准时完工：\n桥头广场的灯塔明年春天开放。\n但夜间不开放。'
    const record = await writeRecord(
      { id: 'square', kind: 'statement', title: '桥头广场', language: 'zh-Hans' },
      [{ kind: 'statement', speaker: '白舟', says }],
    )
    const own = await openApp({ lectern: await openLectern([record], { threshold: 0 }) })
    const html = await (await own.request('/?q=桥头广场的灯塔什么时候开放')).text()
    const { document } = parseHTML(html)
    expect(textOf(document, 'blockquote')).toBe('桥头广场的灯塔明年春天开放。')
    expect(textsOf(document, '.beside')).toEqual(['前一句 如果桥头广场准时完工：', '后一句 但夜间不开放。'])
  })

  it.each([
    ['/?q=', 'q', '请先写下问题。'],
    [`/?q=${'a'.repeat(2001)}`, 'q', '问题太长：请缩短到 2000 个字符以内。'],
    ['/?q=a&from=2025-02-30', 'from', '没有这一天：请写成 2025-03-12 这样的日期。'],
    ['/?q=a&to=tomorrow', 'to', '没有这一天：请写成 2025-03-12 这样的日期。'],
    ['/?q=a&from=2025-03-02&to=2025-03-01', 'from', '起始日期晚于截止日期：请对调。'],
    [`/?q=a&speaker=${'b'.repeat(501)}`, 'speaker', '太长：请缩短到 500 个字符以内。'],
  ])('says in words at the field what is wrong, and keeps what was typed (%#)', async (path, name, words) => {
    const { status, document } = await openPage(app, path)
    expect(status).toBe(400)
    const faulty = document.querySelectorAll('[aria-invalid=true]')
    expect([...faulty].map((field) => field.getAttribute('name'))).toEqual([name])
    const field = document.querySelector(`#${name}`)
    expect(textOf(document, `#${field?.getAttribute('aria-describedby')}`)).toBe(words)
    expect(field?.hasAttribute('autofocus')).toBe(true)
    const typed = new URL(path, 'http://here').searchParams.get(name) ?? ''
    const chosen = field?.querySelector('option[selected]') ?? field
    expect(chosen?.getAttribute('value')).toBe(typed)
    // A calendar would drop what is no day.
    if (name === 'to') expect(field?.getAttribute('type')).toBe('text')
    expect(document.querySelector('.filters')?.parentElement?.hasAttribute('open')).toBe(name !== 'q')
  })

  it('says in words what is wrong where no field is', async () => {
    const { status, document } = await openPage(app, '/?q=a&limit=99')
    expect(status).toBe(400)
    expect(textOf(document, '.problem[role=alert]')).toBe('引语条数须是 1 到 20 的整数。')
  })

  it('takes no notice of parameters that others put on links', async () => {
    expect((await openPage(app, '/?q=大桥&utm_source=mail')).status).toBe(200)
  })
})

describe('the page of a question', () => {
  const descriptionOf = async (path: string, from: Hono) => {
    const { document } = await openPage(from, path)
    return document.querySelector('meta[property="og:description"]')?.getAttribute('content')
  }

  it('is kept out of search engines, and has a heading that can be led to', async () => {
    const { document } = await openPage(app, '/?q=渡口保留到什么时候')
    expect(document.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex, nofollow')
    expect(document.querySelector('link[rel=canonical]')).toBeNull()
    expect(textOf(document, 'title')).toBe('渡口保留到什么时候 · Lectern')
    const headings = [...document.querySelectorAll('h1')]
    expect(headings.map(({ id }) => id)).toEqual(['outcome'])
    expect(headings[0]?.getAttribute('tabindex')).toBe('-1')
  })

  it('shows on a social card the first quote whole, or else where it stands', async () => {
    const eager = await openAppAt(0.01)
    expect(await descriptionOf('/?q=渡口保留到什么时候', eager)).toBe('渡口保留到明年6月，每天开行18班渡船。')
    const says = `桥头广场的灯塔${'和步道'.repeat(110)}明年春天开放。`
    const record = await writeRecord(
      { id: 'long', kind: 'statement', title: '桥头广场', date: '2025-01-02', language: 'zh-Hans' },
      [{ kind: 'statement', speaker: '白舟', says }],
    )
    const long = await openApp({
      lectern: await openLectern([record], { threshold: 0, quoteChars: 1000 }),
    })
    const cut = await openApp({ lectern: await openLectern([record], { threshold: 0 }) })
    for (const app of [long, cut]) {
      expect(await descriptionOf('/?q=桥头广场的灯塔什么时候开放', app)).toBe('白舟 · 桥头广场 · 2025-01-02')
    }
  })

  it('says on a social card that the records do not answer', async () => {
    expect(await descriptionOf('/?q=火星上有水吗', app)).toBe('这里的记录没有回答这个问题')
  })
})
