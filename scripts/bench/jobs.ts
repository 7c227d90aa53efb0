import { type ChildProcess, fork } from 'node:child_process'

/** What a process of its own does: takes JSON, gives JSON. */
export type Job = (input: never) => Promise<unknown>

const flag = '--job'
const execArgv = ['--expose-gc', '--max-old-space-size=8192']

/** Runs a job of this program in a process of its own, so that memory and compiled code are its own. */
export async function runJob<T>(name: string, input: object): Promise<T> {
  const { result, child } = await startJob<T>(name, input)
  child.disconnect()
  await ended(child)
  return result
}

/** As `runJob`, but the process lives on after its first word, until `stop`. */
export async function startJob<T>(
  name: string,
  input: object,
): Promise<{ result: T; child: ChildProcess; stop: () => Promise<void> }> {
  const child = fork(process.argv[1] as string, [flag, name, JSON.stringify(input)], {
    execArgv,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const result = await new Promise<T>((resolve, reject) => {
    child.once('message', (message) => resolve(message as T))
    child.once('error', reject)
    child.once('exit', (code, signal) => reject(new Error(`${name} ended with ${signal ?? code}`)))
  })
  const stop = () => {
    child.kill('SIGTERM')
    return ended(child)
  }
  return { result, child, stop }
}

/** In a process that `startJob` started: does the job and tells. @returns whether this is such a process. */
export async function answerAsJob(jobs: Record<string, Job>): Promise<boolean> {
  const [given, name = '', input = ''] = process.argv.slice(2)
  if (given !== flag) return false
  const job = jobs[name]
  if (!job) throw new Error(`there is no job ${name}`)
  // Whoever waits for the result may be gone.
  process.once('disconnect', () => process.exit())
  process.send?.(await job(JSON.parse(input) as never))
  return true
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => child.once('exit', () => resolve()))
}
