import type { Command } from 'commander'
import { openIndexFolder } from '../adapter/node-index.ts'
import { createLectern, maxLimit } from '../answer/create-lectern.ts'
import type { Filters } from '../search/filters.ts'
import { parseDay, parseFilter, quoteCharsOption, thresholdOption, wholeNumber } from './arguments.ts'
import { formatOutcome } from './format-outcome.ts'

interface AskOptions extends Filters {
  index: string
  limit?: number
  quoteChars?: number
  threshold?: number
  explain?: boolean
  json?: boolean
}

export function addAskCommand(program: Command): void {
  program
    .command('ask')
    .description('ask an index a question')
    .argument('<question>')
    .requiredOption('--index <dir>', 'folder of the index')
    .option('--limit <n>', `how many quotes at most (1 to ${maxLimit})`, wholeNumber(1, maxLimit))
    .option('--speaker <name>', 'only what this speaker said', parseFilter)
    .option('--from <date>', 'only records of this day or later (YYYY-MM-DD)', parseDay)
    .option('--to <date>', 'only records of this day or earlier (YYYY-MM-DD)', parseDay)
    .option('--record <id>', 'only this record', parseFilter)
    .option('--kind <kind>', 'only records of this kind', parseFilter)
    .option(...quoteCharsOption)
    .option(...thresholdOption)
    .option('--explain', 'tell why each quote stands where it stands')
    .option('--json', 'print the answer as the HTTP API gives it')
    .action(async (question: string, options: AskOptions, command: Command) => {
      const { index, limit, quoteChars, threshold, explain, json, ...filters } = options
      const { from, to } = filters
      if (from && to && from > to) command.error(`error: --from ${from} is after --to ${to}`)
      const lectern = createLectern(await openIndexFolder(index), {
        ...(quoteChars !== undefined && { quoteChars }),
        ...(threshold !== undefined && { threshold }),
      })
      const outcome = await lectern.ask({
        question,
        filters,
        ...(limit !== undefined && { limit }),
        ...(explain !== undefined && { explain }),
      })
      process.stdout.write(json ? `${JSON.stringify(outcome)}\n` : formatOutcome(outcome))
    })
}
