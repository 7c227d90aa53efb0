// Takes pictures of every page and of every state of the widget: `npm run screenshots [-- FOLDER [SCENE …]]`.
// Each in Simplified Chinese, Traditional Chinese and English, light and dark, on a telephone and on a desk.
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { serveNode } from '../../src/adapter/node.ts'
import { nodeAssets } from '../../src/adapter/node-assets.ts'
import { buildCorpusIndex } from '../../src/adapter/node-build.ts'
import { openIndexFolder } from '../../src/adapter/node-index.ts'
import { createLectern } from '../../src/answer/create-lectern.ts'
import { createApp } from '../../src/http/app.ts'
import { openStage } from '../../test/browser/widget-page.ts'
import { listPages } from './pages.ts'
import { type Picture, writeSheet } from './sheet.ts'
import { type View, views } from './views.ts'
import { showState, stateNames } from './widget.ts'

/** Something to look at: shows itself in a view, and hands over the page that shows it. */
interface Scene {
  name: string
  show(view: View, take: (page: Page) => Promise<unknown>): Promise<void>
}

const [out = 'screenshots', ...only] = process.argv.slice(2)
const scratch = await mkdtemp(join(tmpdir(), 'lectern-shots-'))
const index = join(scratch, 'index')
await buildCorpusIndex({ corpus: 'corpus', index, now: () => performance.now() })
const lectern = createLectern(await openIndexFolder(index))
const app = createApp({ lectern, version: '0.1.0', assets: nodeAssets() })
const server = await serveNode({ app, port: 0 })
const stage = await openStage()
try {
  const scenes = [...(await toPageScenes()), ...toWidgetScenes()]
  for (const scene of scenes) {
    if (only.length === 0 || only.some((name) => scene.name.startsWith(name))) await shoot(scene)
  }
} finally {
  await stage.close()
  await stage.browser.close()
  await server.close()
  await rm(scratch, { recursive: true, force: true })
}

// ---------------------------------------------------------------------------

async function toPageScenes(): Promise<Scene[]> {
  const pages = await listPages(lectern)
  return pages.map(({ name, path }) => ({
    name,
    show: (view, take) => showPage(stage.browser, { address: withLang(path, view.lang), view }, take),
  }))
}

function toWidgetScenes(): Scene[] {
  return stateNames.map((state) => ({
    name: `widget-${state}`,
    show: (view, take) => showState(stage, { state, view }, take),
  }))
}

async function shoot({ name, show }: Scene): Promise<void> {
  const folder = join(out, name)
  await mkdir(folder, { recursive: true })
  const pictures: Picture[] = []
  for (const view of views) {
    const path = join(folder, `${view.name}.png`)
    await show(view, (page) => page.screenshot({ path }))
    pictures.push({ path, caption: `${name} ${view.name}`, width: view.viewport.width / 2 })
  }
  const sheet = join(out, `${name}.png`)
  await writeSheet(stage.browser, pictures, sheet)
  console.log(sheet)
}

async function showPage(
  browser: Browser,
  { address, view }: { address: string; view: View },
  take: (page: Page) => Promise<unknown>,
): Promise<void> {
  const { viewport, colorScheme } = view
  const context = await browser.newContext({ viewport, colorScheme })
  const page = await context.newPage()
  await page.goto(`${server.url}${address}`)
  await take(page)
  await context.close()
}

function withLang(path: string, lang: string): string {
  const [address = '', fragment] = path.split('#')
  const joined = `${address}${address.includes('?') ? '&' : '?'}lang=${lang}`
  return fragment === undefined ? joined : `${joined}#${fragment}`
}
