import { assertNever } from '../../domain/error.ts'
import type { Metric } from '../../domain/metric.ts'

const numberForm = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 })
const dayForm = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
const zoneWords = { fail: 'not reached', commit: 'commit', target: 'target', stretch: 'stretch' } as const

function withUnit(value: number, unit: string | null): string {
  const number = numberForm.format(value)
  return unit ? `${number} ${unit}` : number
}

/** Where a metric stands, as short as a card has room for; “no value” where nobody has said. Cost O(steps). */
export function cardValue(metric: Metric): string {
  switch (metric.kind) {
    case 'increase':
    case 'decrease':
      if (metric.current === null) return 'no value'
      if (metric.target === null) return withUnit(metric.current, metric.unit)
      return metric.baseline === 0 && metric.kind === 'increase' && metric.unit !== '%'
        ? `${numberForm.format(metric.current)} of ${numberForm.format(metric.target)}`
        : `${numberForm.format(metric.current)} → ${withUnit(metric.target, metric.unit)}`
    case 'maintain':
      return metric.current === null ? 'no value' : withUnit(metric.current, metric.unit)
    case 'milestone':
      return `${metric.steps.filter(({ done }) => done === 1).length} of ${metric.steps.length} steps`
    case 'boolean':
      return metric.current === null ? 'no value' : metric.current === 1 ? 'yes' : 'not yet'
    case 'ordinal':
      return metric.current === null ? 'no value' : zoneWords[metric.current]
    default:
      return assertNever(metric)
  }
}

/** A day as a card has room for it: “31 Mar”, with the year where it is not the one of `today`. Cost O(1). */
export function cardDay(day: string | null, today: string): string {
  if (day === null) return ''
  const short = dayForm.format(new Date(`${day}T00:00:00Z`)).replace('Sept', 'Sep')
  return day.slice(0, 4) === today.slice(0, 4) ? short : `${short} ${day.slice(2, 4)}`
}
