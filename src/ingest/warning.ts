import type { Warning } from './parsed.ts'

/** The place of a warning (`file` or `file:line`) and the rest of its message, which names the file itself or not. */
export function splitPlace({ file, line, message }: Warning): { place: string; rest: string } {
  const place = line === undefined ? file : `${file}:${line}`
  const named = [place, file].find((name) => message.startsWith(`${name}:`) || message.startsWith(`${name} `))
  return { place, rest: named === undefined ? `: ${message}` : message.slice(named.length) }
}
