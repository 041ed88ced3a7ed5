import type { EntityOf } from '../../domain/entity.ts'
import type { EntityName } from '../../domain/ids.ts'
import type { AnalysisOptions } from '../../domain/measure/report/analyse.ts'
import type { MeasuredPart } from '../../domain/measure/report/parts.ts'
import { makeSnapshot, type Snapshot } from '../../domain/snapshot.ts'

/** Kinds of record that measures read; check-ins, comments and the like stay where they are. */
const read = ['network', 'area', 'node', 'exchange', 'cycle', 'goal', 'objective', 'keyResult', 'dependency'] as const satisfies readonly EntityName[]

/** A network on its way to the worker: all that measures read of it, or what is new or gone since the one that was sent before. */
export type Packed = {
  readonly revision: number
  readonly isWhole: boolean
  readonly records: Partial<{ [E in EntityName]: readonly EntityOf<E>[] }>
  readonly goneIds: Partial<Record<EntityName, readonly string[]>>
}

/** What the worker is asked. Runs are numbered upwards: a later one ends those before it. */
export type MeasureRequest =
  | { readonly kind: 'measure'; readonly run: number; readonly network: Packed; readonly options: AnalysisOptions }
  | { readonly kind: 'stop'; readonly run: number }

/** What the worker says. `share` is of the whole, 0 to 1. */
export type MeasureReply =
  | { readonly kind: 'part'; readonly run: number; readonly part: MeasuredPart }
  | { readonly kind: 'progress'; readonly run: number; readonly share: number }
  | { readonly kind: 'done'; readonly run: number }
  | { readonly kind: 'failed'; readonly run: number; readonly message: string }

/** Only a few records differ from one revision to the next, and what did not change is the same object in both. */
function packTable<E extends EntityName>({ tables }: Snapshot, before: Snapshot | null, entity: E) {
  const [table, old]: [Map<string, EntityOf<E>>, Map<string, EntityOf<E>> | undefined] = [tables[entity], before?.tables[entity]]
  const records: EntityOf<E>[] = []
  let created = 0
  for (const [id, record] of table) {
    const known = old?.get(id)
    if (known === record) continue
    records.push(record)
    if (!known) created += 1
  }
  const isSomeGone = old !== undefined && old.size + created > table.size
  return { records, goneIds: isSomeGone ? [...old.keys()].filter((id) => !table.has(id)) : [] }
}

/**
 * What measures need of a network: all of it, or what differs from the one that was sent before.
 *
 * Cost O(records).
 */
export function pack(snapshot: Snapshot, before: Snapshot | null): Packed {
  const tables = read.map((entity) => [entity, packTable(snapshot, before, entity)] as const)
  return {
    revision: snapshot.revision,
    isWhole: before === null,
    records: Object.fromEntries(tables.map(([entity, { records }]) => [entity, records])),
    goneIds: Object.fromEntries(tables.map(([entity, { goneIds }]) => [entity, goneIds])),
  }
}

function unpackTable<E extends EntityName>({ records, goneIds }: Packed, before: Snapshot, entity: E): EntityOf<E>[] {
  const table: Map<string, EntityOf<E>> = new Map(before.tables[entity])
  for (const id of goneIds[entity] ?? []) table.delete(id)
  for (const record of records[entity] ?? []) table.set(record.id, record)
  return [...table.values()]
}

/** The same as a network again. @param before what was unpacked before; null where nothing was. Cost O(records). */
export function unpack(packed: Packed, before: Snapshot | null): Snapshot {
  if (packed.isWhole || !before) return makeSnapshot(packed.records, packed.revision)
  return makeSnapshot(Object.fromEntries(read.map((entity) => [entity, unpackTable(packed, before, entity)])), packed.revision)
}
