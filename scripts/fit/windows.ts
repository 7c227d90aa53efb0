import { type Features, featureNames } from '../../src/search/features.ts'
import { parseQuery } from '../../src/search/query.ts'
import { measureHits } from '../../src/search/rank.ts'
import { sliceSpan } from '../../src/text/span.ts'
import type { SampleSet } from './samples.ts'

/** A window as rank sees it, with whether it is right. */
export interface LabelledWindow {
  /** In the order of `featureNames`. */
  values: Float32Array
  isRecord: boolean
  /** Of a relevant record and with an answer. */
  isRight: boolean
  /** With an answer, from whichever record: what `quoteHitAt1` counts. */
  isAnswer: boolean
}

export interface LabelledWindows {
  group: string
  windows: LabelledWindow[]
}

/** All windows of the likeliest hits of every answerable question. */
export async function labelWindows({ index, questions }: SampleSet): Promise<LabelledWindows[]> {
  const labelled: LabelledWindows[] = []
  for (const { question, records, isAnswered, group } of questions) {
    if (records.length === 0) continue
    const query = parseQuery(question, index)
    const hits = await index.retriever.retrieve(query, { limit: 100 })
    const measured = measureHits(index, query, hits, { quoteChars: 160 })
    const asked = measured.filter(({ turn }) => turn.kind !== 'question')
    const windows = (asked.length > 0 ? asked : measured).flatMap(({ record, features, windows }) => {
      const isRecord = records.includes(record.id)
      return windows.map((window): LabelledWindow => {
        const all: Features = { ...features, ...window.features }
        const isAnswer = isAnswered(sliceSpan(record.text, window.span))
        const values = Float32Array.from(featureNames, (name) => all[name])
        return { values, isRecord, isRight: isRecord && isAnswer, isAnswer }
      })
    })
    labelled.push({ group, windows })
  }
  return labelled
}
