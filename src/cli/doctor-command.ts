import { type Command, Option } from 'commander'
import type { PlatformStatus } from '../bot/config.ts'
import { parseOrigin } from './arguments.ts'
import { formatTable } from './format-table.ts'
import { Told } from './told.ts'

interface DoctorOptions {
  slackManifest?: string
  discordCommands?: boolean
  json?: boolean
}

export function addDoctorCommand(program: Command): void {
  program
    .command('doctor')
    .description(
      'tell which bots the environment variables put on, and what the others lack; ends with 1 if any does',
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
      const bots = describePlatforms(process.env)
      process.stdout.write(json ? `${JSON.stringify({ bots })}\n` : formatBots(bots))
      if (bots.some(({ missing, wrong }) => missing.length + wrong.length > 0)) throw new Told(1)
    })
}

// ---------------------------------------------------------------------------

function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}

function formatBots(bots: readonly PlatformStatus[]): string {
  const rows = bots.map((bot) => [bot.name, describe(bot)])
  return `${formatTable(rows, { names: 2 }).join('\n')}\n`
}

function describe({ isOn, missing, wrong }: PlatformStatus): string {
  if (isOn) return 'on'
  const faults = [
    ...(missing.length > 0 ? [`lacks ${missing.join(', ')}`] : []),
    ...wrong.map(({ name, why }) => `${name}: ${why}`),
  ]
  return faults.length > 0 ? faults.join('; ') : 'off'
}
