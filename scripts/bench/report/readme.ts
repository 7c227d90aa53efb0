import { engines } from '../engines/engines.ts'
import { replacedShare } from '../material/rewrite.ts'
import type { BenchResults } from './results.ts'
import { toTables } from './tables.ts'

export interface Picture {
  file: string
  /** What it shows. */
  label: string
}

/** The page beside the plots: figures, what they say, how they came about. */
export function toReadme(results: BenchResults, pictures: readonly Picture[]): string {
  return `${[
    '# Bench',
    `Written by \`npm run bench\`; do not edit. ${machineLine(results)}`,
    `\`\`\`sh\n${results.command}\n\`\`\``,
    ...pictures.map(({ file, label }) => `![${label}](${file})`),
    '## Figures',
    `Medians of ${results.rounds} rounds; in each, everything takes its turn. In brackets, how many times the figure of the first line of the same kind.`,
    toTables(results),
    '## What is measured',
    ...(results.retrieval ? [measuredRetrieval(results)] : []),
    ...(results.answers ? [measuredAnswers] : []),
    ...(results.http ? [measuredHttp] : []),
    ...(results.bots ? [measuredBots] : []),
    ...(results.worker ? [measuredWorker] : []),
    ...(results.memory ? [measuredMemory] : []),
    '## Versions',
    versionLines(results),
  ].join('\n\n')}\n`
}

// ---------------------------------------------------------------------------

function machineLine({ machine }: BenchResults): string {
  const { cpu, cores, memory, node, date } = machine
  return `${date}, ${cpu}, ${cores} cores, ${(memory / 2 ** 30).toFixed(0)} GiB of memory, Node ${node}.`
}

function measuredRetrieval({ corpus, questions }: BenchResults): string {
  const { count, shortLength, longLength, longest } = questions
  return [
    `**Passages.** The first ones of ${corpus.records} records, which have ${corpus.passages}, as Lectern cuts them, in its five fields. Beyond those, copies in which ${100 * replacedShare}% of the Han words are others of the lexicon of the same length, by a seeded generator: the terms grow as in no real corpus, so such sizes tell how an engine grows, not what it finds.`,
    `**Questions.** Those that are asked in the records. Short: up to ${count} last asking sentences, at most 20 characters of each (median ${shortLength}). Long: the ${count} longest turns of those who ask (median ${longLength}, the longest ${longest} characters).`,
    '**Engines.** Each builds and opens in a process of its own, with the same memory to be had.',
    engines.map(({ name, use }) => `- ${name}: ${use}.`).join('\n'),
    '**Figures.** *Build*: from passages in memory to one file on the disk. *Open*: from that file, which the system has in memory, to ready. *Held*: what has been added to heap and buffers after opening, all garbage freed; memory of native code, such as that of SQLite, is not in it. *Resident*: what has been added to the process after all questions, with what reading the file left behind. *Short* and *long*: from the words of a question to the numbers of 100 passages, after all of each kind were asked up to three times, for four seconds, to warm up; who is slow is asked as many as 12 seconds allow, the same first ones (*questions asked*), and the 99th percentile is then of few. *Search alone*: the same without cutting the question, where Lectern cuts it. *Same first ten*: share of the first engine’s ten best passages that this one has among its ten best; engines that do less or other work find others.',
  ].join('\n\n')
}

const measuredAnswers =
  '**Answers.** Over all records, from the words of a question to JSON of its quotes with confidence and highlights, without the questions that are offered next; and the retrieval alone that is part of it, from a query to its hits. Short and long questions together, all asked before, up to five times as 15 seconds allow. In brackets, how many times the retrieval.'

const measuredHttp =
  '**Server.** `/api/ask` of the whole program over all records, and bare Hono routes on the same `@hono/node-server`, each program in a process of its own, asked by 10 connections from this machine. Server and asker share its cores. The server keeps answers in memory, as `lectern serve` does: the same question is answered from there. It has been prepared (`Lectern.prepare`), as `lectern serve` is after its first minutes. One bare route sends 17 bytes, the other the body of that answer: beside it, what is sent costs the same, and what differs is Lectern.'

const measuredBots =
  '**Bots.** The whole program over all records, through the retriever that `lectern index` chooses, with the bots of all platforms, in a process of its own: `app.fetch` of a request that is signed as the platform signs it, without a network and without kept answers. Each question, short and long ones of the records together, and other asking sentences where those are fewer, is asked by `/api/ask` and in every way of every platform, one after the other, in another order each time. Before, all are asked in the same ways without a clock, and what each message shows is compared with what `/api/ask` answers. The time is that to the whole response; where the answer is a call to the platform, that until the call is made, and the platform answers at once. *With* a store, deliveries are claimed in a file before a bot works on them, and questions are kept there behind the response. In brackets, how many times the `/api/ask` of the same kind.'

const measuredWorker =
  '**Worker.** The bundle that wrangler makes, in workerd, from starting the process to the end of the first answer, beside a Worker that does nothing. workerd serves the index from the disk in place of the service of static assets.'

const measuredMemory =
  '**Memory of a Worker.** After these questions, one after the other, in workerd. *Held by the isolate*: its heap, with what is garbage and has not been cleared away yet, and its buffers, the image among them, as the inspector of V8 tells; a host that limits an isolate counts these. *Resident*: what the whole process has in memory, with its code, and with what V8 has taken from the system ahead or not yet given back, as it is told of no limit.'

function versionLines({ machine }: BenchResults): string {
  return Object.entries(machine.packages)
    .map(([name, version]) => `- ${name} ${version}`)
    .join('\n')
}
