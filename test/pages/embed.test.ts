import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { attributes, events, parts, properties } from '../../src/pages/embed-names.ts'
import { pageLanguages } from '../../src/pages/language.ts'
import { attributeNames } from '../../src/widget/settings.ts'
import { openApp } from '../http/open-app.ts'

const folder = join(import.meta.dirname, '../../src/widget')
const widget = readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && name !== 'page.ts')
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n')

async function open(path: string, options: Parameters<typeof openApp>[0] = {}) {
  const app = await openApp({ assets: { read: async () => undefined }, ...options })
  const response = await app.request(path)
  return { response, document: parseHTML(await response.text()).document }
}

/** What a pattern captures in the source of the widget, each once, in order of the alphabet. */
function namesIn(pattern: RegExp): string[] {
  return [...new Set([...widget.matchAll(pattern)].map(([, name = '']) => name))].sort()
}

describe('the page about the widget', () => {
  it.each(pageLanguages)('has the one line to copy, for this site, in %s', async (lang) => {
    const { document } = await open(`/embed?lang=${lang}`, { siteUrl: 'https://luming.example' })
    expect(document.querySelector('#line')?.textContent).toBe(
      `<script src="https://luming.example/widget.js" defer></script><lectern-chat src="https://luming.example" lang="${lang}"></lectern-chat>`,
    )
    expect(document.querySelector('button[data-copy=line]')?.hasAttribute('hidden')).toBe(true)
  })

  it('has a line that stays one, whatever the host is called', async () => {
    const { document } = await open('http://a"onload=b&lt;.example/embed')
    const line = parseHTML(document.querySelector('#line')?.textContent ?? '').document
    const [script, chat] = line.querySelectorAll('script, lectern-chat')
    expect(script?.getAttributeNames()).toEqual(['src', 'defer'])
    expect(chat?.getAttribute('src')).toBe('http://a"onload=b&lt;.example')
  })

  it('shows the widget itself, under a policy that lets it ask this server only', async () => {
    const { response, document } = await open('/embed')
    expect(document.querySelector('lectern-chat[mode=inline]')?.getAttribute('lang')).toBe('zh-Hans')
    expect(document.querySelector('script[src="/widget.js"]')).not.toBeNull()
    const policy = response.headers.get('Content-Security-Policy')
    expect(policy).toContain("connect-src 'self'")
    expect(policy).toContain("default-src 'none'")
  })

  it('says which sites may ask, and how to let them', async () => {
    const { document: none } = await open('/embed')
    expect(none.querySelector('#cors')?.textContent).toContain('--cors https://your-site.example')
    const { document: some } = await open('/embed', { corsOrigins: ['https://harbour.example'] })
    expect(some.querySelector('main')?.textContent).toContain('https://harbour.example')
    expect(some.querySelector('#cors')).toBeNull()
    const { document: all } = await open('/embed?lang=en', { corsOrigins: ['*'] })
    expect(all.querySelector('main')?.textContent).toContain('Any site.')
  })

  it('is not there where the scripts are not served', async () => {
    const app = await openApp()
    expect((await app.request('/embed')).status).toBe(404)
  })
})

describe('what can be set on the widget', () => {
  it('is told whole: every attribute', () => {
    expect([...attributes]).toEqual([...attributeNames])
  })

  it('is told whole: every custom property', () => {
    expect([...properties].sort()).toEqual(namesIn(/var\((--lectern-[\w-]+)/gu))
  })

  it('is told whole: every part', () => {
    const used = namesIn(/\bpart: '([\w-]+)'/gu)
    const told = Object.values(parts).flat()
    expect(used.length).toBeGreaterThan(20)
    expect(used.filter((name) => !(told as string[]).includes(name))).toEqual([])
    expect(told.filter((name) => !widget.includes(`'${name}'`))).toEqual([])
  })

  it('is told whole: every event', () => {
    expect([...events].sort()).toEqual(namesIn(/'(lectern:\w+)': CustomEvent/gu))
  })

  it.each(pageLanguages)('has a meaning for each in %s', async (lang) => {
    const { document } = await open(`/embed?lang=${lang}`)
    const rows = [...document.querySelectorAll('tbody tr')]
    const groups = Object.keys(parts).length
    expect(rows).toHaveLength(attributes.length + properties.length + groups + events.length)
    for (const row of rows) expect(row.querySelector('td')?.textContent).not.toBe('')
  })
})
