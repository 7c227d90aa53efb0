import { type ChildProcessByStdio, execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { afterFile } from '../support/after-file.ts'

/** The command as it is shipped. */
const command = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
if (!existsSync(command)) {
  throw new Error(`${command} is missing: these tests run the built command; build it with npm run build`)
}

export type RunningCli = ChildProcessByStdio<null, Readable, Readable>

export interface CliRun {
  /** Null where a signal ended it. */
  code: number | null
  stdout: string
  stderr: string
}

/** Starts `lectern` with these arguments; what still runs after the tests of a file is killed. */
export function startCli(...args: string[]): RunningCli {
  return startNode(command, ...args)
}

function startNode(...args: string[]): RunningCli {
  const { FORCE_COLOR: _, ...env } = process.env
  const child = spawn(process.execPath, args, {
    env: { ...env, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  afterFile(() => child.kill('SIGKILL'))
  return child
}

/** Runs `lectern` to its end. */
export function runCli(...args: string[]): Promise<CliRun> {
  return finished(startCli(...args))
}

/** Its last words are the microseconds of processor time that it took. */
const tellTime =
  "process.on('exit',()=>{const{user,system}=process.cpuUsage();process.stderr.write(' '+(user+system))})"

/** Runs `lectern` to its end, and tells the seconds of processor time: what else the machine does does not count. */
export async function timeCli(...args: string[]): Promise<CliRun & { seconds: number }> {
  const run = await finished(startNode('--import', `data:text/javascript,${tellTime}`, command, ...args))
  const at = run.stderr.lastIndexOf(' ')
  return { ...run, stderr: run.stderr.slice(0, at), seconds: Number(run.stderr.slice(at)) / 1e6 }
}

/** Runs `lectern` to its end, with this text on its standard input. */
export function runCliReading(input: string, ...args: string[]): Promise<CliRun> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [command, ...args], (_error, stdout, stderr) => {
      resolve({ code: child.exitCode, stdout, stderr })
    })
    child.stdin?.end(input)
  })
}

export function finished(child: RunningCli): Promise<CliRun> {
  return new Promise((resolve, reject) => {
    const run = { stdout: '', stderr: '' }
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        run[name] += text
      })
    }
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, ...run }))
  })
}

/** Runs `lectern … --json` and parses what it prints. */
// biome-ignore lint/suspicious/noExplicitAny: each command prints its own form, which the tests assert
export async function runJson(...args: string[]): Promise<{ code: number | null; json: any }> {
  const { code, stdout } = await runCli(...args, '--json')
  return { code, json: JSON.parse(stdout) }
}
