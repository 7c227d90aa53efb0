import type { Stats } from 'node:fs'
import { mkdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import { LecternError } from '../errors.ts'
import { parseResults, type ResultLine } from '../eval/results.ts'

/**
 * Reads what an earlier run wrote with `--out`.
 * @throws {LecternError} `results-missing`; `results-invalid` with file and line.
 */
export async function readResults(file: string): Promise<ResultLine[]> {
  const text = await readFile(file, 'utf8').catch((cause: Error) => {
    const message = `cannot read ${file}: ${cause.message}. Give a file that lectern eval --out has written`
    throw new LecternError('results-missing', message, { file, cause })
  })
  return parseResults(text, file)
}

/**
 * Fails before a long run rather than after it.
 * @throws {LecternError} `file-unwritable` where the folder is missing or something else stands in the file's place.
 */
export async function checkWritable(file: string): Promise<void> {
  const folder = dirname(file)
  if (!(await find(folder))?.isDirectory())
    throw unwritable(file, `there is no folder ${folder}: make it first`)
  const entry = await find(file)
  if (entry?.isDirectory()) throw unwritable(file, 'it is a folder: name a file in it')
  if (entry && !entry.isFile()) throw unwritable(file, 'it is a device or a pipe: name a file')
}

/**
 * Whole or not at all: what stood there before remains until the new content is complete.
 * @throws {LecternError} `file-unwritable`.
 */
export async function writeWhole(file: string, content: string): Promise<void> {
  // A link stays a link.
  const target = await realpath(file).catch(() => file)
  const unfinished = `${target}.${process.pid}.tmp`
  try {
    await writeFile(unfinished, content)
    await rename(unfinished, target)
  } catch (cause) {
    await rm(unfinished, { force: true })
    throw unwritable(file, (cause as Error).message)
  }
}

/**
 * Where the drawings go: the file itself where the path ends in `.svg`, else `<dataset>-curve.svg` in that folder,
 * which is made where it is missing.
 * @throws {LecternError} `file-unwritable`.
 */
export async function placeCurves(path: string, datasets: readonly string[]): Promise<string[]> {
  const files = datasets.map((dataset) => (isDrawing(path) ? path : join(path, `${dataset}-curve.svg`)))
  if (!isDrawing(path)) await makeFolder(path)
  for (const file of files) await checkWritable(file)
  return files
}

/** Whether a path for drawings names one file. */
export function isDrawing(path: string): boolean {
  return extname(path).toLowerCase() === '.svg'
}

// ---------------------------------------------------------------------------

/** What stands there; undefined where nothing does. */
async function find(path: string): Promise<Stats | undefined> {
  return stat(path).catch(() => undefined)
}

async function makeFolder(path: string): Promise<void> {
  if ((await find(path))?.isFile())
    throw unwritable(path, 'it is a file: name one that ends in .svg, or a folder')
  await mkdir(path, { recursive: true }).catch((cause: Error) => {
    throw unwritable(path, cause.message)
  })
}

function unwritable(file: string, why: string): LecternError {
  return new LecternError('file-unwritable', `cannot write ${file}: ${why}`, { file })
}
