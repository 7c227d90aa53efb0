import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterFile } from '../support/after-file.ts'

export type Files = Record<string, string | Uint8Array>

/** A folder with these files, inside one of its own; both go after the tests of a file. */
export async function makeFolder(files: Files): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'lectern-cli-'))
  afterFile(() => rm(parent, { recursive: true, force: true }))
  const folder = join(parent, 'folder')
  await mkdir(folder)
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  return folder
}

/** The path of a folder that is not there yet. */
export async function newPath(): Promise<string> {
  return join(await makeFolder({}), 'index')
}

/** All files of a folder without folders, by name. */
export async function readFolder(folder: string): Promise<Map<string, string>> {
  const names = (await readdir(folder)).sort()
  const contents = await Promise.all(names.map((name) => readFile(join(folder, name), 'latin1')))
  return new Map(names.map((name, at) => [name, contents[at] ?? '']))
}

/** A record that tells all its metadata; its text says how many berths the harbour has. */
export function harbour(name: string, berths: number): string {
  return `---
title: ${name}港务简报
date: 2025-03-12
publisher: 望海发布
---

${name}港务局局长林海生：${name}港现有泊位${berths}个，全部恢复使用。
`
}
