// Bundles a TypeScript file and runs it: `node scripts/run-ts.mjs FILE …`. Node 20 reads no TypeScript itself.
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const [file, ...args] = process.argv.slice(2)
if (!file) {
  console.error('Give the file to run: node scripts/run-ts.mjs FILE …')
  process.exit(2)
}
// As deep as the compiled files, so that what they find beside themselves is found.
const folder = fileURLToPath(new URL('../dist/scripts', import.meta.url))
mkdirSync(folder, { recursive: true })
const name = `${basename(file, '.ts')}-${process.pid}`
const { metafile } = await build({
  entryPoints: [file],
  bundle: true,
  // What is imported when it is needed is loaded then.
  splitting: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  plugins: [{ name: 'scripts-stay', setup: leaveScripts }],
  outdir: folder,
  entryNames: name,
  chunkNames: `${name}-[hash]`,
  outExtension: { '.js': '.mjs' },
  metafile: true,
})
const { status } = spawnSync(
  process.execPath,
  ['--max-old-space-size=4096', join(folder, `${name}.mjs`), ...args],
  { stdio: 'inherit' },
)
for (const written of Object.keys(metafile.outputs)) rmSync(written)
process.exitCode = status ?? 1

// ---------------------------------------------------------------------------

/** What Node reads as it is stays where it is, and finds what stands beside it. */
function leaveScripts({ onResolve }) {
  onResolve({ filter: /^\..*\.mjs$/ }, ({ path, resolveDir }) => ({
    path: pathToFileURL(join(resolveDir, path)).href,
    external: true,
  }))
}
