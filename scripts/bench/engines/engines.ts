import type { BenchEngine } from './engine.ts'
import { flexSearch } from './flexsearch.ts'
import { frozen } from './frozen.ts'
import { miniSearch } from './minisearch.ts'
import { miniSearchCounted } from './minisearch-counted.ts'
import { orama } from './orama.ts'
import { sqlite } from './sqlite.ts'

/**
 * In the order of tables and plots; the first is what the others are compared with. A further one is a file beside
 * these and a line here: a retriever of Lectern's own needs `prepareWith` and little else, as in minisearch-counted.ts.
 */
export const engines: readonly [BenchEngine, ...BenchEngine[]] = [
  miniSearch,
  miniSearchCounted,
  frozen,
  sqlite,
  orama,
  flexSearch,
]

/** @throws {Error} if there is none of that name. */
export function engineOf(name: string): BenchEngine {
  const engine = engines.find((known) => known.name === name)
  if (!engine) throw new Error(`there is no engine ${name}`)
  return engine
}
