import type { EntityOf } from '../../domain/entity.ts'
import type { EntityName } from '../../domain/ids.ts'
import type { AnalysisOptions } from '../../domain/measure/report/analyse.ts'
import type { MeasuredPart } from '../../domain/measure/report/parts.ts'
import { makeSnapshot, type Snapshot } from '../../domain/snapshot.ts'

/** Kinds of record that measures read; check-ins, comments and the like stay where they are. */
const read = ['network', 'area', 'node', 'exchange', 'cycle', 'goal', 'objective', 'keyResult', 'dependency'] as const satisfies readonly EntityName[]

/** A network on its way to the worker. */
export type Packed = { readonly revision: number; readonly records: Partial<{ [E in EntityName]: readonly EntityOf<E>[] }> }

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

/** What measures need of a network. Cost O(records) references. */
export function pack({ tables, revision }: Snapshot): Packed {
  return { revision, records: Object.fromEntries(read.map((entity) => [entity, [...tables[entity].values()]])) }
}

/** The same as a network again. Cost O(records). */
export function unpack({ revision, records }: Packed): Snapshot {
  return makeSnapshot(records, revision)
}
