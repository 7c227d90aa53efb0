import type { AnswerResult } from '../answers/answers.ts'
import type { BotResult } from '../bots/bots.ts'
import type { HttpResult } from '../http/http.ts'
import type { EngineResult } from '../retrieval/retrieval.ts'
import type { MemoryResult } from '../worker/memory.ts'
import type { WorkerResult } from '../worker/worker.ts'
import type { Machine } from './machine.ts'

/** Everything that a run measured; what `--json` writes. */
export interface BenchResults {
  machine: Machine
  command: string
  corpus: {
    records: number
    /** Passages that the corpus has; beyond them they are copies with changed words. */
    passages: number
  }
  questions: { count: number; shortLength: number; longLength: number; longest: number }
  rounds: number
  /** Absent where the part did not run. */
  retrieval?: EngineResult[]
  answers?: AnswerResult[]
  http?: HttpResult[]
  bots?: BotResult[]
  worker?: WorkerResult[]
  memory?: MemoryResult[]
}
