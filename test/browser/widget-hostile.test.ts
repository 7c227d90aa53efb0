import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LecternChat } from '../../src/widget/lectern-chat.ts'
import { makeAbstention, makeAnswer, makeCitation, makeQuote } from './widget-fake.ts'
import { askWidget, openStage, openWidget, type Stage, type WidgetPage } from './widget-page.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

const script = '<script>alert(1)</script><img src="https://taken.example/x.png" onerror="alert(2)">'
const attribute = '"><svg onload=alert(3)>\' onclick=alert(4) style="position:fixed;inset:0"'
const element =
  '<lectern-chat src="https://taken.example" mode="inline"></lectern-chat><style>*{display:none}</style>'
const reversed = '\u202e\u2066\u2067 reversed'
const long = 'x'.repeat(10_000)

/** Every text that a server sends is `text`. */
function tellEverywhere(text: string) {
  const citation = makeCitation({
    title: text,
    language: text,
    publisher: text,
    date: text,
    section: `${text}!`,
    speaker: { name: text, role: text },
    question: { text, asker: text },
    source: text,
    url: text,
  })
  const quote = makeQuote({
    text,
    highlights: [
      { start: 2, end: 9 },
      { start: -5, end: 4 },
      { start: 7, end: 1e9 },
    ],
    citation,
    alsoIn: [citation],
    clipped: { before: text, after: text },
  })
  const searched = { records: 1, passages: 1, from: text, to: `${text}.` }
  return {
    answer: makeAnswer({ quotes: [quote, quote], followUps: [{ question: text, url: text }], searched }),
    abstention: makeAbstention({ nearest: [quote], missing: [text, text], searched }),
  }
}

describe('text that is no text', () => {
  for (const [name, text] of Object.entries({ script, attribute, element, reversed, long })) {
    it(`runs nowhere, loads nothing and breaks nothing: ${name}`, async () => {
      const { answer, abstention } = tellEverywhere(text)
      const opened = await openWidget(stage, { way: 'told', viewport: { width: 320, height: 640 } })
      const { page, widget, complaints, close } = opened
      const seen = watch(page)
      stage.fake.about = {
        version: '1',
        index: text,
        records: 1,
        passages: 1,
        from: text,
        to: '',
        feedback: true,
      }
      for (const told of [answer, abstention]) {
        stage.fake.told = told
        await askWidget(opened, text.slice(0, 1900))
        await widget.locator('article').last().locator('.searched').waitFor()
      }
      expect(await widget.locator('blockquote').first().textContent()).toBe(text)
      expect(await listForeign(opened)).toEqual([])
      expect(await findWide(opened)).toEqual([])
      expect(seen).toEqual([])
      expect(complaints).toEqual([])
      expect(stage.host.reports).toEqual([])
      await close()
    })
  }

  it('that turns the direction does so within itself only', async () => {
    stage.fake.told = tellEverywhere(reversed).answer
    const opened = await openWidget(stage, { way: 'told' })
    await askWidget(opened, reversed)
    await opened.widget.locator('article').waitFor()
    const leaks = await opened.widget.evaluate((chat, text) => {
      const walker = document.createTreeWalker(chat.shadowRoot as ShadowRoot, NodeFilter.SHOW_TEXT)
      const found: string[] = []
      let looked = 0
      while (walker.nextNode()) {
        let around = walker.currentNode.parentElement as Element
        if (!walker.currentNode.textContent?.includes('\u202e')) continue
        looked += 1
        const style = () => getComputedStyle(around)
        while (style().display === 'inline' && style().unicodeBidi === 'normal')
          around = around.parentElement as Element
        // Words of the widget's own, in the same stretch, would be turned with it.
        const own = (around.textContent ?? '').replaceAll(text, '').replace(/[\s!.]/gu, '')
        if (own !== '') found.push(own)
      }
      return { looked, found }
    }, reversed)
    expect(leaks.found).toEqual([])
    expect(leaks.looked).toBeGreaterThan(20)
    await opened.close()
  })
})

describe('an answer that is more than a page can show', () => {
  it.each([
    ['a text of ten megabytes', makeAnswer({ quotes: [makeQuote({ text: '码头\n'.repeat(1_000_000) })] })],
    [
      'a hundred thousand marks',
      makeAnswer({
        quotes: [
          makeQuote({
            text: 'ab'.repeat(100_000),
            highlights: Array.from({ length: 100_000 }, (_, at) => ({ start: 2 * at, end: 2 * at + 1 })),
          }),
        ],
      }),
    ],
  ])('is told as one that cannot be read: %s', async (_name, told) => {
    stage.fake.told = told
    const opened = await openWidget(stage, { way: 'told', attributes: { mode: 'inline', lang: 'en' } })
    await askWidget(opened, 'harbour')
    expect(await opened.widget.getByRole('alert').textContent()).toContain('cannot be read')
    expect(opened.complaints).toEqual([])
    await opened.close()
  })
})

