import { beforeAll, describe, expect, it } from 'vitest'
import type { Explanation, Quote } from '../../src/answer/answer.ts'
import { formatExplanation } from '../../src/cli/format-explanation.ts'
import { openLectern } from '../support/index.ts'
import { writeJiangting } from '../support/town.ts'

let explanation: Explanation
let lines: string[]
beforeAll(async () => {
  const lectern = await openLectern(await writeJiangting(), { threshold: 0 })
  const outcome = await lectern.ask({ question: 'How many tonnes does each 起重机 lift?', explain: true })
  const [quote] = outcome.kind === 'answer' ? outcome.quotes : []
  explanation = quote?.explanation as Explanation
  lines = formatExplanation(explanation, quote as Quote)
})

describe('an explanation for people', () => {
  it('says in words what each feature and signal means', () => {
    const effects = [...explanation.features, ...explanation.confidence]
    expect(effects.length).toBeGreaterThan(5)
    for (const { name } of effects) {
      const told = lines.filter((line) => line.startsWith(`    ${name} `))
      expect(told.length, name).toBeGreaterThan(0)
      for (const line of told) expect(line).toMatch(/= -?\d+\.\d{3} {2,}[a-z].{8,}$/u)
    }
  })

  it('puts the terms that tell most first', () => {
    const weights = [...explanation.terms].map(({ weight }) => weight).sort((a, b) => b - a)
    const shown = lines.slice(lines.indexOf('  Terms, by weight') + 1)
    expect(shown.map((line) => Number(/ (\d+\.\d\d) {2}/u.exec(line)?.[1]))).toEqual(
      weights.map((weight) => Number(weight.toFixed(2))),
    )
  })

  it('names terms that are no words of the question by what they stand for', () => {
    const terms = ['~友好城市', '#35000000', '@8-31', '城市'].map((term, at) => ({
      term,
      weight: 4 - at,
      found: 'no' as const,
    }))
    const shown = formatExplanation({ features: [], confidence: [], terms }, { score: 0, confidence: 0 })
    expect(shown.slice(-4).map((line) => line.trim().split(/ {2,}/u)[0])).toEqual([
      '友好城市 (or a synonym)',
      '35000000 (number)',
      '8-31 (date)',
      '城市',
    ])
  })

  it('aligns its columns, a Han character being two wide', () => {
    const terms = lines.slice(lines.indexOf('  Terms, by weight') + 1)
    const columns = terms.map((line) => {
      const before = /^.*?(?=\d+\.\d\d {2})/u.exec(line)?.[0] ?? ''
      return [...before].reduce((sum, char) => sum + (/\p{Script=Han}/u.test(char) ? 2 : 1), 0)
    })
    expect(columns.length).toBeGreaterThan(2)
    expect(new Set(columns).size).toBe(1)
  })
})
