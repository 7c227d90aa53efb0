import { rm } from 'node:fs/promises'
import { fieldBoosts, searchedFields } from '../../../src/search/minisearch-options.ts'
import { parseQuery } from '../../../src/search/query.ts'
import { type BenchEngine, limit } from './engine.ts'
import { findDriver } from './sqlite-drivers.ts'

const driver = findDriver()

/** Lectern's terms with spaces between them; SQLite keeps no texts, as MiniSearch keeps none. */
export const sqlite: BenchEngine = {
  name: 'SQLite FTS5',
  package: driver.name,
  use: `${driver.name}; a contentless table of Lectern's terms, \`bm25()\` with Lectern's weights of fields; it cannot weigh terms`,
  async build(passages, file, { analyze }) {
    await rm(file, { force: true })
    const database = driver.open(file)
    database.exec(createTable)
    const columns = searchedFields.map(() => '?').join(', ')
    const insert = database.inserter(`INSERT INTO passages (rowid, ${names}) VALUES (?, ${columns})`)
    database.exec('BEGIN')
    for (const passage of passages) {
      const cut = (text: string) => analyze(text).map(({ term }) => toToken(term))
      insert([passage.id + 1, ...searchedFields.map((field) => cut(passage[field]).join(' '))])
    }
    database.exec("COMMIT; INSERT INTO passages (passages) VALUES ('optimize'); VACUUM")
    database.close()
  },
  async open(file, context) {
    const database = driver.open(file)
    const search = database.reader(
      `SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT ${limit}`,
    )
    return {
      prepare(question) {
        const { terms } = parseQuery(question, context)
        const match = terms.map(({ term }) => `"${toToken(term).replaceAll('"', '""')}"`).join(' OR ')
        return () => (match === '' ? [] : search([match]).map((rowid) => rowid - 1))
      },
      close: () => database.close(),
    }
  },
}

// ---------------------------------------------------------------------------

const names = searchedFields.join(', ')

/** What may stand in a term beside letters and digits, and parts none: every other sign of ASCII. */
const joining = String.fromCharCode(...Array.from({ length: 94 }, (_, at) => at + 33))
  .replace(/[\dA-Za-z]/g, '')
  .replaceAll('"', '""')
  .replaceAll("'", "''''")

const weights = searchedFields.map((field) => fieldBoosts[field].toFixed(1)).join(', ')

const createTable = `
  CREATE VIRTUAL TABLE passages USING fts5(${names}, content='', tokenize="ascii tokenchars '${joining}'");
  INSERT INTO passages (passages, rank) VALUES ('rank', 'bm25(${weights})')`

/** White space would part a term: the name of a group of synonyms may hold some. */
function toToken(term: string): string {
  return term.replace(/\s/gu, '\u2423')
}
