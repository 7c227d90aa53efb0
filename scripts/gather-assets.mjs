// Lays out the Worker's static assets, the index and the files that pages load: gather-assets.mjs [INDEX [OUT [PIECE]]].
// What answers need and the index does not tell is worked out here, with the code that the Worker is made of.
// An image larger than PIECE bytes is cut, as the edge takes no file above 25 MiB; the manifest says into how many, and
// how large it is.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { nodeAssets } from '../dist/adapter/node-assets.js'
import { openIndexFolder } from '../dist/adapter/node-index.js'
import { createLectern } from '../dist/answer/create-lectern.js'
import { assetTypes } from '../dist/http/assets.js'
import { miniSearchPassages } from '../dist/search/choose-retriever.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const [index = join(root, 'index'), out = join(root, 'dist/worker'), piece = 24 * 2 ** 20] =
  process.argv.slice(2)

await rm(out, { recursive: true, force: true })
await mkdir(join(out, 'static'), { recursive: true })
await mkdir(join(out, 'index'))
const manifest = JSON.parse(await readFile(join(index, 'manifest.json'), 'utf8').catch(() => '{}'))
for (const name of await readdir(index)) {
  if (name.startsWith('.') || name === 'manifest.json') continue
  await layOut(name, await readFile(join(index, name)))
}
if (manifest.retriever === 'minisearch' && manifest.counts.passages > miniSearchPassages) {
  console.warn(
    'The index is for MiniSearch, which is slow to open at the edge: write it with --retriever frozen.',
  )
}
if (manifest.parts) {
  await writeFile(join(out, 'index/manifest.json'), JSON.stringify(manifest))
  const prepared = await createLectern(await openIndexFolder(index)).prepare(async () => {})
  await writeFile(join(out, 'prepared.json'), JSON.stringify(prepared))
}
const assets = nodeAssets()
for (const name of Object.keys(assetTypes)) {
  const { body } = await assets.read(name)
  await writeFile(join(out, 'static', name), body)
}

// ---------------------------------------------------------------------------

async function layOut(name, content) {
  const pieces = Math.ceil(content.length / Number(piece))
  const entry = Object.values(manifest.parts ?? {}).find(({ file }) => file === name)
  if (entry && name.endsWith('.bin')) entry.size = content.length
  if (pieces < 2 || !entry || !name.endsWith('.bin')) return writeFile(join(out, 'index', name), content)
  entry.pieces = pieces
  for (let at = 0; at < pieces; at++) {
    const part = content.subarray(at * Number(piece), (at + 1) * Number(piece))
    await writeFile(join(out, 'index', `${name}.${at}`), part)
  }
}
