import type { Effect, Explanation, Quote } from '../answer/answer.ts'
import type { Features } from '../search/features.ts'
import type { Signals } from '../search/signals.ts'
import { formatTable } from './format-table.ts'

/** What each feature and signal means, for people. One that is added must say so here. */
const meanings: Record<keyof Features | keyof Signals | 'intercept', string> = {
  bm25: 'how well passage and context match the words (BM25+)',
  record: 'how well the whole record matches',
  terms: 'share of the question that the quoted sentences hold',
  context: 'share that only title, heading or the question replied to hold',
  subwords: 'share of its signs, and of the beginnings of its words, in the quote',
  sentence: 'the same of the best single sentence',
  answerType: 'holds the kind of thing that is asked for',
  answerApart: 'how far from the matching words that kind of thing stands',
  opening: 'opens a paragraph',
  sentences: 'number of sentences, against five',
  announcing: 'ends by announcing what follows it',
  spoken: 'words of somebody who answers or states',
  named: 'words of somebody whom the question names',
  outdated: 'tells of an earlier time while the question means now',
  added: 'counts what has been added while the question means all',
  length: 'how much the question says',
  lacking: 'holds nothing of the plain kind that is asked for',
  elsewhere: 'the question names a year or place of which nothing here speaks',
  otherSpeaker: 'somebody else speaks than the question names',
  intercept: 'where the scale begins',
}

/** Tables of an explanation, aligned, with what each line means. */
export function formatExplanation(
  { features, confidence, terms }: Explanation,
  { score, confidence: chance }: Pick<Quote, 'score' | 'confidence'>,
): string[] {
  return [
    `  Why here: score ${score.toFixed(3)}`,
    ...formatEffects(features),
    `  How sure: confidence ${chance.toFixed(3)}, from a sum of ${sum(confidence).toFixed(3)}`,
    ...formatEffects(confidence),
    '  Terms, by weight',
    ...formatTerms(terms),
  ]
}

// ---------------------------------------------------------------------------

function formatEffects(effects: Effect[]): string[] {
  const rows = effects.map(({ name, value, weight, effect }) => [
    name,
    `${value.toFixed(3)} × ${weight}`,
    `= ${effect.toFixed(3)}`,
    meanings[name as keyof typeof meanings] ?? '',
  ])
  return indent([['feature', 'value × weight', '= effect', ''], ...rows])
}

const places: Record<Explanation['terms'][number]['found'], string> = {
  quote: 'in the quote',
  context: 'around it only',
  no: 'not found',
}

function formatTerms(terms: Explanation['terms']): string[] {
  const byWeight = [...terms].sort((a, b) => b.weight - a.weight)
  return indent(byWeight.map(({ term, weight, found }) => [nameTerm(term), weight.toFixed(2), places[found]]))
}

/** Terms that stand for something however it is written are not words of the question. */
function nameTerm(term: string): string {
  const kind = { '~': 'or a synonym', '#': 'number', '@': 'date' }[term.charAt(0)]
  return kind === undefined ? term : `${term.slice(1)} (${kind})`
}

function sum(effects: Effect[]): number {
  return effects.reduce((total, { effect }) => total + effect, 0)
}

function indent(rows: string[][]): string[] {
  return formatTable(rows, { names: Number.POSITIVE_INFINITY }).map((line) => `    ${line}`)
}
