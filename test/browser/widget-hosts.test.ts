import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LecternChat } from '../../src/widget/lectern-chat.ts'
import { openStage, openWidget, type Stage, type WidgetPage } from './widget-page.ts'
import { type BareServer, serveBare } from './widget-servers.ts'

let stage: Stage
/** A site without a policy of its own: `/widget.js`, and else whatever `html` holds by its path. */
let site: BareServer
const html: Record<string, string> = {}
beforeAll(async () => {
  stage = await openStage()
  const code = await (await fetch(`${stage.host.url}/widget.js`)).text()
  site = await serveBare(({ url = '' }, response) => {
    const isScript = url === '/widget.js'
    response.setHeader('Content-Type', `text/${isScript ? 'javascript' : 'html'}; charset=utf-8`)
    response.end(isScript ? code : (html[url] ?? ''))
  })
})
afterAll(async () => {
  await stage?.close()
  await site?.close()
})

const chat = (attributes: string) => `<lectern-chat mode="inline" ${attributes}></lectern-chat>`
const script = '<script src="/widget.js"></script>'

async function openSite(path: string, written: string): Promise<WidgetPage> {
  html[path] = written
  const opened = await openWidget(stage, { way: 'told' })
  await opened.page.goto(`${site.url}${path}`)
  return opened
}

/** What a site may do to everything in its page. */
const reset = `* { all: unset !important; direction: rtl !important; text-transform: uppercase !important;
  color: transparent !important; font-size: 1px !important; letter-spacing: 30px !important;
  user-select: none !important; writing-mode: vertical-rl !important; white-space: nowrap !important;
  text-indent: -999px !important; line-height: 0 !important; -webkit-text-security: disc !important;
  font-variant: small-caps !important; word-spacing: 9px !important; visibility: hidden !important }`

describe('a page of another time', () => {
  it('in quirks mode, with a form and rules for everything, shows words as they are and sends no form', async () => {
    const { page, widget, complaints, close } = await openSite(
      '/quirks',
      `<html><style>${reset}</style><form>${chat(`lang="en" src="${stage.fake.url}/told"`)}</form>${script}`,
    )
    expect(await page.evaluate(() => document.compatMode)).toBe('BackCompat')
    await widget.locator('textarea').fill('harbour')
    await widget.locator('textarea').press('Enter')
    await widget.locator('article').waitFor()
    const look = await widget.locator('blockquote p').evaluate((words) => {
      const style = getComputedStyle(words)
      return [
        style.direction,
        style.textTransform,
        style.letterSpacing,
        style.userSelect,
        style.writingMode,
        style.whiteSpace,
        style.textIndent,
        style.getPropertyValue('-webkit-text-security'),
        style.fontVariant,
        style.wordSpacing,
        style.visibility,
      ]
    })
    expect(look).toEqual([
      'ltr',
      'none',
      'normal',
      'auto',
      'horizontal-tb',
      'pre-line',
      '0px',
      'none',
      'normal',
      '0px',
      'visible',
    ])
    expect(page.url()).toBe(`${site.url}/quirks`)
    expect(complaints).toEqual([])
    await close()
  })

  it('with frozen prototypes is no hindrance', async () => {
    const { widget, complaints, close } = await openSite(
      '/frozen',
      `<!doctype html><script>for (const one of [Object, Array, Function, String, Promise, RegExp, Map, Set, Error,
        EventTarget, Node, Element, HTMLElement, Event, CustomEvent]) Object.freeze(one.prototype)</script>
        ${chat(`src="${stage.fake.url}/told"`)}${script}`,
    )
    const outcome = await widget.evaluate((element) => (element as LecternChat).ask('码头'))
    expect(outcome?.kind).toBe('answer')
    expect(complaints).toEqual([])
    await close()
  })
})

describe('a frame', () => {
  it.each(['allow-scripts', 'allow-scripts allow-forms'])(
    'with sandbox="%s" asks by the button and by the keyboard',
    async (sandbox) => {
      html['/inner'] = `<!doctype html>${chat(`src="${stage.fake.url}/told"`)}${script}`
      const opened = await openSite(
        '/outer',
        `<!doctype html><iframe sandbox="${sandbox}" src="/inner" width="600" height="600"></iframe>`,
      )
      const widget = opened.page.frameLocator('iframe').locator('lectern-chat')
      const ask = widget.locator('.submit')
      for (const [at, send] of [() => ask.click(), () => ask.press('Enter')].entries()) {
        await widget.locator('textarea').fill('码头')
        await send()
        await widget.locator('article').nth(at).waitFor()
      }
      expect(await widget.locator('article').count()).toBe(2)
      expect(opened.complaints).toEqual([])
      await opened.close()
    },
  )

  it('without an address of its own may ask over http as its page may', async () => {
    // A name that is not this machine, so that plain http counts.
    const opened = await openSite(
      '/written',
      `<!doctype html><iframe srcdoc='${chat('lang="en" src="http://ask.example"')}${script}'></iframe>`,
    )
    const widget = opened.page.frameLocator('iframe').locator('lectern-chat')
    await widget.locator('form').waitFor()
    expect(await widget.getByRole('alert').count()).toBe(0)
    await opened.close()
  })
})

describe('a script that came from nowhere', () => {
  it('asks the page itself', async () => {
    const opened = await openSite('/data', `<!doctype html>${chat('lang="en"')}`)
    const asked: string[] = []
    opened.page.on('request', (request) => {
      if (/^http/u.test(request.url())) asked.push(request.url())
    })
    await opened.page.evaluate(async () => {
      const code = await (await fetch('/widget.js')).text()
      const element = document.createElement('script')
      element.src = `data:text/javascript;base64,${btoa(code)}`
      document.body.append(element)
      await new Promise((resolve) => element.addEventListener('load', resolve))
    })
    await opened.widget.evaluate((element) => (element as LecternChat).ask('harbour'))
    expect(asked).toContain(`${site.url}/api/ask?q=harbour`)
    await opened.close()
  })
})

describe('an element that is taken out while it asks', () => {
  it('asks again once it is put back', async () => {
    const { page, widget, close } = await openWidget(stage, { way: 'slow', attributes: { mode: 'inline' } })
    await widget.evaluate((element) => {
      void (element as LecternChat).ask('码头什么时候开放')
      setTimeout(() => {
        element.remove()
        setTimeout(() => document.body.prepend(element), 100)
      }, 100)
    })
    await page.waitForTimeout(150)
    await widget.locator('article').waitFor()
    expect(await widget.locator('.asked').allTextContents()).toEqual(['问 码头什么时候开放'])
    expect(await widget.locator('.pending').textContent()).toBe('')
    await close()
  })

  it('still tells what went wrong', async () => {
    const { widget, close } = await openWidget(stage, { way: 'fault', attributes: { mode: 'inline' } })
    await widget.evaluate((element) => (element as LecternChat).ask('码头'))
    await widget.evaluate((element) => document.body.prepend(element))
    await widget.getByRole('alert').waitFor()
    expect(await widget.locator('.asked').textContent()).toBe('问 码头')
    await close()
  })
})
