import type { CheckInValue, Metric } from '../domain/metric.ts'
import { quantityPattern, readQuantity } from '../domain/quick-add/quantity.ts'
import { ordinalZones } from '../domain/vocabulary.ts'

const numberForm = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 })

function amount(value: number | null): string {
  return value === null ? '?' : numberForm.format(value)
}

function withUnit(text: string, unit: string | null): string {
  return unit ? `${text} ${unit}` : text
}

/** What a key result aims at: “9 → 4 days”, “between 20 and 30 °C”, “5 steps”, “done or not”. */
export function aimText(metric: Metric): string {
  switch (metric.kind) {
    case 'increase':
    case 'decrease':
      return withUnit(`${amount(metric.baseline)} → ${amount(metric.target)}`, metric.unit)
    case 'maintain':
      if (metric.lower !== null && metric.upper !== null) return withUnit(`${amount(metric.lower)} – ${amount(metric.upper)}`, metric.unit)
      return withUnit(metric.lower !== null ? `at least ${amount(metric.lower)}` : `at most ${amount(metric.upper)}`, metric.unit)
    case 'milestone':
      return `${metric.steps.length} ${metric.steps.length === 1 ? 'step' : 'steps'}`
    case 'boolean':
      return 'done or not'
    case 'ordinal':
      return metric.zones.target ?? 'commit, target, stretch'
  }
}

/** The value as it is typed: empty where nothing is known. */
export function valueField(metric: Metric): string {
  switch (metric.kind) {
    case 'milestone':
      return metric.steps.map(({ done }) => (done === null ? '?' : String(Math.round(done * 100)))).join(' ')
    case 'boolean':
      return metric.current === null ? '' : metric.current === 1 ? 'yes' : 'no'
    case 'ordinal':
      return metric.current ?? ''
    default:
      return metric.current === null ? '' : String(metric.current)
  }
}

/** What to type for a metric. */
export function valueHint(metric: Metric): string {
  switch (metric.kind) {
    case 'milestone':
      return 'Percent of each step, such as 100 50 0'
    case 'boolean':
      return 'yes or no'
    case 'ordinal':
      return ordinalZones.join(', ')
    default:
      return metric.unit ? `A number of ${metric.unit}` : 'A number'
  }
}

const quantity = new RegExp(`^${quantityPattern('A')}$`, 'du')

/** Reads a number as people write it: `6,5`, `1 200`, `1.2M`, `85 %`. Null where it is none. */
export function readNumber(text: string): number | null {
  const groups = quantity.exec(text.trim())?.groups
  return groups ? (readQuantity(groups, 'A')?.value ?? null) : null
}

/** What is typed into a field of a number: null for nothing, undefined for what is no number. “12.” is 12 as long as no more is typed. */
export function typedNumber(text: string): number | null | undefined {
  if (text.trim() === '') return null
  return readNumber(text.trim().replace(/(?<=\d)[.,]$/, '')) ?? undefined
}

function readSteps(text: string, count: number): CheckInValue | null {
  const parts = text.split(/[\s;]+/).filter(Boolean)
  const shares = parts.map((part) => (part === '?' ? null : readNumber(part)))
  const isFit = parts.length === count && shares.every((share, at) => (share === null ? parts[at] === '?' : share >= 0 && share <= 100))
  return isFit ? shares.map((share) => (share === null ? null : share / 100)) : null
}

/** Reads what was typed as a check-in's value. Null where it does not fit the metric. */
export function readValue(metric: Metric, text: string): CheckInValue | null {
  const word = text.trim().toLowerCase()
  switch (metric.kind) {
    case 'milestone':
      return readSteps(text, metric.steps.length)
    case 'boolean':
      return ['yes', 'y', '1', 'done', 'true'].includes(word) ? 1 : ['no', 'n', '0', 'not yet', 'false'].includes(word) ? 0 : null
    case 'ordinal':
      return ordinalZones.find((zone) => word !== '' && zone.startsWith(word)) ?? null
    default:
      return readNumber(text)
  }
}
