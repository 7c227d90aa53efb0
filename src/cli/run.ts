import { Command, CommanderError } from 'commander'
import { isLecternError } from '../errors.ts'
import { addAskCommand } from './ask-command.ts'
import { addEvalCommand } from './eval-command.ts'
import { addIndexCommand } from './index-command.ts'
import { addServeCommand } from './serve-command.ts'
import { packageVersion } from './version.ts'

/** Exit codes: 0 done, 1 a fault, 2 the call was wrong. An abstention is no fault. */
export async function run(args: readonly string[]): Promise<number> {
  const program = createProgram()
  try {
    await program.parseAsync([...args], { from: 'user' })
    return 0
  } catch (error) {
    return report(error, args.includes('--json'))
  }
}

function createProgram(): Command {
  const program = new Command('lectern')
    .description("Answers questions about press briefings with the speakers' own words.")
    .version(packageVersion)
    .exitOverride()
    .configureHelp({ sortSubcommands: false })
    .showSuggestionAfterError()
  addIndexCommand(program)
  addAskCommand(program)
  addServeCommand(program)
  addEvalCommand(program)
  for (const command of program.commands) command.exitOverride()
  return program
}

/** Faults are met here once: a sentence for people, an object for machines. */
function report(error: unknown, json: boolean): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (!isLecternError(error)) throw error
  const { code, message, file, line } = error
  if (json) process.stdout.write(`${JSON.stringify({ error: { code, message, file, line } })}\n`)
  process.stderr.write(`lectern: ${message}\n`)
  return 1
}
