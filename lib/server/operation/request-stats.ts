import type { Family, Sample } from './exposition.ts'
import type { Trace } from './trace.ts'

/** Upper bounds of how long requests take, in seconds. */
export const secondsBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10] as const

/** Counts requests. */
export type RequestStats = {
  readonly begin: () => void
  readonly end: (trace: Trace, how: { readonly status: number; readonly ms: number }) => void
  readonly families: () => Family[]
}

/** Where the numbers are told to nobody, none are kept. */
export const noStats: RequestStats = { begin: () => undefined, end: () => undefined, families: () => [] }

type Durations = { readonly labels: Readonly<Record<string, string>>; readonly counts: number[]; count: number; sum: number }

function samplesOf({ labels, counts, count, sum }: Durations): Sample[] {
  let below = 0
  const buckets = secondsBounds.map((bound, at): Sample => {
    below += counts[at] ?? 0
    return { suffix: '_bucket', labels: { ...labels, le: String(bound) }, value: below }
  })
  const all: Sample = { suffix: '_bucket', labels: { ...labels, le: '+Inf' }, value: count }
  return [...buckets, all, { suffix: '_sum', labels, value: sum }, { suffix: '_count', labels, value: count }]
}

/** Methods that are not ours go by one name: a caller cannot make series without end. */
const known = new Set(['GET', 'HEAD', 'POST', 'PATCH', 'DELETE', 'OPTIONS'])

function methodOf(method: string): string {
  return known.has(method) ? method : 'other'
}

/** Requests by the pattern of their address, never by the address: as many series as there are operations. */
export function makeRequestStats(): RequestStats {
  const counters = new Map<string, Sample & { value: number }>()
  const durations = new Map<string, Durations>()
  let open = 0
  let streams = 0
  const count = (labels: { readonly method: string; readonly route: string; readonly status: string }) => {
    const key = `${labels.method} ${labels.status} ${labels.route}`
    const found = counters.get(key) ?? { labels, value: 0 }
    found.value += 1
    counters.set(key, found)
  }
  const time = (labels: { readonly method: string; readonly route: string }, seconds: number) => {
    const key = `${labels.method} ${labels.route}`
    const found = durations.get(key) ?? { labels, counts: secondsBounds.map(() => 0), count: 0, sum: 0 }
    const at = secondsBounds.findIndex((bound) => seconds <= bound)
    if (at >= 0) found.counts[at] = (found.counts[at] ?? 0) + 1
    found.count += 1
    found.sum += seconds
    durations.set(key, found)
  }
  return {
    begin: () => {
      open += 1
    },
    end: ({ method: given, route, isStream }, { status, ms }) => {
      const method = methodOf(given)
      open -= 1
      count({ method, route, status: String(status) })
      if (isStream) streams += 1
      else time({ method, route }, ms / 1_000)
    },
    families: () => [
      { name: 'weft_http_requests_total', help: 'Requests that were answered.', type: 'counter', samples: [...counters.values()] },
      {
        name: 'weft_http_request_duration_seconds',
        help: 'How long answers took; answers without end are not in it.',
        type: 'histogram',
        samples: [...durations.values()].flatMap(samplesOf),
      },
      {
        name: 'weft_http_requests_open',
        help: 'Requests that are being answered now, streams among them.',
        type: 'gauge',
        samples: [{ value: open }],
      },
      { name: 'weft_streams_ended_total', help: 'Event streams that have ended.', type: 'counter', samples: [{ value: streams }] },
    ],
  }
}
