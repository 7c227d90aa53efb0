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
    expect(form?.getAttribute('action')).toBe('/#outcome')
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
    expect(textOf(quote?.querySelector('.who') ?? null)).toBe('白舟 镇交通处处长')
    expect(textOf(quote?.querySelector('cite') ?? null)).toBe('鹿鸣镇跨河大桥情况发布会')
    expect(textOf(quote?.querySelector('time') ?? null)).toBe('2025-05-20')
    expect(textOf(quote?.querySelector('.replied') ?? null)).toContain('请问大桥什么时候通车')
    const links = [...(quote?.querySelectorAll('.links a') ?? [])].map((link) => link.getAttribute('href'))
    expect(links).toEqual([
      `/r/2025-05-briefing-bridge?s=${citation.span.start}-${citation.span.end}&v=${citation.version.slice(0, 12)}#quote`,
      '/r/2025-05-briefing-bridge#t1',
      'https://luming.example/briefings/5',
    ])
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
      textOf((await open(path, {}, strict)).document.querySelector('.verdict p'))
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
    ['/?q=', 'q', '请先写下问题。'],
    [`/?q=${'a'.repeat(2001)}`, 'q', '问题太长：请缩短到 2000 个字符以内。'],
    ['/?q=a&from=2025-02-30', 'from', '没有这一天：请写成 2025-03-12 这样的日期。'],
    ['/?q=a&to=tomorrow', 'to', '没有这一天：请写成 2025-03-12 这样的日期。'],
    ['/?q=a&from=2025-03-02&to=2025-03-01', 'from', '起始日期晚于截止日期：请对调。'],
    [`/?q=a&speaker=${'b'.repeat(501)}`, 'speaker', '太长：请缩短到 500 个字符以内。'],
  ])('says in words at the field what is wrong, and keeps what was typed (%#)', async (path, name, words) => {
    const { status, document } = await open(path)
    expect(status).toBe(400)
    const faulty = document.querySelectorAll('[aria-invalid=true]')
    expect([...faulty].map((field) => field.getAttribute('name'))).toEqual([name])
    const field = document.querySelector(`#${name}`)
    expect(textOf(document.querySelector(`#${field?.getAttribute('aria-describedby')}`))).toBe(words)
    expect(field?.hasAttribute('autofocus')).toBe(true)
    const typed = new URL(path, 'http://here').searchParams.get(name) ?? ''
    const chosen = field?.querySelector('option[selected]') ?? field
    expect(chosen?.getAttribute('value')).toBe(typed)
    // A calendar would drop what is no day.
    if (name === 'to') expect(field?.getAttribute('type')).toBe('text')
    expect(document.querySelector('.filters')?.parentElement?.hasAttribute('open')).toBe(name !== 'q')
  })

  it('says in words what is wrong where no field is', async () => {
    const { status, document } = await open('/?q=a&limit=99')
    expect(status).toBe(400)
    expect(textOf(document.querySelector('.problem[role=alert]'))).toBe('引语条数须是 1 到 20 的整数。')
  })

  it('takes no notice of parameters that others put on links', async () => {
    expect((await open('/?q=大桥&utm_source=mail')).status).toBe(200)
  })
})

