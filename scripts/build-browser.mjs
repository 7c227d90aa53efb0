// Bundles what browsers load into dist/browser: /widget.js and /page.js.
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const root = new URL('..', import.meta.url)

/** Name in dist/browser and the file that it begins with. */
const entries = { page: 'src/widget/page.ts' }

/** Writes the bundles into `outdir`; returns their paths. */
export async function buildBrowser(outdir) {
  await build({
    absWorkingDir: fileURLToPath(root),
    entryPoints: entries,
    outdir,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
  })
  return Object.keys(entries).map((name) => `${outdir}/${name}.js`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const path of await buildBrowser(fileURLToPath(new URL('dist/browser', root)))) {
    const code = await readFile(path)
    console.log(`${path.split('/').at(-1)}: ${code.length} bytes, ${gzipSync(code).length} gzipped`)
  }
}
