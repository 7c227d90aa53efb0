import { engineOf } from '../engines/engines.ts'
import { readContext, readPassages } from '../material/material.ts'

export interface BuildInput {
  engine: string
  folder: string
  size: number
  file: string
}

/** @returns milliseconds from the passages in memory to the index on the disk. */
export async function buildJob({ engine, folder, size, file }: BuildInput): Promise<number> {
  const context = await readContext({ folder })
  const passages = await readPassages({ folder }, size)
  const begun = performance.now()
  await engineOf(engine).build(passages, file, context)
  return performance.now() - begun
}
