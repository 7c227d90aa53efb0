import * as Plot from '@observablehq/plot'
import { asPanel, createDrawing } from '../../../src/cli/plot-drawing.ts'
import type { EngineFigures, EngineResult } from '../retrieval/retrieval.ts'
import { colours, logScale, panelOf, spread, titleOf } from './plot-parts.ts'
import { toMegabytes, toNumber } from './units.ts'

interface Panel {
  title: string
  note: string
  unit: string
  figure: keyof EngineFigures
  /** A second line for each engine, dotted. */
  dotted?: keyof EngineFigures
  scale?: (value: number) => number
}

const percentiles = 'solid: median; dotted: 99th percentile; lower is better'

const questionPanels: Panel[] = [
  { title: 'A short question', note: percentiles, unit: 'ms', figure: 'shortP50', dotted: 'shortP99' },
  { title: 'A long question', note: percentiles, unit: 'ms', figure: 'longP50', dotted: 'longP99' },
]

const better = 'lower is better'

const costPanels: Panel[] = [
  { title: 'Building the index', note: better, unit: 's', figure: 'build', scale: (ms) => ms / 1000 },
  { title: 'Opening it', note: better, unit: 'ms', figure: 'open' },
  { title: 'The index on the disk', note: better, unit: 'MB', figure: 'disk', scale: toMegabytes },
  {
    title: 'Memory of the process after all questions',
    note: `what opening and asking added; ${better}`,
    unit: 'MB',
    figure: 'resident',
    scale: toMegabytes,
  },
]

/** How long questions take, over the number of passages: an SVG file's text. */
export function drawQuestions(results: readonly EngineResult[]): string {
  return drawPanels('Time of a question by number of passages', questionPanels, results)
}

/** What an index costs, over the number of passages: an SVG file's text. */
export function drawCosts(results: readonly EngineResult[]): string {
  return drawPanels('Cost of an index by number of passages', costPanels, results)
}

// ---------------------------------------------------------------------------

const width = 640
const height = 400
const size = { width, height, left: 84, right: 220 }

function drawPanels(label: string, panels: readonly Panel[], results: readonly EngineResult[]): string {
  const rows = Math.ceil(panels.length / 2)
  const { document, svg } = createDrawing({ width: 2 * width, height: rows * height, label })
  panels.forEach((panel, at) => {
    const place = { x: (at % 2) * width, y: Math.floor(at / 2) * height }
    svg.append(asPanel(drawPanel(document, panel, results), place))
  })
  return `${svg.outerHTML}\n`
}

interface Point {
  engine: string
  passages: number
  value: number
}

function drawPanel(document: Document, panel: Panel, results: readonly EngineResult[]) {
  const points = pointsOf(panel.figure, panel, results)
  const dotted = panel.dotted === undefined ? [] : pointsOf(panel.dotted, panel, results)
  const sizes = [...new Set(results.map(({ passages }) => passages))]
  const y = logScale(
    [...points, ...dotted].map(({ value }) => value),
    { room: 1.4, label: panel.unit },
  )
  const engines = [...new Set(results.map(({ engine }) => engine))]
  const line = { x: 'passages', y: 'value', z: 'engine', stroke: 'engine' } as const
  return Plot.plot({
    ...panelOf(size),
    document,
    x: { ...logScale(sizes, { room: 1.3, label: 'passages' }), grid: false, ticks: sizes },
    y: { ...y, labelOffset: 68 },
    color: { domain: engines, range: engines.map((_, at) => colours[at % colours.length] as string) },
    marks: [
      titleOf(panel.title, panel.note),
      Plot.line(dotted, { ...line, strokeWidth: 1.5, strokeDasharray: '2 4' }),
      Plot.line(points, { ...line, strokeWidth: 2.5 }),
      Plot.dot(points, { x: 'passages', y: 'value', fill: 'engine', r: 4 }),
      labelEnds(points, y.domain, panel.unit),
    ],
  })
}

/** Of engines that measure 0 a logarithmic scale has no point. */
function pointsOf(
  figure: keyof EngineFigures,
  { scale = (value) => value }: Panel,
  results: readonly EngineResult[],
): Point[] {
  return results
    .map(({ engine, passages, figures }) => ({ engine, passages, value: scale(figures[figure]) }))
    .filter(({ value }) => value > 0)
}

/** The name of each engine and its last value, beside the end of its line. */
function labelEnds(
  points: readonly Point[],
  [low, high]: readonly [number, number],
  unit: string,
): Plot.Markish[] {
  const most = Math.max(...points.map(({ passages }) => passages))
  const ends = points.filter(({ passages }) => passages === most)
  const inner = height - 56 - 48
  const places = ends.map(({ value }) => (inner * Math.log(high / value)) / Math.log(high / low))
  const moves = spread(places, 15)
  return ends.map((end, at) =>
    Plot.text([end], {
      x: 'passages',
      y: 'value',
      text: ({ engine, value }: Point) => `${engine}  ${toNumber(value)} ${unit}`,
      dx: 10,
      dy: moves[at] as number,
      textAnchor: 'start',
      fill: 'engine',
      fontWeight: 'bold',
    }),
  )
}
