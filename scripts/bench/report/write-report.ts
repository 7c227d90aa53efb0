import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { drawHttp, drawWorker } from './plot-bars.ts'
import { drawCosts, drawQuestions } from './plot-engines.ts'
import { type Picture, toReadme } from './readme.ts'
import type { BenchResults } from './results.ts'

/** Writes README.md and the plots of the parts that ran. */
export async function writeReport(folder: string, results: BenchResults): Promise<void> {
  await mkdir(folder, { recursive: true })
  const drawn = draw(results)
  for (const { file, svg } of drawn) await writeFile(join(folder, file), svg)
  await writeFile(join(folder, 'README.md'), toReadme(results, drawn))
}

// ---------------------------------------------------------------------------

function draw({ retrieval, http, worker }: BenchResults): (Picture & { svg: string })[] {
  const pictures: (Picture & { svg: string })[] = []
  if (retrieval) {
    const label = 'Time of short and long questions by number of passages, for each engine'
    pictures.push({ file: 'questions.svg', label, svg: drawQuestions(retrieval) })
    const costs = 'Time to build and open, size and memory by number of passages, for each engine'
    pictures.push({ file: 'costs.svg', label: costs, svg: drawCosts(retrieval) })
  }
  if (http) pictures.push({ file: 'http.svg', label: 'Requests answered in a second', svg: drawHttp(http) })
  if (worker) {
    const label = 'Time from the start of a Worker to its first answer'
    pictures.push({ file: 'worker.svg', label, svg: drawWorker(worker) })
  }
  return pictures
}
