import { open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { LecternError } from '../errors.ts'

const lockFile = '.lock'

/**
 * Keeps a folder for this process, until the function that it returns is called. A lock whose process is gone
 * is taken over.
 * @throws {LecternError} `index-locked`.
 */
export async function lockFolder(dir: string): Promise<() => Promise<void>> {
  const path = join(dir, lockFile)
  for (let attempt = 0; ; attempt++) {
    try {
      const handle = await open(path, 'wx')
      await handle.writeFile(`${process.pid}\n`)
      await handle.close()
      return () => rm(path, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const holder = await readHolder(path)
      if (attempt > 0 || isAlive(holder)) throw locked(dir, holder)
      await rm(path, { force: true })
    }
  }
}

/** A lock that is still empty may be one that is being written. */
async function readHolder(path: string): Promise<number> {
  const read = () => readFile(path, 'utf8').catch(() => '')
  const text = await read()
  if (text !== '') return Number(text)
  await wait(100)
  return Number(await read())
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function locked(dir: string, holder: number): LecternError {
  const message = `another build (process ${holder}) is writing to ${dir}: wait for it, or delete ${join(dir, lockFile)} if there is none`
  return new LecternError('index-locked', message)
}
