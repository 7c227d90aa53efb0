import { InvalidArgumentError, Option } from 'commander'

/** Of every command that opens a store. */
export function storeOption(): Option {
  return new Option(
    '--store <file-or-url>',
    'where questions and feedback are kept: a file, or a libSQL server (its token in LECTERN_STORE_TOKEN)',
  )
    .env('LECTERN_STORE')
    .argParser(parseStore)
}

/** Read once, where the command begins: neither belongs on a command line, which others can see. */
export function readSecrets(): { storeToken?: string; adminToken?: string } {
  const { LECTERN_STORE_TOKEN: storeToken, LECTERN_ADMIN_TOKEN: adminToken } = process.env
  return { ...(storeToken && { storeToken }), ...(adminToken && { adminToken }) }
}

// ---------------------------------------------------------------------------

/** What is empty would be a database that nobody finds again. */
function parseStore(value: string): string {
  if (value.trim() !== '') return value
  throw new InvalidArgumentError('It is empty: give a file or an address, or leave it out.')
}
