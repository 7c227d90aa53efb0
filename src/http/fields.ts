import * as z from 'zod'

/** An object that names what it allows when it is given anything else. */
export function closed<Shape extends z.ZodRawShape>(shape: Shape, noun: string) {
  const allowed = Object.keys(shape).join(', ') || 'none'
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code !== 'unrecognized_keys') return `Give an object with any of: ${allowed}.`
      const names = issue.keys.map((key) => JSON.stringify(key)).join(', ')
      return `Unknown ${noun} ${names}. Allowed: ${allowed}.`
    },
  })
}

/** Refuses bounds in the wrong order. */
export function inOrder<Schema extends z.ZodType<{ from?: string | undefined; to?: string | undefined }>>(
  schema: Schema,
): Schema {
  return schema.refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ['from'],
    message: '`from` is after `to`.',
  })
}

/** A filter's text: a string that is not empty. */
export function text(what: string) {
  return z
    .string({ error: (issue) => expectedText(issue.input, what) })
    .min(1, `Give ${what}, or leave it out.`)
    .max(500, 'Longer than 500 characters.')
    .optional()
}

/** A day of the calendar. */
export function date() {
  return z.iso
    .date({
      error: (issue) => {
        if (typeof issue.input !== 'string') return expectedText(issue.input, 'a date')
        return `${JSON.stringify(issue.input.slice(0, 40))} is no date of the calendar, written YYYY-MM-DD.`
      },
    })
    .optional()
}

/** A whole number written in digits, as query parameters are. */
export function wholeNumber({ min, max, message }: { min: number; max: number; message: string }) {
  return z
    .string(message)
    .regex(/^\d+$/, message)
    .transform(Number)
    .pipe(z.int(message).min(min, message).max(max, message))
    .meta({ type: 'integer', minimum: min, maximum: max })
}

/** How many of a list come before its page. */
export function offset() {
  return wholeNumber({ min: 0, max: 1_000_000, message: '`offset` must be a whole number from 0.' })
    .optional()
    .meta({ default: 0 })
}

/** How many of a list its page holds at most: up to `max`, `usual` where nothing is said. */
export function limit(max: number, usual: number) {
  return wholeNumber({ min: 1, max, message: `\`limit\` must be a whole number from 1 to ${max}.` })
    .optional()
    .meta({ default: usual })
}

/** What a value is told that is no string. */
export function expectedText(input: unknown, what: string): string {
  if (input === undefined) return `Give ${what}.`
  return Array.isArray(input) ? `Give ${what} once, not ${input.length} times.` : `Give ${what} as a string.`
}
