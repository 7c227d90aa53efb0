import * as Plot from '@observablehq/plot'
import type { CurvePoint } from '../eval/curve.ts'
import type { ReliabilityBin } from '../eval/reliability.ts'
import type { Curve } from './eval-outcome.ts'
import { asPanel, createDrawing, ink, panelStyle } from './plot-drawing.ts'

/** The abstention curve beside the reliability of the confidence: an SVG file's text, on a white ground of its own. */
export function drawCurve(dataset: string, curve: Curve): string {
  const label = `${dataset}: abstention curve and reliability`
  const { document, svg } = createDrawing({
    width: curveWidth + reliabilityWidth,
    height: panelHeight,
    label,
  })
  svg.append(
    asPanel(drawPoints(document, dataset, curve), { x: 0 }),
    asPanel(drawBins(document, curve.reliability.bins), { x: curveWidth }),
  )
  return `${svg.outerHTML}\n`
}

// ---------------------------------------------------------------------------

const curveWidth = 680
const reliabilityWidth = 440
const panelHeight = 440

const warning = '#c62828'

/** The lines of the curve, told apart by dashes as well as by colour. */
const series = [
  { figure: 'coverage', label: 'coverage', colour: '#0b62a4', dash: 'none' },
  { figure: 'falseAnswerRate', label: 'false answers', colour: warning, dash: '8 4' },
  { figure: 'precision', label: 'precision', colour: '#1b7837', dash: '2 3' },
  { figure: 'quotePrecision', label: 'quote precision', colour: '#7b3294', dash: '10 3 2 3' },
] as const satisfies { figure: keyof CurvePoint; label: string; colour: string; dash: string }[]

const panel = {
  height: panelHeight,
  marginTop: 76,
  marginLeft: 56,
  marginBottom: 48,
  marginRight: 24,
  style: panelStyle,
}

function drawPoints(document: Document, dataset: string, { threshold, points }: Curve) {
  return Plot.plot({
    ...panel,
    document,
    width: curveWidth,
    x: { domain: [0, 1], label: 'threshold on the confidence', labelAnchor: 'center', labelArrow: 'none' },
    y: { domain: [0, 1], grid: true, label: 'share', labelAnchor: 'center', labelArrow: 'none' },
    marks: [
      title(`${dataset}: abstention`),
      Plot.ruleY([0], { stroke: ink }),
      Plot.ruleX([threshold], { stroke: ink, strokeDasharray: '4 4' }),
      series.flatMap(({ figure, colour, dash }) => {
        const known = points.filter((point) => point[figure] !== null)
        const line = { x: 'threshold', y: figure, stroke: colour, strokeWidth: 2.5, strokeDasharray: dash }
        return known.length > 0 ? [Plot.line(known, line)] : []
      }),
      Plot.text([`in use: ${Number(threshold.toFixed(4))}`], {
        x: threshold,
        y: 0.5,
        dx: threshold > 0.5 ? -6 : 6,
        textAnchor: threshold > 0.5 ? 'end' : 'start',
        fill: ink,
        stroke: 'white',
        strokeWidth: 4,
      }),
      series.map(drawLegend),
    ],
  })
}

/** Above the frame, where no line can run. */
function drawLegend({ label, colour, dash }: (typeof series)[number], at: number) {
  const [from, y] = [at * 0.25, 1.06]
  const ends = [from, from + 0.05]
  return [
    Plot.line(ends, { x: ends, y: () => y, stroke: colour, strokeWidth: 2.5, strokeDasharray: dash }),
    Plot.text([label], { x: from + 0.06, y, textAnchor: 'start', fill: ink }),
  ]
}

function drawBins(document: Document, bins: readonly ReliabilityBin[]) {
  const known = bins.filter(({ count }) => count > 0)
  const colour = ({ deviates }: ReliabilityBin) => (deviates ? warning : '#0b62a4')
  return Plot.plot({
    ...panel,
    document,
    width: reliabilityWidth,
    x: {
      domain: [0, 1],
      label: 'mean confidence of the bin',
      labelAnchor: 'center',
      labelArrow: 'none',
      ticks: 5,
    },
    y: { domain: [0, 1], grid: true, label: 'accuracy', labelAnchor: 'center', labelArrow: 'none', ticks: 5 },
    marks: [
      title('Reliability, ten bins, with their questions'),
      Plot.line([0, 1], { x: [0, 1], y: [0, 1], stroke: ink, strokeDasharray: '4 4' }),
      Plot.ruleY([0], { stroke: ink }),
      Plot.dot(known, { x: 'confidenceMean', y: 'accuracy', r: 5, fill: colour }),
      Plot.text(known, {
        x: 'confidenceMean',
        y: 'accuracy',
        text: ({ count, deviates }: ReliabilityBin) => (deviates ? `${count} !` : `${count}`),
        dy: -13,
        fill: ink,
        stroke: 'white',
        strokeWidth: 4,
      }),
    ],
  })
}

function title(text: string) {
  return Plot.text([text], {
    frameAnchor: 'top-left',
    dy: -56,
    fontSize: 15,
    fontWeight: 'bold',
    textAnchor: 'start',
    fill: ink,
  })
}
