// Takes the pictures of the README anew: `npm run screenshots:readme [-- FOLDER]`.
// The widget on a site of another origin, asked over the demonstration corpus by a server that keeps votes.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveNode } from '../../src/adapter/node.ts'
import { nodeAssets } from '../../src/adapter/node-assets.ts'
import { buildCorpusIndex } from '../../src/adapter/node-build.ts'
import { openIndexFolder } from '../../src/adapter/node-index.ts'
import { openNodeStore } from '../../src/adapter/node-store.ts'
import { createLectern } from '../../src/answer/create-lectern.ts'
import { createApp } from '../../src/http/app.ts'
import type { LecternChat } from '../../src/widget/lectern-chat.ts'
import { openChromium } from '../../test/browser/chromium.ts'
import { serveHost } from '../../test/browser/widget-servers.ts'
import { bundleScript } from '../build-browser.mjs'
import { reduceColours } from './palette.ts'
import { sitePages, siteStyles, writeSite } from './site.ts'

const [out = 'docs'] = process.argv.slice(2)
const files = { en: 'widget.png', 'zh-Hans': 'widget.zh-CN.png' } as const
const size = { viewport: { width: 1000, height: 800 }, deviceScaleFactor: 1.5 }

const scratch = await mkdtemp(join(tmpdir(), 'lectern-shots-'))
const index = join(scratch, 'index')
await buildCorpusIndex({ corpus: 'corpus', index, now: () => performance.now() })
const lectern = createLectern(await openIndexFolder(index))
const store = await openNodeStore({ location: join(scratch, 'store.db') })
const connectable: string[] = []
const { code: script } = await bundleScript('widget')
const site = await serveHost({ script, styles: siteStyles, connectable: () => connectable })
const app = createApp({ lectern, version: '0.1.0', assets: nodeAssets(), corsOrigins: [site.url], store })
const server = await serveNode({ app, port: 0 })
connectable.push(server.url)
const browser = await openChromium()
try {
  await mkdir(out, { recursive: true })
  for (const [lang, file] of Object.entries(files)) await shoot(lang as keyof typeof files, join(out, file))
} finally {
  await browser.close()
  await Promise.all([server.close(), site.close(), store.close()])
  await rm(scratch, { recursive: true, force: true })
}

// ---------------------------------------------------------------------------

async function shoot(lang: keyof typeof files, path: string): Promise<void> {
  const page = sitePages[lang]
  const context = await browser.newContext(size)
  const shown = await context.newPage()
  await shown.goto(site.put(writeSite(page, server.url)))
  const widget = shown.locator('lectern-chat')
  await widget.evaluate((element, question) => {
    const chat = element as LecternChat
    chat.open()
    return chat.ask(question)
  }, page.question)
  await widget.locator('.rating').waitFor()
  // Nothing has the focus.
  await shown.locator('h1').click()
  await writeFile(path, await reduceColours(browser, await shown.screenshot()))
  await context.close()
  console.log(path)
}
