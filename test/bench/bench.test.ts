import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines } from '../../scripts/bench/engines/engines.ts'
import { median, percentile, ratios } from '../../scripts/bench/figures.ts'
import { findMixed } from '../../scripts/bench/material/questions.ts'
import { createRewriter } from '../../scripts/bench/material/rewrite.ts'
import { readOptions } from '../../scripts/bench/options.ts'
import { spread } from '../../scripts/bench/report/plot-parts.ts'
import type { BenchResults } from '../../scripts/bench/report/results.ts'
import { toNumber } from '../../scripts/bench/report/units.ts'
import type { LecternRecord } from '../../src/record/record.ts'
import { createLexicon } from '../../src/text/lexicon.ts'
import { cases } from '../bot/cases.ts'

const names = engines.map(({ name }) => name)

describe('npm run bench', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-test-'))
  const out = join(folder, 'out')
  let printed: string
  let results: BenchResults
  beforeAll(() => {
    const json = join(folder, 'figures.json')
    const counts = ['--sizes', '30', '--questions', '4', '--bot-questions', '3', '--rounds', '1']
    const args = ['corpus', '--only', 'retrieval,answers,bots', ...counts, '--json', json, '--out', out]
    const command = ['scripts/run-ts.mjs', 'scripts/bench/main.ts', ...args]
    printed = execFileSync(process.execPath, command, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    results = JSON.parse(readFileSync(json, 'utf8')) as BenchResults
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('measures every engine, and compares each with the first', () => {
    const measured = results.retrieval ?? []
    expect(measured.map(({ engine }) => engine)).toEqual(names)
    const [first] = measured
    for (const { figures, ratios, agreement, passages } of measured) {
      expect(passages).toBe(30)
      for (const name of ['build', 'open', 'disk', 'shortP50', 'shortP99', 'longP50', 'longP99'] as const) {
        expect(figures[name]).toBeGreaterThan(0)
        expect(ratios[name]).toBeCloseTo(figures[name] / (first?.figures[name] as number))
      }
      expect(figures.shortP99).toBeGreaterThanOrEqual(figures.shortP50)
      expect(agreement).toBeGreaterThan(0.2)
    }
    expect(first?.agreement).toBe(1)
  })

  it('finds with the counted index what MiniSearch finds', () => {
    const counted = results.retrieval?.find(({ engine }) => engine === 'MiniSearch, counted')
    expect(counted?.agreement).toBeGreaterThan(0.9)
  })

  it('finds with the image what the counted index finds', () => {
    const agreementOf = (name: string) => results.retrieval?.find(({ engine }) => engine === name)?.agreement
    expect(agreementOf('Frozen image')).toBe(agreementOf('MiniSearch, counted'))
  })

  it('measures whole answers beside their retrieval, through each index', () => {
    expect(results.answers?.map(({ what }) => what)).toEqual(['minisearch', 'frozen'])
    for (const { figures } of results.answers ?? []) {
      expect(figures.retrievalP50).toBeGreaterThan(0)
      expect(figures.answerP50).toBeGreaterThan(figures.retrievalP50)
      expect(figures.answerP99).toBeGreaterThanOrEqual(figures.answerP50)
    }
  })

  it('measures the bots of all platforms beside `/api/ask`, with and without a store', () => {
    const bots = results.bots ?? []
    for (const isKept of [false, true]) {
      const [ask, ...ways] = bots.filter((bot) => bot.isKept === isKept)
      expect(ask).toMatchObject({ what: '/api/ask', asked: 3, ratios: { p50: 1, p99: 1 } })
      expect(ways).toHaveLength(cases.length)
      for (const { asked, figures, ratios } of ways) {
        expect(asked).toBe(3)
        expect(figures.p50).toBeGreaterThan(0)
        expect(figures.p99).toBeGreaterThanOrEqual(figures.p50)
        expect(ratios.p99).toBeCloseTo(figures.p99 / (ask?.figures.p99 as number))
      }
    }
  })

  it('prints a line for each engine, and the same into the report', () => {
    const report = readFileSync(join(out, 'README.md'), 'utf8')
    expect(report).toContain(printed.trim())
    expect(report).toContain(`Node ${process.version}`)
    expect(report).not.toContain(folder)
    for (const name of names) expect(printed).toContain(`| 30 | ${name} |`)
    for (const { what } of results.bots ?? []) expect(printed).toContain(`| ${what} |`)
  })

  it('draws what was measured', () => {
    expect(readdirSync(out).sort()).toEqual(['README.md', 'costs.svg', 'questions.svg'])
    for (const file of ['costs.svg', 'questions.svg']) {
      const svg = readFileSync(join(out, file), 'utf8')
      for (const name of names) expect(svg).toContain(`>${name}  `)
    }
  })
})

describe('the figures', () => {
  it('are medians, percentiles and ratios', () => {
    expect(median([5, 1, 3])).toBe(3)
    expect(median([4, 1, 3, 2])).toBe(2.5)
    expect(percentile([10, 20, 30, 40], 0.5)).toBe(20)
    expect(percentile([10, 20, 30, 40], 0.99)).toBe(40)
    expect(ratios({ a: 6, b: 1 }, { a: 3, b: 4 })).toEqual({ a: 2, b: 0.25 })
  })

  it('are told in three digits that count', () => {
    expect([1234, 123.4, 12.34, 1.234, 0.01234, 0].map(toNumber)).toEqual([
      '1234',
      '123',
      '12.3',
      '1.23',
      '0.0123',
      '0',
    ])
  })

  it('have labels in the picture that stand apart and near their places', () => {
    const moves = spread([100, 102, 300], 15)
    expect(moves[1] as number).toBeGreaterThan(0)
    expect(102 + (moves[1] as number) - (100 + (moves[0] as number))).toBeCloseTo(15)
    expect(moves[2]).toBe(0)
  })
})

describe('the questions for bots', () => {
  const turns = [
    '请问渡轮的票价今年会不会涨？\n海水淡化厂又要到什么时候才能完工？',
    '@高屿 请问大桥什么时候通车？',
    'speaker:高屿 港区的新航线什么时候开？',
  ]
  const text = turns.join('')
  const records = [
    {
      text,
      turns: turns.map((turn) => ({
        kind: 'question',
        span: { start: text.indexOf(turn), end: text.indexOf(turn) + turn.length },
      })),
    },
  ] as unknown as LecternRecord[]

  it('are short and long, each another, and those that a bot would read otherwise are none of them', () => {
    const mixed = findMixed(records, 20)
    expect(new Set(mixed).size).toBe(mixed.length)
    expect(mixed).toContain('请问渡轮的票价今年会不会涨？ 海水淡化厂又要到什么时候才能完工？')
    expect(mixed).toContain('请问渡轮的票价今年会不会涨？')
    expect(mixed.filter((question) => /[@\n]|speaker/u.test(question))).toEqual([])
    expect(findMixed(records, 2)).toHaveLength(2)
  })
})

describe('a copy of a text', () => {
  const rewrite = createRewriter(createLexicon(['港区', '大桥', '防汛', '航线', '集装箱', '吞吐量']))
  const text = '港区的集装箱吞吐量，大桥与航线。'.repeat(20)

  it('has other words of the same length, and is the same each time', () => {
    const copy = rewrite(text, 1)
    expect(copy).toHaveLength(text.length)
    expect(copy).not.toBe(text)
    expect(rewrite(text, 1)).toBe(copy)
    expect(rewrite(text, 2)).not.toBe(copy)
  })
})

describe('the options', () => {
  it('write into docs only what a whole run measured', () => {
    expect(readOptions(['corpus']).out).toBe('docs/bench')
    expect(readOptions(['corpus', '--only', 'http']).out).toBeUndefined()
  })

  it('say what is wrong with them', () => {
    expect(() => readOptions([])).toThrow('give one folder')
    expect(() => readOptions(['corpus', '--only', 'retrievel'])).toThrow(
      '--only takes retrieval, answers, http, bots, worker, not "retrievel"',
    )
    expect(() => readOptions(['corpus', '--sizes', '1k'])).toThrow(
      '--sizes takes whole numbers from 1, not "1k"',
    )
  })
})
