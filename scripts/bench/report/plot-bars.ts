import * as Plot from '@observablehq/plot'
import { asPanel, createDrawing, ink } from '../../../src/cli/plot-drawing.ts'
import type { HttpResult } from '../http/http.ts'
import type { WorkerResult } from '../worker/worker.ts'
import { colours, logScale, panelOf, titleOf } from './plot-parts.ts'
import { toNumber } from './units.ts'

interface Row {
  name: string
  value: number
  ratio: number
}

interface Chart {
  title: string
  note: string
  axis: string
  unit: string
}

/** How many requests a second are answered: an SVG file's text. */
export function drawHttp(results: readonly HttpResult[]): string {
  const rows = results.map(({ what, figures, ratios }) => ({
    name: what,
    value: figures.rate,
    ratio: ratios.rate,
  }))
  return drawRows(rows, {
    title: 'Requests answered in a second',
    note: '10 connections on the same machine; higher is better',
    axis: 'requests a second',
    unit: '/s',
  })
}

/** How soon a Worker that starts gives its first answer: an SVG file's text. */
export function drawWorker(results: readonly WorkerResult[]): string {
  const rows = results.map(({ what, passages, start, ratio }) => ({
    name: passages === 0 ? what : `${what}, ${passages.toLocaleString('en')} passages`,
    value: start,
    ratio,
  }))
  return drawRows(rows, {
    title: 'A Worker from its start to its first answer',
    note: 'workerd on this machine; lower is better',
    axis: 'ms',
    unit: ' ms',
  })
}

// ---------------------------------------------------------------------------

const width = 860
const rowHeight = 44

/** A dot for each row, on a line from the left: a bar on a logarithmic scale would have no beginning. */
function drawRows(rows: readonly Row[], { title, note, axis, unit }: Chart): string {
  const height = 56 + 48 + rows.length * rowHeight
  const { document, svg } = createDrawing({ width, height, label: title })
  const x = logScale(
    rows.map(({ value }) => value),
    { room: 1.6, label: axis },
  )
  const chart = Plot.plot({
    ...panelOf({ width, height, left: 290, right: 130 }),
    document,
    x,
    y: { type: 'band', domain: rows.map(({ name }) => name), label: null, tickSize: 0 },
    marks: [
      titleOf(title, note),
      Plot.ruleY(rows, {
        y: 'name',
        x1: x.domain[0],
        x2: 'value',
        stroke: colours[0] as string,
        strokeWidth: 3,
      }),
      Plot.dot(rows, { x: 'value', y: 'name', r: 7, fill: colours[0] as string }),
      Plot.text(rows, {
        x: 'value',
        y: 'name',
        text: ({ value, ratio }: Row) => `${toNumber(value)}${unit}  (${toNumber(ratio)}×)`,
        dx: 14,
        textAnchor: 'start',
        fill: ink,
      }),
    ],
  })
  svg.append(asPanel(chart, {}))
  return `${svg.outerHTML}\n`
}
