// How Lectern's retrieval, server and Worker compare with others, in one run: `npm run bench -- DIR`.
import { answerAsJob } from './jobs.ts'

// Each loaded only where it runs: a process that measures an engine holds nothing of the rest.
const isJob = await answerAsJob({
  build: async (input) => (await import('./retrieval/build-job.ts')).buildJob(input),
  query: async (input) => (await import('./retrieval/query-job.ts')).queryJob(input),
  answer: async (input) => (await import('./answers/answer-job.ts')).answerJob(input),
  bots: async (input) => (await import('./bots/bots-job.ts')).botsJob(input),
  serve: async (input) => (await import('./http/serve-job.ts')).serveJob(input),
})
if (!isJob) await (await import('./bench.ts')).bench(process.argv.slice(2))
