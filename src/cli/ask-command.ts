import { type Command, InvalidArgumentError } from 'commander'
import { openIndexFolder } from '../adapter/node-index.ts'
import { createLectern } from '../answer/create-lectern.ts'
import type { Filters } from '../search/filters.ts'
import { formatOutcome } from './format-outcome.ts'

interface AskOptions extends Filters {
  index: string
  limit?: number
  json?: boolean
}

export function addAskCommand(program: Command): void {
  program
    .command('ask')
    .description('ask an index a question')
    .argument('<question>')
    .requiredOption('--index <dir>', 'folder of the index')
    .option('--limit <n>', 'how many quotes at most (1 to 20)', parseCount)
    .option('--speaker <name>', 'only what this speaker said')
    .option('--from <date>', 'only records of this day or later (YYYY-MM-DD)')
    .option('--to <date>', 'only records of this day or earlier (YYYY-MM-DD)')
    .option('--record <id>', 'only this record')
    .option('--kind <kind>', 'only records of this kind')
    .option('--json', 'print the answer as the HTTP API gives it')
    .action(async (question: string, { index, limit, json, ...filters }: AskOptions) => {
      const lectern = createLectern(await openIndexFolder(index))
      const outcome = await lectern.ask({ question, filters, ...(limit !== undefined && { limit }) })
      process.stdout.write(json ? `${JSON.stringify(outcome)}\n` : formatOutcome(outcome))
    })
}

export function parseCount(value: string): number {
  const count = Number(value)
  if (!Number.isInteger(count) || count < 0) throw new InvalidArgumentError('Give a whole number.')
  return count
}