describe('addresses in answers', () => {
  it.each(['//taken.example/r/x', 'https://taken.example/r/x', '/\\taken.example', 'javascript:alert(5)'])(
    'lead nowhere else: %s',
    async (url) => {
      stage.fake.told = makeAnswer({
        quotes: [makeQuote({ citation: makeCitation({ url, source: 'javascript:alert(6)' }) })],
      })
      const opened = await openWidget(stage, { attributes: { src: `${stage.fake.url}/told` } })
      await askWidget(opened, '码头')
      await opened.widget.locator('article').waitFor()
      const links = await opened.widget
        .locator('article a')
        .evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).href))
      for (const link of links) expect(new URL(link).origin).toBe(stage.fake.url)
      expect(await opened.widget.locator('blockquote').first().getAttribute('cite')).toBeNull()
      await opened.close()
    },
  )
})

describe('the address of the server', () => {
  it.each(['javascript:alert(1)', 'ftp://ask.example', 'https://user:word@ask.example'])(
    'is refused in words, to the page too: %s',
    async (src) => {
      const opened = await openWidget(stage, { attributes: { src } })
      const seen = watch(opened.page)
      const detail = await hearError(opened, src)
      expect(detail).toMatchObject({ code: 'src-invalid', message: expect.stringContaining('http') })
      await opened.widget.evaluate((chat) => (chat as LecternChat).open())
      expect(await opened.widget.getByRole('alert').textContent()).toBe(detail.message)
      expect(await opened.widget.locator('textarea').isVisible()).toBe(false)
      const outcome = await opened.widget.evaluate((chat) => (chat as LecternChat).ask('码头'))
      expect(outcome).toBeUndefined()
      expect(seen).toEqual([])
      await opened.close()
    },
  )

  it('must not be plain http on a page that came by https', async () => {
    const opened = await openWidget(stage)
    const { code } = await opened.page.evaluate(async () => ({
      code: await (await fetch('/widget.js')).text(),
    }))
    await opened.page.route('https://city.example/**', (route) =>
      route.request().url().endsWith('.js')
        ? route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: code })
        : route.fulfill({
            contentType: 'text/html',
            body: '<!doctype html><script src="/widget.js"></script><lectern-chat lang="en" mode="inline" src="http://ask.example"></lectern-chat>',
          }),
    )
    await opened.page.goto('https://city.example/')
    const seen = watch(opened.page)
    expect(await opened.widget.getByRole('alert').textContent()).toContain('must begin with https')
    expect(await hearError(opened, 'http://ask2.example')).toMatchObject({ code: 'src-insecure' })
    await opened.widget.evaluate((chat) => (chat as LecternChat).ask('码头'))
    expect(seen).toEqual([])
    await opened.close()
  })
})

// ---------------------------------------------------------------------------

/** What must never be: dialogs, and requests to anywhere but the servers of the stage. */
function watch(page: Page): string[] {
  const seen: string[] = []
  page.on('dialog', (dialog) => {
    seen.push(dialog.message())
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    const { origin } = new URL(request.url())
    if (![stage.host.url, stage.fake.url, stage.app.url].includes(origin)) seen.push(request.url())
  })
  return seen
}

/** Elements that the widget does not make, and links with a scheme that could run. */
function listForeign({ widget }: WidgetPage): Promise<string[]> {
  return widget.evaluate((chat) => {
    const all = [...(chat.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? [])]
    const foreign = all.filter(
      (one) =>
        one.matches(
          'script, img, svg, style, lectern-chat, iframe, [style], [onclick], [onerror], [onload]',
        ) ||
        (one instanceof HTMLAnchorElement && !/^https?:$/u.test(one.protocol)),
    )
    return foreign.map((one) => one.outerHTML.slice(0, 100))
  })
}

/** Elements that stick out of the window on the right. */
function findWide({ widget }: WidgetPage): Promise<string[]> {
  return widget.evaluate((chat) =>
    [...(chat.shadowRoot?.querySelectorAll('*') ?? [])]
      .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
      .map((one) => one.outerHTML.slice(0, 100)),
  )
}

/** The detail of the error that setting `src` leads to. */
function hearError({ widget }: WidgetPage, src: string): Promise<{ code: string; message: string }> {
  return widget.evaluate((chat, given) => {
    const heard = new Promise<{ code: string; message: string }>((resolve) => {
      document.addEventListener('lectern:error', ({ detail }) => resolve(detail), { once: true })
    })
    // Another text for the same address: setting what is set already changes nothing.
    chat.setAttribute('src', `${given}#`)
    return heard
  }, src)
}
