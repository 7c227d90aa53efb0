import type * as z from 'zod'
import { LecternError } from '../errors.ts'
import type { Platform, PlatformName } from './platform.ts'
import { type PlatformDeps, settings } from './settings.ts'

/** Environment variables, or what a Worker binds. */
export type Environment = Readonly<Record<string, unknown>>

/** What one platform needs to be on. */
export interface PlatformStatus {
  name: PlatformName
  isOn: boolean
  /** Variables that must be set and are not, where others of the platform are. */
  missing: string[]
  /** Variables whose values cannot be right, with why. */
  wrong: { name: string; why: string }[]
}

/** Which platforms are on, and what the others lack. Values are not told. */
export function describePlatforms(environment: Environment): PlatformStatus[] {
  return settings.map(({ name, schema }) => {
    const given = pick(environment, schema)
    const read = schema.safeParse(given)
    const issues = read.success ? [] : read.error.issues
    const isTouched = Object.keys(given).length > 0
    const missing = issues.map(nameOf).filter((variable) => !(variable in given))
    const wrong = issues.filter((issue) => nameOf(issue) in given)
    return {
      name,
      isOn: read.success && isTouched,
      missing: isTouched ? missing : [],
      wrong: wrong.map((issue) => ({ name: nameOf(issue), why: issue.message })),
    }
  })
}

/**
 * The platforms whose secrets are set.
 * @throws {LecternError} `bot-config-invalid` where some of a platform's variables are set and others are missing or wrong.
 */
export function openPlatforms(environment: Environment, deps: PlatformDeps): Platform[] {
  for (const { name, missing, wrong } of describePlatforms(environment)) {
    const [variable] = missing
    if (variable !== undefined)
      throw new LecternError(
        'bot-config-invalid',
        `The bot for ${name} lacks ${missing.join(', ')}: set ${missing.length > 1 ? 'them' : 'it'}, or remove its other variables`,
      )
    const [first] = wrong
    if (first)
      throw new LecternError(
        'bot-config-invalid',
        `${first.name} of the bot for ${name} is wrong: ${first.why}`,
      )
  }
  return settings.flatMap(({ schema, create }) => {
    const given = pick(environment, schema)
    return Object.keys(given).length === 0 ? [] : [create(schema.parse(given) as never, deps)]
  })
}

/** The variables of a platform that are set. */
export function variablesOf(environment: Environment, name: PlatformName): Record<string, string> {
  const setting = settings.find((one) => one.name === name)
  return setting ? pick(environment, setting.schema) : {}
}

// ---------------------------------------------------------------------------

function pick(environment: Environment, schema: z.ZodObject): Record<string, string> {
  return Object.fromEntries(
    Object.keys(schema.shape).flatMap((name) => {
      const value = environment[name]
      return typeof value === 'string' && value !== '' ? [[name, value.trim()]] : []
    }),
  )
}

function nameOf({ path }: z.core.$ZodIssue): string {
  return String(path[0])
}
