import type { Command } from 'commander'
import { openExistingStore } from '../adapter/node-store.ts'
import { toQuestionsCsv } from '../store/questions-csv.ts'
import { parseDay, wholeNumber } from './arguments.ts'
import { formatQuestions } from './format-questions.ts'
import { readSecrets, storeOption } from './store-options.ts'

interface QuestionsOptions {
  store: string
  unanswered?: boolean
  since?: string
  limit: number
  json?: boolean
  csv?: boolean
}

export function addQuestionsCommand(program: Command): void {
  program
    .command('questions')
    .description('list what was asked, from the store of a server')
    .addOption(storeOption().makeOptionMandatory())
    .option('--unanswered', 'only what nothing answered, or what somebody found unhelpful')
    .option('--since <date>', 'only what was asked on this day or later (YYYY-MM-DD)', parseDay)
    .option('--limit <n>', 'how many at most', wholeNumber(1, 1_000_000), 50)
    .option('--json', 'print them as the HTTP API gives them')
    .option('--csv', 'print them as CSV')
    .action(
      async (
        { store: location, unanswered, since, limit, json, csv }: QuestionsOptions,
        command: Command,
      ) => {
        if (json && csv) command.error('error: give --json or --csv, not both')
        const { storeToken: token } = readSecrets()
        const store = await openExistingStore({ location, ...(token !== undefined && { token }) })
        const filter = { only: unanswered ? ('unanswered' as const) : ('all' as const), limit, offset: 0 }
        const questions = await store
          .listQuestions({ ...filter, ...(since !== undefined && { since }) })
          .finally(() => store.close())
        if (json) process.stdout.write(`${JSON.stringify({ limit, offset: 0, questions })}\n`)
        else
          process.stdout.write(csv ? toQuestionsCsv(questions) : formatQuestions(questions, { unanswered }))
      },
    )
}
