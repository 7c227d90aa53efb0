import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Files, harbour, makeFolder, newPath, readFolder } from './folders.ts'
import { finished, runCli, runJson, startCli } from './run-cli.ts'

const places = Array.from('东南西北前后内外新旧', (side) =>
  Array.from('湾岛滩礁堤岸', (kind) => side + kind),
).flat()

/** Many briefings with figures of their own, so that a build takes its time. */
function manyBriefings(count: number): Files {
  const files: Files = {}
  for (let at = 0; at < count; at++) {
    const place = `${places[at % places.length]}${at}号`
    const turns = Array.from({ length: 3 }, (_, turn) => {
      const figure = at * 37 + turn * 11
      return (
        `记者：请问${place}码头第${turn}期工程进展如何？\n\n林海生：${place}码头第${turn}期工程已完成投资${figure}万元，建成泊位${turn + 2}个，` +
        `年通过能力${figure * 3}万吨。航道疏浚、堆场硬化和岸电设施同步推进，预计明年${(turn % 12) + 1}月交付使用。`
      )
    })
    files[`b-${at}.md`] = `${harbour(place, at + 100)}\n${turns.join('\n\n')}\n`
  }
  return files
}

let small: string
let large: string
beforeAll(async () => {
  small = await makeFolder({ 'a.md': harbour('东湾0号', 21) })
  large = await makeFolder(manyBriefings(300))
})

const build = (corpus: string, index: string) => runCli('index', '--corpus', corpus, '--index', index)

async function buildWhole(corpus: string, index: string): Promise<number> {
  const begun = performance.now()
  const { code, stderr } = await build(corpus, index)
  expect([code, stderr]).toEqual([0, ''])
  return performance.now() - begun
}

/** Which corpus an index answers from. */
async function answersFrom(index: string): Promise<'old' | 'new'> {
  const { code, json } = await runJson('ask', '东湾0号港现有多少个泊位', '--index', index)
  expect(code, JSON.stringify(json)).toBe(0)
  const from = json.searched.records === 1 ? 'old' : 'new'
  expect(json.quotes[0].text).toContain(from === 'old' ? '泊位21个' : '泊位100个')
  return from
}

/** True while a part stands in the folder under its temporary name. */
function isWriting(index: string, part: string): boolean {
  return readdirSync(index).some((name) => name.startsWith(`.${part}`) && name.endsWith('.tmp'))
}

type Moment = (index: string) => Promise<void>

/** Builds the large corpus and kills the build at a moment, if it has not ended before. */
async function buildUntil(moment: () => Promise<void>, index: string): Promise<void> {
  const child = startCli('index', '--corpus', large, '--index', index)
  const ended = finished(child)
  await Promise.race([moment(), ended])
  child.kill('SIGKILL')
  await ended
}

async function replaceFolder(folder: string, source: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await cp(source, folder, { recursive: true })
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await wait(1)
}

describe('two builds', () => {
  it('of one corpus are byte-identical', async () => {
    const demonstration = join(import.meta.dirname, '../../corpus')
    const [first, second] = [await newPath(), await newPath()]
    await Promise.all([buildWhole(demonstration, first), buildWhole(demonstration, second)])
    const files = await readFolder(first)
    expect([...files.keys()]).toHaveLength(7)
    expect(await readFolder(second)).toEqual(files)
  })

  it('at the same time: the second is refused, the first ends well', async () => {
    const index = await newPath()
    const first = startCli('index', '--corpus', large, '--index', index)
    const ended = finished(first)
    await until(() => existsSync(join(index, '.lock')))
    const second = await build(small, index)
    expect(second).toMatchObject({
      code: 1,
      stderr: `lectern: another build (process ${first.pid}) is writing to ${index}: wait for it, or delete ${join(index, '.lock')} if there is none\n`,
    })
    expect((await ended).code).toBe(0)
    expect(await answersFrom(index)).toBe('new')
  })
})

describe('a build', () => {
  it('takes over the lock of a process that is gone', async () => {
    const gone = spawn(process.execPath, ['--version'], { stdio: 'ignore' })
    await once(gone, 'exit')
    const index = await newPath()
    await mkdir(index)
    await writeFile(join(index, '.lock'), `${gone.pid}\n`)
    await buildWhole(small, index)
    expect([...(await readFolder(index)).keys()]).not.toContain('.lock')
  })

  it('that fails leaves the old index as it was, and no folder where none was', async () => {
    const index = await newPath()
    await buildWhole(small, index)
    const before = await readFolder(index)
    const empty = await makeFolder({})
    const nowhere = await newPath()
    const runs = await Promise.all([build(empty, index), build(empty, nowhere)])
    expect(runs.map(({ code }) => code)).toEqual([1, 1])
    expect(await readFolder(index)).toEqual(before)
    expect(existsSync(nowhere)).toBe(false)
  })

  it('killed at any moment leaves an index that answers from the old or the new corpus', async () => {
    const [old, whole] = [await newPath(), await newPath()]
    await buildWhole(small, old)
    const duration = await buildWhole(large, whole)
    const moments: Moment[] = [
      ...Array.from({ length: 7 }, (_, at) => () => wait(((at + Math.random()) / 7) * duration)),
      ...['records', 'minisearch', 'manifest'].map(
        (part) => (index: string) => until(() => isWriting(index, part)),
      ),
    ]
    const kill = async (chosen: Moment[]) => {
      const index = await newPath()
      let from: 'old' | 'new' | undefined
      for (const moment of chosen) {
        if (from !== 'old') await replaceFolder(index, old)
        await buildUntil(() => moment(index), index)
        from = await answersFrom(index)
      }
      return index
    }
    // Two folders at once: half the time on two cores.
    const isEven = (_: Moment, at: number) => at % 2 === 0
    const [index] = await Promise.all([
      kill(moments.filter((moment, at) => !isEven(moment, at))),
      kill(moments.filter(isEven)),
    ])
    await buildWhole(large, index)
    expect(await readFolder(index)).toEqual(await readFolder(whole))
    // Some thirty commands take half a minute, and longer where a machine has other things to do.
  }, 240_000)
})
