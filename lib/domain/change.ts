import type { AnyEntity, EntityOf } from './entity.ts'
import type { EntityName } from './ids.ts'

/**
 * Field values by path. A path is a field's name; only a metric is addressed by its parts (`metric.current`), so
 * that a check-in and an edit of the target do not collide. A metric that changes its kind is one path, `metric`.
 */
export type Fields = Readonly<Record<string, unknown>>

/**
 * One record's before and after. `before` null: created, `after` is the whole record. `after` null: deleted, `before` is
 * the whole record. Otherwise both hold the same paths, those that changed.
 */
export type Change = {
  readonly entity: EntityName
  readonly id: string
  readonly before: Fields | null
  readonly after: Fields | null
}

type Json = unknown

/** Whether two plain JSON values are equal; the order of keys does not matter, and JSON knows no −0. Cost O(size). */
export function isSame(a: Json, b: Json): boolean {
  if (a === b || Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))]
  return left.length === right.size && left.every(([key, value]) => right.has(key) && isSame(value, right.get(key)))
}

type Plain = Record<string, unknown>

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The paths of a record with their values: fields, and a metric by its parts. */
function* pathsOf(record: Plain, splitMetric: boolean): Generator<[string, unknown]> {
  for (const [field, value] of Object.entries(record)) {
    if (field === 'metric' && splitMetric && isPlain(value)) {
      for (const [part, partValue] of Object.entries(value)) if (part !== 'kind') yield [`metric.${part}`, partValue]
    } else yield [field, value]
  }
}

function hasSameMetricKind(before: Plain, after: Plain): boolean {
  return isPlain(before['metric']) && isPlain(after['metric']) && before['metric']['kind'] === after['metric']['kind']
}

/**
 * The change that leads from one version of a record to another.
 *
 * @returns null where nothing differs
 * Cost O(size of the record).
 */
export function diff<E extends EntityName>(entity: E, before: EntityOf<E> | null, after: EntityOf<E> | null): Change | null {
  const id = (after ?? before)?.id
  if (id === undefined) return null
  if (before === null || after === null) return { entity, id, before, after }
  const split = hasSameMetricKind(before, after)
  const old = new Map(pathsOf(before, split))
  const changed = [...pathsOf(after, split)].filter(([path, value]) => !isSame(old.get(path), value))
  if (changed.length === 0) return null
  return {
    entity,
    id,
    before: Object.fromEntries(changed.map(([path]) => [path, old.get(path)])),
    after: Object.fromEntries(changed),
  }
}

/** The value at a path of a record; undefined where the record does not have it. Cost O(1). */
export function valueAt(record: AnyEntity, path: string): unknown {
  const plain: Plain = record
  if (!path.startsWith('metric.')) return plain[path]
  return isPlain(plain['metric']) ? plain['metric'][path.slice('metric.'.length)] : undefined
}

/**
 * A copy of a record with the values at some paths replaced. The result is as valid as the paths' values are:
 * whoever made them has checked them.
 *
 * Cost O(size of the record).
 */
export function withFields<R extends AnyEntity>(record: R, fields: Fields): R {
  const copy: Plain = { ...record }
  for (const [path, value] of Object.entries(fields)) {
    if (!path.startsWith('metric.')) copy[path] = value
    else copy['metric'] = { ...(isPlain(copy['metric']) ? copy['metric'] : {}), [path.slice('metric.'.length)]: value }
  }
  return castRecord<R>(copy)
}

/** Guaranteed by the callers: the fields come from a record of the same entity, or have passed its schema. */
function castRecord<R>(record: unknown): R {
  return record as R
}

/** The change that takes a change back. `reverse(reverse(c))` is `c`. Cost O(1). */
export function reverse(change: Change): Change {
  return { ...change, before: change.after, after: change.before }
}

/** The changes that take a whole change set back, last one first. Cost O(n). */
export function reverseAll(changes: readonly Change[]): Change[] {
  return changes.map(reverse).reverse()
}

function keyOf(change: Change): string {
  return `${change.entity}\u0000${change.id}`
}

function squashTwo(first: Change, second: Change): Change | null {
  const { entity, id } = first
  if (first.before === null && second.after === null) return null
  if (first.before === null) return { entity, id, before: null, after: mergeInto(first.after, second.after) }
  if (second.after === null) return { entity, id, before: mergeInto(second.before, first.before), after: null }
  if (first.after === null || second.before === null) return recreated(first, second)
  return changedFields(entity, id, mergeFields(second.before, first.before), mergeFields(first.after, second.after))
}

/** A record that went and came back in one change set: the fields that differ. */
function recreated(first: Change, second: Change): Change | null {
  return changedFields(first.entity, first.id, first.before ?? {}, second.after ?? {})
}

function changedFields(entity: EntityName, id: string, before: Fields, after: Fields): Change | null {
  const paths = Object.keys(after).filter((path) => !isSame(before[path], after[path]))
  if (paths.length === 0) return null
  const pick = (from: Fields) => Object.fromEntries(paths.map((path) => [path, from[path]]))
  return { entity, id, before: pick(before), after: pick(after) }
}

/** Overlays paths; a whole metric and one of its parts are merged into the whole. */
function mergeFields(under: Fields, over: Fields): Fields {
  const merged: Plain = { ...under }
  for (const [path, value] of Object.entries(over)) {
    const whole = merged['metric']
    if (path.startsWith('metric.') && isPlain(whole)) merged['metric'] = { ...whole, [path.slice('metric.'.length)]: value }
    else merged[path] = value
  }
  if ('metric' in over) for (const path of Object.keys(merged)) if (path.startsWith('metric.')) delete merged[path]
  return merged
}

function mergeInto(under: Fields | null, over: Fields | null): Fields {
  return mergeFields(under ?? {}, over ?? {})
}

/**
 * One change for each record out of many, in the order in which the records first appear; what cancels out is left out.
 * Applying the result equals applying the changes one after the other.
 *
 * Cost O(n · size of a record).
 */
export function squash(changes: readonly Change[]): Change[] {
  const byRecord = new Map<string, Change | null>()
  for (const change of changes) {
    const key = keyOf(change)
    const earlier = byRecord.get(key)
    byRecord.set(key, earlier ? squashTwo(earlier, change) : change)
  }
  return [...byRecord.values()].filter((change) => change !== null)
}
