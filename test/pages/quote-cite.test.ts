import { expect, it } from 'vitest'
import { citationStyles, citeAs } from '../../src/answer/cite-as/cite-as.ts'
import { openApp, openLectern, writeRecords } from '../http/open-app.ts'
import { openPage, textOf, textsOf } from './open-page.ts'

it('each quote of an answer can be cited in four ways, under ids of its own', async () => {
  const lectern = await openLectern(await writeRecords(), { threshold: 0.01 })
  const app = await openApp({ lectern, siteUrl: 'https://luming.example', today: () => '2026-02-03' })
  const { document } = await openPage(app, '/?q=大桥和渡口')
  const { quotes } = await (await app.request('/api/ask?q=大桥和渡口')).json()
  expect(quotes.length).toBeGreaterThan(1)
  const shown = [...document.querySelectorAll('.quote')]
  for (const [at, { text, citation }] of quotes.entries()) {
    const { start, end } = citation.span
    const address = `https://luming.example/r/${encodeURIComponent(citation.record)}?s=${start}-${end}&v=${citation.version.slice(0, 12)}#quote`
    const source = { ...citation, text, address, accessed: '2026-02-03' }
    expect(textsOf(shown[at]!, '.cite pre')).toEqual([
      ...citationStyles.map((style) => citeAs(style, source)),
      address,
    ])
    expect(textOf((await openPage(app, address.replace('#quote', ''))).document, '#cite-plain')).toBe(
      citeAs('plain', source),
    )
  }
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})
