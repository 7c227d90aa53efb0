import * as Plot from '@observablehq/plot'
import { DOMParser } from 'linkedom'
import type { CurvePoint } from '../eval/curve.ts'
import type { ReliabilityBin } from '../eval/reliability.ts'
import type { Curve } from './eval-outcome.ts'

/** The abstention curve beside the reliability of the confidence: an SVG file's text, on a white ground of its own. */
export function drawCurve(dataset: string, curve: Curve): string {
  const document = createDocument()
  const svg = document.documentElement
  const [width, height] = [curveWidth + reliabilityWidth, panelHeight]
  const label = `${dataset}: abstention curve and reliability`
  setAttributes(svg, { viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': label })
  const ground = setAttributes(document.createElementNS(svgSpace, 'rect'), { width, height, fill: 'white' })
  const left = asPanel(drawPoints(document, dataset, curve), 0)
  const right = asPanel(drawBins(document, curve.reliability.bins), curveWidth)
  svg.append(ground, left, right)
  return `${svg.outerHTML}\n`
}

// ---------------------------------------------------------------------------

/** An XML document: what is written as HTML need not be well-formed as a file of its own. */
function createDocument(): Document {
  const empty = new DOMParser().parseFromString(`<svg xmlns="${svgSpace}"/>`, 'image/svg+xml')
  return empty as unknown as Document
}

const svgSpace = 'http://www.w3.org/2000/svg'
const curveWidth = 680
const reliabilityWidth = 440
const panelHeight = 440

const ink = '#1f2328'
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
  style: { background: 'white', color: ink, fontSize: '12px', fontFamily: 'system-ui, sans-serif' },
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

/** A drawing of Plot's inside another: its style sheet is for pages, and would size it anew. */
function asPanel(drawing: Element, x: number): Element {
  for (const sheet of drawing.querySelectorAll('style')) sheet.remove()
  return setAttributes(drawing, { x })
}

function setAttributes(element: Element, attributes: Record<string, string | number>): Element {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value))
  return element
}