describe('who has asked nothing yet', () => {
  it('is told how many records of which days are searched, and shown the latest', async () => {
    const { document } = await open('/')
    expect(textOf(document.querySelector('.intro'))).toBe(
      '提出问题，在 3 份记录（2024-02-29 至 2025-05-20）中查找发言人的原话。逐字引用，注明出处，不生成任何文字。',
    )
    const latest = [...document.querySelectorAll('.latest .entry')]
    expect(latest.map((entry) => textOf(entry.querySelector('time, .undated')))).toEqual([
      '2025-05-20',
      '2024-02-29',
      '日期不详',
    ])
    expect(latest[0]?.querySelector('a')?.getAttribute('href')).toBe('/r/2025-05-briefing-bridge')
    expect(textOf(latest[2]?.querySelector('.note') ?? null)).toBe('信函英语')
  })

  it('is told where there are no records', async () => {
    const empty = await openApp({ lectern: await openLectern([]) })
    const told = '这里还没有记录，所以还不能回答问题。'
    expect(textOf((await open('/', {}, empty)).document.querySelector('.intro'))).toBe(told)
    expect(textOf((await open('/?q=大桥', {}, empty)).document.querySelector('.verdict p'))).toBe(told)
  })

  it('finds the page in search engines, without what others put on links', async () => {
    const { document } = await open('/?utm_source=mail&speaker=白舟')
    expect(document.querySelector('meta[name=robots]')).toBeNull()
    expect(document.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe('http://localhost/')
  })
})

describe('filters in use', () => {
  it('are told, and each is taken off by a link', async () => {
    const { document } = await open('/?q=大桥&speaker=白舟&kind=briefing&from=2025-01-01&lang=zh-Hant')
    const chips = [...document.querySelectorAll('.filters-set .chip')]
    expect(chips.map(textOf)).toEqual(['× 發言人：白舟', '× 記錄類型：發布會', '× 起始日期：2025-01-01'])
    expect(chips[1]?.getAttribute('aria-label')).toBe('取消篩選「記錄類型：發布會」')
    const left = new URL(chips[1]?.getAttribute('href') ?? '', 'http://here')
    expect(left.hash).toBe('#outcome')
    expect(Object.fromEntries(left.searchParams)).toEqual({
      q: '大桥',
      speaker: '白舟',
      from: '2025-01-01',
      lang: 'zh-Hant',
    })
    const none = new URL(
      document.querySelector('.filters-set .plain')?.getAttribute('href') ?? '',
      'http://here',
    )
    expect([...none.searchParams.keys()]).toEqual(['q', 'lang'])
    expect(textOf(document.querySelector('#speaker option[selected]'))).toBe('白舟 · 镇交通处处长')
  })

  it('are none where what was sent is blank', async () => {
    const { document } = await open('/?q=大桥&speaker=&kind=+&from=&to=')
    expect(document.querySelectorAll('.filters-set')).toHaveLength(0)
  })

  it('that no record meets are told as such', async () => {
    const { document } = await open('/?q=大桥&from=2030-01-01')
    expect(textOf(document.querySelector('.verdict p'))).toBe(
      '没有符合筛选条件的记录，所以没有查找任何文字。请放宽筛选。',
    )
  })

  it('by speaker are typed where there are too many to choose from', async () => {
    const says = '桥头广场的灯塔明年春天开放。'
    const turns = Array.from({ length: 101 }, (_, at) => ({
      kind: 'statement' as const,
      speaker: `第${at}人`,
      says,
    }))
    const record = await writeRecord({ id: 'many', kind: 'statement', title: '众人', language: 'zh' }, turns)
    const { document } = await open('/', {}, await openApp({ lectern: await openLectern([record]) }))
    expect(document.querySelector('#speaker')?.getAttribute('list')).toBe('speakers')
    expect(document.querySelectorAll('#speakers option')).toHaveLength(101)
  })
})

describe('the page of a question', () => {
  const descriptionOf = async (path: string, from: Hono) => {
    const { document } = await open(path, {}, from)
    return document.querySelector('meta[property="og:description"]')?.getAttribute('content')
  }

  it('is kept out of search engines, and has a heading that can be led to', async () => {
    const { document } = await open('/?q=渡口保留到什么时候')
    expect(document.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex')
    expect(document.querySelector('link[rel=canonical]')).toBeNull()
    expect(textOf(document.querySelector('title'))).toBe('渡口保留到什么时候 · Lectern')
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

describe('links to other languages', () => {
  it('never lead to another host', async () => {
    const { document } = await open('http://localhost//evil.example/path', { Accept: 'text/html' })
    for (const link of document.querySelectorAll('a[href]')) {
      expect(link.getAttribute('href')).not.toMatch(/^\/\//u)
    }
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
