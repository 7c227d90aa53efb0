// Lays out the Worker's static assets, the index and the files that pages load: gather-assets.mjs [INDEX [OUT]].
import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { nodeAssets } from '../dist/adapter/node-assets.js'
import { assetTypes } from '../dist/http/assets.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const [index = join(root, 'index'), out = join(root, 'dist/worker')] = process.argv.slice(2)

await rm(out, { recursive: true, force: true })
await mkdir(join(out, 'static'), { recursive: true })
await cp(index, join(out, 'index'), { recursive: true, filter: (path) => !basename(path).startsWith('.') })
const assets = nodeAssets()
for (const name of Object.keys(assetTypes)) {
  const { body } = await assets.read(name)
  await writeFile(join(out, 'static', name), body)
}
