// Bundles what browsers load into dist/browser: /widget.js and /page.js.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { argv } from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Scripts by name, and the file that each begins with. */
const entries = { widget: 'src/widget/define.ts', page: 'src/widget/page.ts' }

/** A script as text, with its size and its size gzipped, in bytes. */
export async function bundleScript(name) {
  const { outputFiles } = await build({
    entryPoints: [join(root, entries[name])],
    bundle: true,
    format: 'iife',
    minify: true,
    target: 'es2022',
    // Escapes read the same whatever encoding a host gives the script; gzipped they take no more room.
    charset: 'ascii',
    write: false,
  })
  const { text: code, contents } = outputFiles[0]
  return { code, bytes: contents.length, gzipped: gzipSync(contents, { level: 9 }).length }
}

if (argv[1] && import.meta.url === pathToFileURL(argv[1]).href) {
  const folder = join(root, 'dist/browser')
  await mkdir(folder, { recursive: true })
  for (const name of Object.keys(entries)) {
    const { code, bytes, gzipped } = await bundleScript(name)
    await writeFile(join(folder, `${name}.js`), code)
    console.log(`dist/browser/${name}.js: ${bytes} bytes, ${gzipped} gzipped`)
  }
}
