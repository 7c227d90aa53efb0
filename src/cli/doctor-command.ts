import { type Command, Option } from 'commander'
import type { PlatformStatus } from '../bot/config.ts'
import { parseOrigin } from './arguments.ts'
import { formatTable } from './format-table.ts'
import { Told } from './told.ts'
import type { Tried } from './try-bot.ts'

interface DoctorOptions {
  slackManifest?: string
  discordCommands?: boolean
  json?: boolean
}

export function addDoctorCommand(program: Command): void {
  program
    .command('doctor')
    .description(
      'tell which bots the environment variables put on and what the others lack, and send each one what its platform would, and a forgery; ends with 1 if anything is amiss',
    )
    .addOption(
      new Option(
        '--slack-manifest <origin>',
        'print what an app at Slack must be, for this address',
      ).argParser(parseOrigin),
    )
    .option('--discord-commands', 'print the commands to register at Discord, as JSON')
    .option('--json', 'print it as JSON')
    .action(async ({ slackManifest: origin, discordCommands: isOfDiscord, json }: DoctorOptions) => {
      if (origin !== undefined) {
        const { slackManifest } = await import('../bot/slack-manifest.ts')
        return print(slackManifest(origin))
      }
      if (isOfDiscord) {
        const { discordCommands } = await import('../bot/discord-commands.ts')
        return print(discordCommands())
      }
      const { describePlatforms } = await import('../bot/config.ts')
      const bots = await Promise.all(describePlatforms(process.env).map(tryWhereOn))
      process.stdout.write(json ? `${JSON.stringify({ bots })}\n` : formatBots(bots))
      if (bots.some(isFaulty)) throw new Told(1)
    })
}

// ---------------------------------------------------------------------------

function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}

interface Bot extends PlatformStatus {
  /** Of a bot that is on. */
  tried?: Tried
}

async function tryWhereOn(status: PlatformStatus): Promise<Bot> {
  if (!status.isOn) return status
  const [{ tryBot }, { openDoctorApp }] = await Promise.all([
    import('./try-bot.ts'),
    import('./doctor-app.ts'),
  ])
  const options = { environment: process.env, now: Date.now(), open: openDoctorApp }
  return { ...status, tried: await tryBot(status.name, options) }
}

function isFaulty({ missing, wrong, tried }: Bot): boolean {
  return missing.length + wrong.length + (tried?.faults.length ?? 0) > 0
}

function formatBots(bots: readonly Bot[]): string {
  const rows = bots.map((bot) => [bot.name, describe(bot)])
  return `${formatTable(rows, { names: 2 }).join('\n')}\n`
}

function describe({ isOn, missing, wrong, tried }: Bot): string {
  if (isOn) return tried ? describeTried(tried) : 'on'
  const faults = [
    ...(missing.length > 0 ? [`lacks ${missing.join(', ')}`] : []),
    ...wrong.map(({ name, why }) => `${name}: ${why}`),
  ]
  return faults.length > 0 ? faults.join('; ') : 'off'
}

function describeTried({ faults, isKeyMadeUp }: Tried): string {
  if (faults.length > 0) return `fails: ${faults.join('; ')}`
  return isKeyMadeUp
    ? 'on; refuses forged requests, takes one under a key made up here (nobody but the platform can sign under its own)'
    : 'on; takes its own requests, refuses forged ones'
}
