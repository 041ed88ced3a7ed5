import { type EntityName, entityNames } from '../domain/ids.ts'
import type { MetricKind, MetricOf } from '../domain/metric.ts'
import { isListField, referencesFrom } from '../domain/references.ts'

/** A column: one value for every row, or all values in order. */
export type Column = { readonly all: unknown } | readonly unknown[]

/** One kind of record, column by column. A reference is the number of the record in its own table, a metric the list of its values. */
export type TableBody = { readonly count: number; readonly columns: Readonly<Record<string, Column>> }

export type SnapshotBody = {
  readonly format: 'weft-snapshot/1'
  readonly revision: number
  readonly tables: Readonly<Record<EntityName, TableBody>>
}

/** The values of a metric in the order in which they travel, by its kind; the kind comes before them. */
export const metricParts: { readonly [K in MetricKind]: readonly Exclude<keyof MetricOf<K>, 'kind'>[] } = {
  increase: ['baseline', 'target', 'current', 'unit', 'commit', 'stretch'],
  decrease: ['baseline', 'target', 'current', 'unit', 'commit', 'stretch'],
  maintain: ['lower', 'upper', 'current', 'unit'],
  milestone: ['steps'],
  boolean: ['current'],
  ordinal: ['zones', 'current'],
}

/** The single references of each kind of record: those that travel as numbers. Lists of references travel as they are. */
export const targets: ReadonlyMap<EntityName, ReadonlyMap<string, EntityName>> = new Map(
  entityNames.map((entity) => [
    entity,
    new Map(referencesFrom(entity).flatMap(({ field, to, subject }) => (isListField(field) || subject ? [] : [[field, to] as const]))),
  ]),
)

/** Guaranteed by the callers: the object was made from all entity names. */
export function castAll<T>(byName: Record<string, T>): Readonly<Record<EntityName, T>> {
  return byName as Record<EntityName, T>
}
