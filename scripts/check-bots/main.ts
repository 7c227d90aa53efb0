// What every bot makes of the words of real records: `node scripts/run-ts.mjs scripts/check-bots/main.ts INDEX`.
// Prints a line of JSON for each platform: `name`, `holds`, `figure`, and the first of its `faults`.
import { openIndexFolder } from '../../src/adapter/node-index.ts'
import type { Citation } from '../../src/answer/answer.ts'
import { platformNames } from '../../src/bot/platform.ts'
import { sliceSpan } from '../../src/text/span.ts'
import { cases } from '../../test/bot/cases.ts'
import { openWay } from '../../test/bot/open-way.ts'
import { compareShown, quotesOf } from '../../test/bot/shown.ts'
import type { PlatformCase } from '../../test/contract/platform-case.ts'
import { answerAll, quoteHardest } from './outcomes.ts'

const faultsTold = 3

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('name the folder of an index')
const index = await openIndexFolder(folder)
const records = new Map(index.records.map((record) => [record.id, record]))
const outcomes = [...quoteHardest(index), ...(await answerAll(index))]
for (const name of platformNames) {
  const ways = cases.filter((one) => one.name === name)
  console.log(JSON.stringify({ name, ...(await checkWays(ways)) }))
}

// ---------------------------------------------------------------------------

async function checkWays(ways: readonly PlatformCase[]) {
  const counts = { messages: 0, whole: 0, linked: 0 }
  const faults: string[] = []
  for (const one of ways) {
    const show = openWay(one)
    for (const outcome of outcomes) {
      counts.messages++
      try {
        const message = await show(outcome)
        one.checkLimits(message)
        const { whole, isLinked } = compareShown(one, { message, quotes: quotesOf(outcome) }, wordsAt)
        counts.whole += whole
        if (isLinked) counts.linked++
      } catch (error) {
        faults.push(`${outcome.question}: ${(error as Error).message}`)
      }
    }
  }
  const { messages, whole, linked } = counts
  return {
    holds: faults.length === 0 && whole > 0,
    figure: `${messages - faults.length} of ${messages} messages, ${whole} quotes whole, ${linked} linked`,
    faults: faults.slice(0, faultsTold),
  }
}

function wordsAt({ record, span }: Citation): string | undefined {
  const text = records.get(record)?.text
  return text === undefined ? undefined : sliceSpan(text, span)
}
