import { Command, CommanderError } from 'commander'
import { isLecternError } from '../errors.ts'
import { addAskCommand } from './ask-command.ts'
import { addDoctorCommand } from './doctor-command.ts'
import { addEvalCommand } from './eval-command.ts'
import { addIndexCommand } from './index-command.ts'
import { addInspectCommand } from './inspect-command.ts'
import { addQuestionsCommand } from './questions-command.ts'
import { addServeCommand } from './serve-command.ts'
import { Told } from './told.ts'
import { addVerifyCommand } from './verify-command.ts'
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
  addVerifyCommand(program)
  addServeCommand(program)
  addQuestionsCommand(program)
  addDoctorCommand(program)
  addEvalCommand(program)
  addInspectCommand(program)
  for (const command of program.commands) command.exitOverride()
  return program
}

/** Faults of what was given, as those of an option are. */
const wrongCalls = new Set([
  'question-empty',
  'question-too-long',
  'quote-empty',
  'quote-too-long',
  'limit-invalid',
])

/** Faults are met here once: a sentence for people, an object for machines. */
function report(error: unknown, json: boolean): number {
  if (error instanceof Told) return error.exitCode
  if (error instanceof CommanderError) return reportCall(error, json)
  if (!isLecternError(error)) throw error
  const { code, message, file, line } = error
  if (json) process.stdout.write(`${JSON.stringify({ error: { code, message, file, line } })}\n`)
  process.stderr.write(`lectern: ${message}\n`)
  return wrongCalls.has(code) ? 2 : 1
}

/** Commander has told people already. */
function reportCall({ exitCode, message }: CommanderError, json: boolean): number {
  if (exitCode === 0) return 0
  if (json) process.stdout.write(`${JSON.stringify({ error: { code: 'call-invalid', message } })}\n`)
  return 2
}
