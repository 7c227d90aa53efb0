// Takes pictures of every page and of every state of the widget: `npm run screenshots [-- FOLDER [SCENE …]]`.
// Each in Simplified Chinese, Traditional Chinese and English, light and dark, on a telephone and on a desk.
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext } from 'playwright-core'
import { serveNode } from '../../src/adapter/node.ts'
import { nodeAssets } from '../../src/adapter/node-assets.ts'
import { buildCorpusIndex } from '../../src/adapter/node-build.ts'
import { openIndexFolder } from '../../src/adapter/node-index.ts'
import { createLectern } from '../../src/answer/create-lectern.ts'
import { createApp } from '../../src/http/app.ts'
import { pageLanguages } from '../../src/pages/language.ts'
import { launchChromium } from '../../test/browser/chromium.ts'
import { listPages, type Scene } from './pages.ts'
import { type Picture, writeSheet } from './sheet.ts'

const screens = [
  { name: 'phone', width: 360, height: 780 },
  { name: 'desk', width: 1280, height: 900 },
] as const
const schemes = ['light', 'dark'] as const

const [out = 'screenshots', ...only] = process.argv.slice(2)
const scratch = await mkdtemp(join(tmpdir(), 'lectern-shots-'))
const index = join(scratch, 'index')
await buildCorpusIndex({ corpus: 'corpus', index, now: () => performance.now() })
const lectern = createLectern(await openIndexFolder(index))
const app = createApp({ lectern, version: '0.1.0', assets: nodeAssets() })
const server = await serveNode({ app, port: 0 })
const browser = await launchChromium()
try {
  const scenes = (await listPages(lectern)).filter(({ name }) => only.length === 0 || only.includes(name))
  for (const scene of scenes) await shootScene(browser, scene)
} finally {
  await browser.close()
  await server.close()
  await rm(scratch, { recursive: true, force: true })
}

// ---------------------------------------------------------------------------

async function shootScene(browser: Browser, scene: Scene): Promise<void> {
  const folder = join(out, scene.name)
  await mkdir(folder, { recursive: true })
  const pictures: Picture[] = []
  for (const screen of screens) {
    for (const colorScheme of schemes) {
      const { name, ...viewport } = screen
      const context = await browser.newContext({ viewport, colorScheme })
      for (const lang of pageLanguages) {
        const path = join(folder, `${name}-${colorScheme}-${lang}.png`)
        await shootPage(context, withLang(scene.path, lang), path)
        pictures.push({
          path,
          caption: `${scene.name} ${name} ${colorScheme} ${lang}`,
          width: viewport.width / 3,
        })
      }
      await context.close()
    }
  }
  await writeSheet(browser, pictures, join(out, `${scene.name}.png`))
  console.log(join(out, `${scene.name}.png`))
}

async function shootPage(context: BrowserContext, path: string, to: string): Promise<void> {
  const page = await context.newPage()
  await page.goto(`${server.url}${path}`)
  await page.screenshot({ path: to })
  await page.close()
}

function withLang(path: string, lang: string): string {
  const [address = '', fragment] = path.split('#')
  const joined = `${address}${address.includes('?') ? '&' : '?'}lang=${lang}`
  return fragment === undefined ? joined : `${joined}#${fragment}`
}
