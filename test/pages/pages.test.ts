import type { Hono } from 'hono'
import { parseHTML } from 'linkedom'
import { beforeAll, describe, expect, it } from 'vitest'
import { choosePageLanguage } from '../../src/pages/language.ts'
import { openApp, openAppAt, openLectern } from '../http/open-app.ts'
import { hostile, writeRecord } from '../http/records.ts'

let app: Hono
beforeAll(async () => {
  app = await openApp()
})

async function open(path: string, headers: Record<string, string> = {}, from = app) {
  const response = await from.request(path, { headers })
  const html = await response.text()
  return { status: response.status, html, document: parseHTML(html).document }
}

function textOf(element: { textContent: string | null } | null): string {
  return element?.textContent ?? ''
}

describe('the page to ask on', () => {
  it('is a form that needs no script', async () => {
    const { status, html, document } = await open('/')
    expect(status).toBe(200)
    expect(html.startsWith('<!doctype html>')).toBe(true)
    expect(document.documentElement.getAttribute('lang')).toBe('zh-Hans')
    expect(document.querySelectorAll('script, style, [style]')).toHaveLength(0)
    const form = document.querySelector('form')
    expect(form?.getAttribute('action')).toBe('/')
    const names = [...(form?.querySelectorAll('[name]') ?? [])].map((field) => field.getAttribute('name'))
    expect(names).toEqual(['q', 'speaker', 'kind', 'from', 'to'])
  })

  it('shows quotes with who said them, where, when and to what question', async () => {
    const eager = await openAppAt(0.01)
    const { document } = await open('/?q=大桥什么时候通车&speaker=白舟', {}, eager)
    const answer = await (await eager.request('/api/ask?q=大桥什么时候通车&speaker=白舟')).json()
    const [{ text, highlights, citation }] = answer.quotes
    const quote = document.querySelector('.quote')
    expect(textOf(quote?.querySelector('blockquote') ?? null)).toBe(text)
    expect(textOf(quote?.querySelector('mark') ?? null)).toBe(
      text.slice(highlights[0].start, highlights[0].end),
    )
    expect(textOf(quote?.querySelector('.who') ?? null)).toBe('白舟镇交通处处长')
    expect(textOf(quote?.querySelector('cite') ?? null)).toBe('鹿鸣镇跨河大桥情况发布会')
    expect(textOf(quote?.querySelector('time') ?? null)).toBe('2025-05-20')
    expect(textOf(quote?.querySelector('.replied') ?? null)).toContain('请问大桥什么时候通车')
    const links = [...(quote?.querySelectorAll('.links a') ?? [])].map((link) => link.getAttribute('href'))
    expect(links).toEqual([
      `/r/2025-05-briefing-bridge?s=${citation.span.start}-${citation.span.end}&v=${citation.version.slice(0, 12)}#quote`,
      '/r/2025-05-briefing-bridge#t1',
      'https://luming.example/briefings/5',
    ])
    expect(document.querySelector('details')?.hasAttribute('open')).toBe(true)
  })

  it('says of an abstention what was searched, and that the nearest passages are no answers', async () => {
    const { document } = await open('/?q=渡口的票价是多少钱')
    expect(textOf(document.querySelector('#outcome'))).toBe('这里的记录没有回答这个问题')
    expect(textOf(document.querySelector('.abstention'))).toContain('查找范围：3 份记录，8 个段落')
    expect(textOf(document.querySelector('#nearest'))).toBe('最接近的段落（不是回答）')
    expect(document.querySelectorAll('.nearest blockquote').length).toBeGreaterThan(0)
    expect(document.querySelectorAll('.answer')).toHaveLength(0)
  })

  it('opens the passage around a quote, with the quote marked in it', async () => {
    const { document } = await open('/?q=大桥什么时候通车&speaker=白舟')
    const quote = document.querySelector('.quote')
    const text = textOf(quote?.querySelector('blockquote') ?? null)
    expect(textOf(quote?.querySelector('.around p') ?? null)).toBe(
      '大桥计划今年12月28日通车。\n桥面两侧各有一条三米宽的步道，行人可以走。',
    )
    expect(textOf(quote?.querySelector('.around mark') ?? null)).toBe(text)
    const whole = await open('/?q=how many ladders are lent to orchard keepers')
    for (const other of whole.document.querySelectorAll('.quote')) {
      const passage = other.querySelector('.around p')
      if (passage) expect(textOf(passage)).not.toBe(textOf(other.querySelector('blockquote')))
    }
  })

  it('names the words that no record mentions, else says that what was found is too far', async () => {
    const strict = await openAppAt(1)
    const told = async (path: string) =>
      textOf((await open(path, {}, strict)).document.querySelector('.abstention p'))
    expect(await told('/?q=火星上有水吗')).toBe('记录中没有提到“火星”。')
    expect(await told('/?q=Who won the Eiffel Tower race&lang=en')).toBe(
      'Nothing in the records mentions “won”, “Eiffel Tower”, “race”.',
    )
    expect(await told('/?q=渡口去年的投资')).toBe('找到的文字与问题相差太远，不足以作为回答。')
  })

  it('links to further questions that the records answer, with the filters and the language', async () => {
    const eager = await openAppAt(0.01)
    const { document } = await open('/?q=渡口保留到什么时候&kind=briefing&lang=en', {}, eager)
    const links = [...document.querySelectorAll('.follow-ups a')]
    expect(links.map(textOf)).toEqual(['请问大桥什么时候通车，行人能走吗？'])
    const [href] = links.map((link) => link.getAttribute('href') ?? '')
    expect(Object.fromEntries(new URL(href ?? '', 'http://here').searchParams)).toEqual({
      q: '请问大桥什么时候通车，行人能走吗？',
      kind: 'briefing',
      lang: 'en',
    })
    const followed = await open(href ?? '', {}, eager)
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
    expect(textOf(document.querySelector('blockquote'))).toBe('桥头广场的灯塔明年春天开放。')
    expect([...document.querySelectorAll('.beside')].map(textOf)).toEqual([
      '前一句 如果桥头广场准时完工：',
      '后一句 但夜间不开放。',
    ])
  })

  it.each([
    ['/?q=', '请先写下问题。'],
    [`/?q=${'a'.repeat(2001)}`, '问题太长：请缩短到 2000 个字符以内。'],
    ['/?q=a&from=2025-02-30', '筛选条件不对：日期须是真实的日期，且起始日期不晚于截止日期。'],
    ['/?q=a&from=2025-03-02&to=2025-03-01', '筛选条件不对：日期须是真实的日期，且起始日期不晚于截止日期。'],
    ['/?q=a&limit=99', '引语条数须是 1 到 20 的整数。'],
  ])('says in words what is wrong (%#)', async (path, words) => {
    const { status, document } = await open(path)
    expect(status).toBe(400)
    expect(textOf(document.querySelector('.problem'))).toBe(words)
  })

  it('takes no notice of parameters that others put on links', async () => {
    expect((await open('/?q=大桥&utm_source=mail')).status).toBe(200)
  })
})

