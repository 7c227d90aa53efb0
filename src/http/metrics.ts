import type { Outcome } from '../answer/answer.ts'
import type { Lectern } from '../answer/lectern.ts'

/** What the app counts. */
export interface Metrics {
  /** `route` is the pattern that matched, such as `/api/records/:id`. */
  observeRequest(request: { route: string; method: string; status: number; seconds: number }): void
  observeOutcome(outcome: Pick<Outcome, 'kind'> & { reason?: string }): void
  /** All figures in the Prometheus text format, version 0.0.4. */
  render(): string
}

/** Content type of `Metrics.render`. */
export const metricsType = 'text/plain; version=0.0.4; charset=utf-8'

/** Upper bounds of the duration histogram, in seconds. */
const bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

type Labels = Record<string, string>

/** Figures kept in memory, from the start of the process. */
export function createMetrics({ lectern, version }: { lectern: Lectern; version: string }): Metrics {
  const requests = createCounter('lectern_http_requests_total', 'Requests answered.', [
    'route',
    'method',
    'status',
  ])
  const durations = createHistogram('lectern_http_request_duration_seconds', 'Time to answer a request.', [
    'route',
    'method',
  ])
  const outcomes = createCounter('lectern_outcomes_total', 'Questions answered or declined.', [
    'kind',
    'reason',
  ])
  const { records, passages, terms } = lectern.counts
  const sizes = [
    ...gauge('lectern_index_info', 'The index that is served.', 1, {
      fingerprint: lectern.fingerprint,
      version,
    }),
    ...gauge('lectern_index_records', 'Records in the index.', records),
    ...gauge('lectern_index_passages', 'Passages in the index.', passages),
    ...gauge('lectern_index_terms', 'Different terms in the index.', terms),
  ]
  return {
    observeRequest({ route, method, status, seconds }) {
      requests.add({ route, method, status: String(status) })
      durations.observe({ route, method }, seconds)
    },
    observeOutcome(outcome) {
      outcomes.add({ kind: outcome.kind, reason: outcome.reason ?? '' })
    },
    render: () => [...sizes, ...requests.lines(), ...durations.lines(), ...outcomes.lines(), ''].join('\n'),
  }
}

// ---------------------------------------------------------------------------

function createCounter<Name extends string>(name: string, help: string, names: readonly Name[]) {
  const values = new Map<string, { labels: Labels; value: number }>()
  return {
    add(labels: Record<Name, string>) {
      const one = openSeries(values, labels, names, () => ({ value: 0 }))
      one.value++
    },
    lines: () => [
      ...head(name, help, 'counter'),
      ...[...values.values()].map(({ labels, value }) => `${name}${toLabels(labels)} ${value}`),
    ],
  }
}

function createHistogram<Name extends string>(name: string, help: string, names: readonly Name[]) {
  const series = new Map<string, { labels: Labels; counts: number[]; sum: number; count: number }>()
  return {
    observe(labels: Record<Name, string>, value: number) {
      const one = openSeries(series, labels, names, () => ({ counts: bounds.map(() => 0), sum: 0, count: 0 }))
      // Buckets hold what is below them too: that is added up when they are told.
      const bucket = bounds.findIndex((bound) => value <= bound)
      if (bucket >= 0) one.counts[bucket] = (one.counts[bucket] as number) + 1
      one.sum += value
      one.count++
    },
    lines: () => [
      ...head(name, help, 'histogram'),
      ...[...series.values()].flatMap(({ labels, counts, sum, count }) => {
        let within = 0
        return [
          ...bounds.map((bound, at) => {
            within += counts[at] as number
            return `${name}_bucket${toLabels({ ...labels, le: String(bound) })} ${within}`
          }),
          `${name}_bucket${toLabels({ ...labels, le: '+Inf' })} ${count}`,
          `${name}_sum${toLabels(labels)} ${sum}`,
          `${name}_count${toLabels(labels)} ${count}`,
        ]
      }),
    ],
  }
}

/** The series of these labels, made where there is none. Their text is made when it is told: every request counts. */
function openSeries<Name extends string, Series extends { labels: Labels }>(
  series: Map<string, Series>,
  labels: Record<Name, string>,
  names: readonly Name[],
  make: () => Omit<Series, 'labels'>,
): Series {
  let key = ''
  for (const name of names) key += `${labels[name]}\n`
  const known = series.get(key)
  if (known) return known
  const one = { labels, ...make() } as unknown as Series
  series.set(key, one)
  return one
}

function gauge(name: string, help: string, value: number, labels: Labels = {}): string[] {
  return [...head(name, help, 'gauge'), `${name}${toLabels(labels)} ${value}`]
}

function head(name: string, help: string, type: string): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`]
}

function toLabels(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapeLabel(value)}"`)
  return pairs.length > 0 ? `{${pairs.join(',')}}` : ''
}

function escapeLabel(value: string): string {
  if (!/[\\"\n]/u.test(value)) return value
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
}
