import { type Environment, variablesOf } from '../bot/config.ts'
import type { PlatformName } from '../bot/platform.ts'
import { publicVectors } from '../bot/trial/public-vectors.ts'
import type { Trial, TrialRequest } from '../bot/trial/trial.ts'
import { makeTrials } from '../bot/trial/trials.ts'
import type { Send } from './doctor-app.ts'

/** What came of sending a bot what its platform would send. */
export interface Tried {
  /** What went otherwise than it should, in words. */
  faults: string[]
  /** Nobody but the platform has the key: what took the platform's requests was a bot with a key made up here. */
  isKeyMadeUp: boolean
}

export interface TryOptions {
  environment: Environment
  /** Milliseconds since 1970. */
  now: number
  /** Opens the app with the bot that these variables put on. */
  open(variables: Readonly<Record<string, string>>): Promise<Send>
}

/** Sends a bot requests as its platform makes them, and forged ones. */
export async function tryBot(name: PlatformName, { environment, now, open }: TryOptions): Promise<Tried> {
  const variables = variablesOf(environment, name)
  try {
    const { own, forged, madeUp } = await makeTrials[name](variables, now)
    const send = await open(variables)
    const sendOwn = madeUp ? await open({ ...variables, ...madeUp }) : send
    const faults = [await checkVector(name)]
    // One after the other: what a request makes a bot call is told with it.
    for (const trial of own) faults.push(await sendTrial(trial, sendOwn))
    for (const request of forged) faults.push(await sendForged(request, send))
    return { faults: faults.filter((fault) => fault !== undefined), isKeyMadeUp: madeUp !== undefined }
  } catch (error) {
    return { faults: [`it does not start: ${(error as Error).message}`], isKeyMadeUp: false }
  }
}

// ---------------------------------------------------------------------------

async function checkVector(name: PlatformName): Promise<string | undefined> {
  const isRead = (await publicVectors[name]?.()) ?? true
  return isRead ? undefined : 'this machine does not read what the platform publishes to check programs with'
}

async function sendTrial(trial: Trial, send: Send): Promise<string | undefined> {
  const given = await send(trial)
  if (given.status !== 200) return `${describe(trial)} got ${given.status}, not 200`
  return (await trial.isAnswered(given)) ? undefined : `${describe(trial)} got a wrong answer`
}

async function sendForged(request: TrialRequest, send: Send): Promise<string | undefined> {
  const { status } = await send(request)
  return status === 401 ? undefined : `${describe(request)}, forged, got ${status}, not 401`
}

function describe({ what, path }: TrialRequest): string {
  return `${what} at ${path.replace(/\?.*/u, '')}`
}
