import { type Features, featureNames } from '../../src/search/features.ts'
import { parseQuery } from '../../src/search/query.ts'
import { measureHits } from '../../src/search/rank.ts'
import { sliceSpan } from '../../src/text/span.ts'
import type { SampleSet } from './samples.ts'

/** Of a relevant record; with an answer, from whichever record: what `quoteHitAt1` counts. */
export const isRecord = 1
export const isAnswer = 2

/** The windows of one question as rank sees them, with what is right. */
export interface LabelledWindows {
  group: string
  /** The features of one window after the other, in the order of `featureNames`. */
  values: Float32Array
  /** `isRecord` and `isAnswer` of each window, added. */
  labels: Uint8Array
}

/** All windows of the likeliest hits of every answerable question. */
export async function labelWindows({ index, questions }: SampleSet): Promise<LabelledWindows[]> {
  const labelled: LabelledWindows[] = []
  for (const { question, records, isAnswered, group } of questions) {
    if (records.length === 0) continue
    const query = parseQuery(question, index)
    const hits = await index.retriever.retrieve(query, { limit: 100 })
    const measured = measureHits(index, query, hits, { quoteChars: 160 })
    const answers = measured.filter(({ turn }) => turn.kind !== 'question')
    const windows = (answers.length > 0 ? answers : measured).flatMap(({ record, features, windows }) =>
      windows.map((window) => {
        const all: Features = { ...features, ...window.features }
        const isRelevant = records.includes(record.id) ? isRecord : 0
        const holdsIt = isAnswered(sliceSpan(record.text, window.span)) ? isAnswer : 0
        return { values: featureNames.map((name) => all[name]), label: isRelevant + holdsIt }
      }),
    )
    labelled.push({
      group,
      values: Float32Array.from(windows.flatMap(({ values }) => values)),
      labels: Uint8Array.from(windows, ({ label }) => label),
    })
  }
  return labelled
}
