// Writes to the store in a file until it is killed, and prints the number of each row once it is kept.
// node writer.mjs FILE NAME [COUNT]
import { openLibsqlStore } from '../../dist/store/libsql-store.js'

const [location, name, count = 'Infinity'] = process.argv.slice(2)
const random = (bytes) => crypto.getRandomValues(bytes)
const store = await openLibsqlStore({ location, now: Date.now, random })
for (let number = 0; number < Number(count); number++) {
  const answer = `${name}x${number}`
  await store.keepQuestion({ answer, platform: 'api', question: answer, outcome: 'answer' })
  await store.keepVote({ platform: 'api', answer, user: 'wen', vote: 'down' })
  await store.claim(answer)
  process.stdout.write(`${number}\n`)
}
await store.close()
