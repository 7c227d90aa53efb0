import { text } from 'node:stream/consumers'
import type { Command } from 'commander'
import { openIndexFolder } from '../adapter/node-index.ts'
import { createLectern } from '../answer/create-lectern.ts'
import { parseFilter } from './arguments.ts'
import { formatVerification } from './format-verification.ts'

interface VerifyOptions {
  index: string
  record?: string
  speaker?: string
  json?: boolean
}

export function addVerifyCommand(program: Command): void {
  program
    .command('verify')
    .description('check a quote that somebody published against the records')
    .argument('<quote>', 'the quote, or - to read it from standard input')
    .requiredOption('--index <dir>', 'folder of the index')
    .option('--record <id>', 'look in this record only', parseFilter)
    .option('--speaker <name>', 'to whom the quote was attributed', parseFilter)
    .option('--json', 'print the result as the HTTP API gives it')
    .action(async (given: string, { index, json, ...attribution }: VerifyOptions) => {
      const quote = given === '-' ? await text(process.stdin) : given
      const lectern = createLectern(await openIndexFolder(index))
      const verification = await lectern.verify({ quote, ...attribution })
      process.stdout.write(json ? `${JSON.stringify(verification)}\n` : formatVerification(verification))
    })
}
