import type { AnyEntity } from '../entity.ts'
import { type EntityName, entityNames } from '../ids.ts'
import type { Metric } from '../metric.ts'
import { confidenceInTen } from '../okr/confidence.ts'
import { dayText } from '../promise/day-words.ts'
import { sideWords, stateWords } from '../promise/words.ts'
import { type Reference, references } from '../references.ts'
import { find, nameOf, type Snapshot } from '../snapshot.ts'
import { isCalendarDay } from '../time.ts'

const numberForm = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 })

/** A day with its year, as a list of differences writes it: “12 Mar 2027”. Cost O(1). */
export function fullDay(day: string): string {
  return dayText(day, '')
}

/** Where a value stands: its record as it was or is, in the network of that moment. */
export type Standing = { readonly snapshot: Snapshot; readonly entity: EntityName; readonly record: AnyEntity }

const every: readonly Reference[] = references
const targetByField: ReadonlyMap<string, EntityName> = new Map(
  every.filter(({ subject }) => subject === undefined).map(({ from, field, to }) => [`${from}.${field}`, to]),
)

/** The kind of record that a field refers to; null where it holds no reference. Cost O(1). */
export function targetOf({ entity, record }: Pick<Standing, 'entity' | 'record'>, path: string): EntityName | null {
  if (path === 'subjectId' && 'subject' in record) return entityNames.find((name) => name === record.subject) ?? null
  return targetByField.get(`${entity}.${path}`) ?? null
}

function nameAt(snapshot: Snapshot, entity: EntityName, id: string): string {
  const record: AnyEntity | undefined = find(snapshot, entity, id)
  return record ? nameOf(record) : 'somebody or something that is gone'
}

function unitOf(record: AnyEntity): string {
  const unit = 'tolerance' in record ? record.unit : 'metric' in record && 'unit' in record.metric ? record.metric.unit : null
  if (!unit) return ''
  return unit === '%' ? '%' : ` ${unit}`
}

const ofMetric = ['current', 'baseline', 'target', 'commit', 'stretch', 'lower', 'upper'].map((part) => `metric.${part}`)
const withUnit = new Set([...ofMetric, 'current', 'lower', 'upper', 'tolerance'])

function stepText(step: unknown): string {
  const [name, done]: unknown[] = [Reflect.get(Object(step), 'name'), Reflect.get(Object(step), 'done')]
  return typeof done === 'number' ? `${String(name)} ${Math.round(done * 100)}%` : String(name)
}

function metricText(metric: Metric): string {
  switch (metric.kind) {
    case 'milestone':
      return `steps: ${metric.steps.map(stepText).join(', ')}`
    case 'boolean':
      return 'done or not'
    case 'ordinal':
      return 'zones'
    case 'maintain':
      return `between ${metric.lower ?? '?'} and ${metric.upper ?? '?'}${metric.unit ? ` ${metric.unit}` : ''}`
    default:
      return `${metric.baseline ?? '?'} → ${metric.target ?? '?'}${metric.unit ? ` ${metric.unit}` : ''}`
  }
}

function numberText({ record }: Standing, path: string, value: number): string {
  if (path === 'confidence') return String(confidenceInTen(value))
  if (path === 'metric.current' && 'metric' in record && record.metric.kind === 'boolean') return value === 1 ? 'done' : 'not done'
  return numberForm.format(value) + (withUnit.has(path) ? unitOf(record) : '')
}

const words: Readonly<Record<string, string>> = { ...stateWords, ...sideWords }
const wordFields = new Set(['state', 'from', 'to', 'side', 'counteredBy'])

function plainText(standing: Standing, path: string, value: string): string {
  const target = targetOf(standing, path)
  if (target) return nameAt(standing.snapshot, target, value)
  if (isCalendarDay(value)) return fullDay(value)
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value)) return `${fullDay(value.slice(0, 10))}, ${value.slice(11, 16)} UTC`
  return wordFields.has(path) ? (words[value] ?? value) : value
}

function listText(standing: Standing, path: string, values: readonly unknown[]): string | null {
  if (values.length === 0) return null
  if (path === 'metric.steps') return values.map(stepText).join(', ')
  const target = targetOf(standing, path)
  return values.map((value) => (target ? nameAt(standing.snapshot, target, String(value)) : String(value))).join(', ')
}

/** Guaranteed by `diff`: what stands at the path `metric` is a whole metric. */
function castMetric(value: object): Metric {
  return value as Metric
}

function objectText(path: string, value: object): string {
  const read = (field: string): unknown => Reflect.get(value, field)
  if (path === 'metric') return metricText(castMetric(value))
  if (path === 'position') return `${Math.round(Number(read('x')))}, ${Math.round(Number(read('y')))}`
  if (path === 'estimateWeeks') return `${String(read('optimistic'))} / ${String(read('likely'))} / ${String(read('pessimistic'))} weeks`
  if (path === 'metric.zones') return ['commit', 'target', 'stretch'].map((zone) => `${zone}: ${String(read(zone) ?? '?')}`).join(', ')
  if (path === 'terms') {
    const [on, what, condition] = [read('on'), read('what'), read('condition')]
    const parts = [what, typeof on === 'string' ? fullDay(on) : null, condition].filter((part) => part !== null)
    return parts.map(String).join(', ')
  }
  return path === 'plan' ? String(read('kind')) : JSON.stringify(value)
}

/**
 * A value as people read it: a name for an id, “42 h” for a number with a unit, “12 Mar 2027” for a day, 0 to 10 for a confidence.
 *
 * @returns null where there is nothing: no value, or an empty list
 * Cost O(size of the value). Spec: HI4.
 */
export function valueText(standing: Standing, path: string, value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  if (Array.isArray(value)) return listText(standing, path, value)
  switch (typeof value) {
    case 'number':
      return numberText(standing, path, value)
    case 'boolean':
      return value ? 'yes' : 'no'
    case 'string':
      return plainText(standing, path, value)
    default:
      return objectText(path, Object(value))
  }
}
