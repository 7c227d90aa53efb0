import type { Hono } from 'hono'
import { createLectern, type LecternOptions } from '../../src/answer/create-lectern.ts'
import type { Lectern } from '../../src/answer/lectern.ts'
import { type AppOptions, createApp } from '../../src/http/app.ts'
import type { LecternRecord } from '../../src/record/record.ts'
import { buildIndex } from '../../src/search/build.ts'
import { openIndex } from '../../src/search/open.ts'
import { createLexicon } from '../../src/text/lexicon.ts'
import { writeBriefing, writeHostileRecord, writeLetter } from './records.ts'

const words = ['大桥', '通车', '行人', '渡口', '渡船', '步道', '投资', '灯塔', '保留', '计划']

/** A real index of `records`, opened. */
export async function openLectern(
  records: readonly LecternRecord[],
  options: LecternOptions = {},
): Promise<Lectern> {
  const { files } = await buildIndex(records, { lexicon: createLexicon(words) })
  return createLectern(await openIndex(async (name) => files.get(name)), options)
}

export async function writeRecords(): Promise<LecternRecord[]> {
  return [await writeBriefing(), await writeLetter(), await writeHostileRecord()]
}

/** The app over the records of `records.ts`. */
export async function openApp(options: Partial<AppOptions> = {}): Promise<Hono> {
  const lectern = options.lectern ?? (await openLectern(await writeRecords()))
  return createApp({ version: '1.2.3', ...options, lectern })
}

/** The same app over a Lectern that answers from this confidence on. */
export async function openAppAt(threshold: number): Promise<Hono> {
  return openApp({ lectern: await openLectern(await writeRecords(), { threshold }) })
}

/** A Lectern that fails in a way that nobody foresaw. */
export async function openBrokenLectern(): Promise<Lectern> {
  const lectern = await openLectern(await writeRecords())
  return {
    ...lectern,
    ask: async () => {
      throw new Error('secret of the house')
    },
  }
}

export function postJson(app: Hono, path: string, body: string, headers: Record<string, string> = {}) {
  return app.request(path, {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/json', ...headers },
  })
}
