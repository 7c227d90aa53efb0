import { lstat, readdir, realpath, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { LecternError } from '../errors.ts'
import { compareCodeUnits } from '../text/code-units.ts'
import type { Warning } from './parsed.ts'

/** The files of a corpus: paths relative to it, with `/`, in code-unit order. */
export interface CorpusFiles {
  files: string[]
  warnings: Warning[]
}

/**
 * All files under `dir`, but those whose name or folder begins with a dot. A link inside the corpus is followed,
 * each target once; one that leaves it, or leads nowhere, is refused with a warning. Throws `corpus-missing`.
 */
export async function listFiles(dir: string): Promise<CorpusFiles> {
  const walk: Walk = { root: await openRoot(dir), files: [], links: [], seen: new Set(), warnings: [] }
  await visitFolder(walk, '')
  // Links come last: what they lead to is read under its own name if it has one in the corpus.
  while (walk.links.length > 0) await followLink(walk, walk.links.shift() as string)
  return { files: walk.files.sort(compareCodeUnits), warnings: walk.warnings }
}

/** The files of a given list that lie in the corpus; those that leave it by `..` or a link are refused. */
export async function pickFiles(dir: string, paths: readonly string[]): Promise<CorpusFiles> {
  const root = await openRoot(dir)
  const warnings: Warning[] = []
  const files = new Set<string>()
  for (const path of paths) {
    const file = relative(root, join(root, path)).split(sep).join('/')
    const target = await realpath(join(root, path)).catch(() => undefined)
    if (file === '..' || file.startsWith('../') || (target && !isInside(root, target)))
      warnings.push(leaves(path))
    else if (target === undefined || !(await stat(target)).isFile()) warnings.push(missing(path))
    else files.add(file)
  }
  return { files: [...files].sort(compareCodeUnits), warnings }
}

interface Walk {
  root: string
  files: string[]
  links: string[]
  /** Real paths of what was visited. */
  seen: Set<string>
  warnings: Warning[]
}

async function openRoot(dir: string): Promise<string> {
  const isFolder = await stat(dir).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (isFolder) return realpath(dir)
  throw new LecternError(
    'corpus-missing',
    `there is no folder ${dir}: give the folder that holds your documents`,
  )
}

async function visitFolder(walk: Walk, folder: string): Promise<void> {
  const real = await realpath(join(walk.root, folder))
  if (walk.seen.has(real)) return
  walk.seen.add(real)
  const entries = await readdir(join(walk.root, folder), { withFileTypes: true }).catch((cause: Error) => {
    const message = `${folder}: the folder cannot be read (${cause.message}): check its permissions`
    walk.warnings.push({ code: 'file-unreadable', message, file: folder })
    return []
  })
  for (const entry of entries.sort((a, b) => compareCodeUnits(a.name, b.name))) {
    if (entry.name.startsWith('.')) continue
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isSymbolicLink()) walk.links.push(path)
    else if (entry.isDirectory()) await visitFolder(walk, path)
    else if (entry.isFile()) addFile(walk, path, join(real, entry.name))
  }
}

function addFile(walk: Walk, path: string, real: string): void {
  if (walk.seen.has(real)) return
  walk.seen.add(real)
  walk.files.push(path)
}

async function followLink(walk: Walk, path: string): Promise<void> {
  const target = await realpath(join(walk.root, path)).catch(() => undefined)
  if (target === undefined) {
    walk.warnings.push(missing(path))
  } else if (!isInside(walk.root, target)) {
    walk.warnings.push(leaves(path))
  } else {
    const found = await lstat(target)
    if (found.isDirectory()) await visitFolder(walk, path)
    else if (found.isFile()) addFile(walk, path, target)
  }
}

function isInside(root: string, target: string): boolean {
  const path = relative(root, target)
  return path !== '..' && !path.startsWith(`..${sep}`) && !path.startsWith(sep)
}

function leaves(file: string): Warning {
  const message = `${file} leads out of the corpus and was not read: copy what it points to into the corpus`
  return { code: 'path-outside-corpus', message, file }
}

function missing(file: string): Warning {
  return { code: 'path-missing', message: `${file} leads to no file: remove it or mend it`, file }
}