describe('text from outside', () => {
  const paths = [
    '/?q=灯塔有多高',
    `/r/${encodeURIComponent(hostile.id)}`,
    `/?q=${encodeURIComponent('"><script>alert(9)</script>灯塔')}&speaker=${encodeURIComponent('"><img src=x>')}`,
    `/?q=灯塔&lang=${encodeURIComponent('"><script>')}`,
  ]

  it.each(paths)('is never markup (%#)', async (path) => {
    const { document } = await open(path)
    const foreign = 'script, img, svg, i, style, [onclick], [onerror], [onload]'
    expect(document.querySelectorAll(foreign)).toHaveLength(0)
    for (const link of document.querySelectorAll('a[href], [cite]')) {
      expect(link.getAttribute('href') ?? link.getAttribute('cite')).toMatch(/^(?:\/|#|https?:)/u)
    }
  })

  it('is shown as it stands', async () => {
    const { document } = await open('/?q=灯塔有多高')
    const text = textOf(document.querySelector('main'))
    for (const shown of [hostile.says, hostile.title, hostile.publisher, hostile.speaker, hostile.role]) {
      expect(text).toContain(shown)
    }
    expect(text).toContain(hostile.asker)
    expect(text).toContain(hostile.question)
    const record = await open(`/r/${encodeURIComponent(hostile.id)}`)
    expect(textOf(record.document.querySelector('h1'))).toBe(hostile.title)
    expect([...record.document.querySelectorAll('h2')].map(textOf)).toEqual([hostile.heading])
  })
})

describe('the language of a page', () => {
  it.each([
    [undefined, undefined, 'zh-Hans'],
    [undefined, 'en-US,en;q=0.9', 'en'],
    [undefined, 'zh-TW,en;q=0.9', 'zh-Hant'],
    [undefined, 'zh-HK', 'zh-Hant'],
    [undefined, 'zh-Hans-HK', 'zh-Hans'],
    ['zh-hant', 'zh-CN', 'zh-Hant'],
    [undefined, 'fr, en;q=0.4, zh;q=0.8', 'zh-Hans'],
    [undefined, 'zh;q=0, en;q=0.1', 'en'],
    [undefined, 'ru', 'zh-Hans'],
    [undefined, ';;q=x,', 'zh-Hans'],
    ['en', 'zh-CN', 'en'],
    ['tlh', 'en', 'en'],
  ] as const)('asked %s, accepted %s: %s', (asked, accepted, language) => {
    expect(choosePageLanguage(asked, accepted)).toBe(language)
  })

  it('is carried along by links and form once it is asked for', async () => {
    const { document } = await open('/?q=大桥什么时候通车&lang=en')
    expect(document.querySelector('input[name=lang]')?.getAttribute('value')).toBe('en')
    expect(document.querySelector('.links a')?.getAttribute('href')).toMatch(
      /\?s=\d+-\d+&v=\w+&lang=en#quote$/u,
    )
    const other = document.querySelector('footer nav a')?.getAttribute('href') ?? ''
    expect(new URL(other, 'http://here').searchParams.get('q')).toBe('大桥什么时候通车')
  })

  it('is told to caches', async () => {
    const { headers } = await app.request('/')
    expect(headers.get('Vary')).toBe('Accept, Accept-Language')
    expect(headers.get('Content-Language')).toBe('zh-Hans')
  })
})
