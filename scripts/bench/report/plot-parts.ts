import * as Plot from '@observablehq/plot'
import { ink, panelStyle } from '../../../src/cli/plot-drawing.ts'

/** One for each engine, then anew; dark enough to write names in. */
export const colours = ['#0b62a4', '#00808a', '#1b7837', '#c2410c', '#7b3294', '#86680b', '#b0185f']

/** A logarithmic scale as Plot takes it. */
export function logScale(values: readonly number[], { room, label }: { room: number; label: string }) {
  return {
    type: 'log',
    domain: logDomain(values, room),
    grid: true,
    ticks: 5,
    tickFormat: (value: number) => Number(value.toPrecision(3)).toLocaleString('en'),
    label: `${label} (log scale)`,
    labelAnchor: 'center',
    labelArrow: 'none',
  } as const
}

/** A panel as Plot takes it, but for scales and marks. */
export function panelOf(size: { width: number; height: number; left: number; right: number }) {
  const { width, height, left, right } = size
  const margins = { marginTop: 56, marginBottom: 48, marginLeft: left, marginRight: right }
  return { width, height, ...margins, style: panelStyle }
}

/** The title of a panel, and below it what must be known to read it. */
export function titleOf(title: string, note: string): Plot.Markish[] {
  const place = { frameAnchor: 'top-left', textAnchor: 'start', lineAnchor: 'bottom', fill: ink } as const
  return [
    Plot.text([title], { ...place, dy: -28, fontSize: 15, fontWeight: 'bold' }),
    Plot.text([note], { ...place, dy: -10, fontSize: 12, fillOpacity: 0.75 }),
  ]
}

/** Pixels to move each label from its place, so that none stands on another. Places from the top, in pixels. */
export function spread(places: readonly number[], least: number): number[] {
  const ordered = places.map((place, at) => ({ place, at })).sort((a, b) => a.place - b.place)
  const spots = ordered.map(({ place }) => place)
  // What is too near moves apart by half each, until nothing is.
  for (let pass = 0; pass < 100; pass++) {
    for (let at = 1; at < spots.length; at++) {
      const missing = least - ((spots[at] as number) - (spots[at - 1] as number))
      if (missing <= 0) continue
      spots[at - 1] = (spots[at - 1] as number) - missing / 2
      spots[at] = (spots[at] as number) + missing / 2
    }
  }
  const moves = new Array<number>(places.length).fill(0)
  ordered.forEach(({ place, at }, rank) => {
    moves[at] = (spots[rank] as number) - place
  })
  return moves
}

// ---------------------------------------------------------------------------

/** Around values that are above 0, with room at both ends. */
function logDomain(values: readonly number[], room: number): [number, number] {
  return [Math.min(...values) / room, Math.max(...values) * room]
}
