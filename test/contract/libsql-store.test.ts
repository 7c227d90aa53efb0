import { join } from 'node:path'
import { openLibsqlStore } from '../../src/store/libsql-store.ts'
import { makeFolder } from '../cli/folders.ts'
import { testStore } from './store.ts'

testStore('the libSQL store in a file', async (start, options) => {
  let time = start
  const store = await openLibsqlStore({
    location: join(await makeFolder({}), 'store #1 100%.db'),
    now: () => time,
    random: (bytes) => crypto.getRandomValues(bytes),
    ...options,
  })
  return {
    store,
    setTime(given) {
      time = given
    },
  }
})
