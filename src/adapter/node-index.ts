import { mkdir, open, readdir, readFile, rename, rm, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isLecternError, LecternError } from '../errors.ts'
import type { IndexFiles } from '../search/build.ts'
import type { LecternIndex } from '../search/lectern-index.ts'
import { isBinaryFile, manifestFile, partNames } from '../search/manifest.ts'
import { joinFiles, openIndex } from '../search/open.ts'
import { openImageFile } from './node-image.ts'
import { lockFolder } from './node-lock.ts'

/** Writes a finished index into the folder that a build holds. */
export type WriteIndex = (index: Pick<IndexFiles, 'files'>) => Promise<void>

/**
 * Keeps a folder for one build, from before it reads until it has written. The files of the index that stood
 * there remain whole until the new manifest takes the place of the old one in one step; a build that is killed
 * leaves the old index, or the new one.
 * @throws {LecternError} `index-locked` while another build holds the folder, `index-unwritable`.
 */
export async function buildInFolder<T>(dir: string, build: (write: WriteIndex) => Promise<T>): Promise<T> {
  const release = await holdFolder(dir)
  try {
    return await build((index) => writeIndex(dir, index))
  } finally {
    await release()
  }
}

/**
 * Opens the index in a folder. Should a build replace it meanwhile, the new one is opened.
 * @throws {LecternError} as `openIndex`.
 */
export async function openIndexFolder(dir: string): Promise<LecternIndex> {
  const read = (name: string) => readIfThere(join(dir, name))
  const readWhole = joinFiles(read)
  const openOnce = () =>
    openIndex(read, async (names, size) => {
      const [only, ...others] = names
      // An image in pieces is made for hosts that take no larger files; here it is read as it is.
      if (only === undefined || others.length > 0) return readWhole(names, size)
      return openImageFile(join(dir, only))
    })
  const before = await readIfThere(join(dir, manifestFile))
  try {
    return await openOnce()
  } catch (error) {
    const replaced = before !== (await readIfThere(join(dir, manifestFile)))
    if (isLecternError(error) && error.code === 'index-corrupt' && replaced) return openOnce()
    throw isLecternError(error)
      ? new LecternError(error.code, `${dir}: ${error.message}`, { cause: error })
      : error
  }
}

// ---------------------------------------------------------------------------

async function holdFolder(dir: string): Promise<() => Promise<void>> {
  try {
    const isNew = (await mkdir(dir, { recursive: true })) !== undefined
    const unlock = await lockFolder(dir)
    return async () => {
      await unlock()
      // A build that failed before it wrote leaves no folder behind.
      if (isNew) await rmdir(dir).catch(() => {})
    }
  } catch (cause) {
    throw toUnwritable(dir, cause)
  }
}

async function writeIndex(dir: string, { files }: Pick<IndexFiles, 'files'>): Promise<void> {
  try {
    for (const [name, content] of files) if (name !== manifestFile) await writeWhole(dir, name, content)
    await writeWhole(dir, manifestFile, files.get(manifestFile) ?? '')
    await removeLeftovers(dir, new Set(files.keys()))
  } catch (cause) {
    throw toUnwritable(dir, cause)
  }
}

function toUnwritable(dir: string, cause: unknown): unknown {
  if (isLecternError(cause)) return cause
  const message = `cannot write the index to ${dir}: ${(cause as Error).message}. The index that stood there is as it was`
  return new LecternError('index-unwritable', message, { cause })
}

/** Written beside its place, brought to the disk, then put in its place in one step. */
async function writeWhole(dir: string, name: string, content: string | Uint8Array): Promise<void> {
  const temporary = join(dir, `.${name}.${process.pid}.tmp`)
  const handle = await open(temporary, 'w')
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(temporary, join(dir, name))
}

/** Files of earlier indexes and of killed builds; whatever else stands in the folder is not ours. */
async function removeLeftovers(dir: string, current: ReadonlySet<string>): Promise<void> {
  const part = new RegExp(`^(?:${Object.values(partNames).flat().join('|')})-[0-9a-f]{12}\\.\\w+$`)
  const temporary = /^\.[\w.-]+\.\d+\.tmp$/
  for (const name of await readdir(dir)) {
    const isOurs = part.test(name) || temporary.test(name)
    if (isOurs && !current.has(name)) await rm(join(dir, name))
  }
}

async function readIfThere(path: string): Promise<string | Uint8Array<ArrayBuffer> | undefined> {
  try {
    return isBinaryFile(path) ? await readFile(path) : await readFile(path, 'utf8')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw error
  }
}
