import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import { LecternError } from '../errors.ts'
import { parseResults, type ResultLine } from '../eval/results.ts'

/**
 * Reads what an earlier run wrote with `--out`.
 * @throws {LecternError} `results-missing`; `results-invalid` with file and line.
 */
export async function readResults(file: string): Promise<ResultLine[]> {
  const text = await readFile(file, 'utf8').catch((cause: Error) => {
    const message = `cannot read ${file}: ${cause.message}. --against takes a file that lectern eval --out has written`
    throw new LecternError('results-missing', message, { file, cause })
  })
  const lines = parseResults(text, file)
  if (lines.length > 0) return lines
  throw new LecternError('results-invalid', `${file}:1: no question stands in it`, { file, line: 1 })
}

/**
 * Fails before a long run rather than after it.
 * @throws {LecternError} `file-unwritable` where the folder is missing or a folder stands in the file's place.
 */
export async function checkWritable(file: string): Promise<void> {
  const folder = dirname(file)
  if (!(await isFolder(folder))) throw unwritable(file, `there is no folder ${folder}: make it first`)
  if (await isFolder(file)) throw unwritable(file, 'it is a folder: name a file in it')
}

/**
 * Whole or not at all: what stood there before remains until the new content is complete.
 * @throws {LecternError} `file-unwritable`.
 */
export async function writeWhole(file: string, content: string): Promise<void> {
  const unfinished = `${file}.${process.pid}.tmp`
  try {
    await writeFile(unfinished, content)
    await rename(unfinished, file)
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
  if (isDrawing(path)) await checkWritable(path)
  else
    await mkdir(path, { recursive: true }).catch((cause) => Promise.reject(unwritable(path, cause.message)))
  return datasets.map((dataset) => (isDrawing(path) ? path : join(path, `${dataset}-curve.svg`)))
}

/** Whether a path for drawings names one file. */
export function isDrawing(path: string): boolean {
  return extname(path).toLowerCase() === '.svg'
}

// ---------------------------------------------------------------------------

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  )
}

function unwritable(file: string, why: string): LecternError {
  return new LecternError('file-unwritable', `cannot write ${file}: ${why}`, { file })
}
