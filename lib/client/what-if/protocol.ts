import type { EntityOf } from '../../domain/entity.ts'
import type { EntityName } from '../../domain/ids.ts'
import type { WhatIfComparison } from '../../domain/measure/what-if/compare.ts'
import type { WhatIfEdit } from '../../domain/measure/what-if/edit.ts'
import type { WhatIfLosses } from '../../domain/measure/what-if/losses.ts'
import { makeSnapshot, type Snapshot } from '../../domain/snapshot.ts'

/** Kinds of record that a what-if reads: those of the measures, who takes part, check-ins, on which statuses rest, and what checks ask: moves of promises, limits, what was accepted. */
const read = [
  'network',
  'area',
  'node',
  'person',
  'team',
  'participation',
  'exchange',
  'cycle',
  'goal',
  'objective',
  'keyResult',
  'dependency',
  'checkIn',
  'promiseMove',
  'checkSetting',
  'acceptance',
] as const satisfies readonly EntityName[]

/** A network on its way to the worker. */
type Packed = { readonly revision: number; readonly records: Partial<{ [E in EntityName]: readonly EntityOf<E>[] }> }

/** What is asked about a network: what is supposed, for which cycle, on which day. */
export type Question = { readonly edits: readonly WhatIfEdit[]; readonly cycleId: string | null; readonly today: string }

/** What would be otherwise. `unfit` are the places of the edits that fit nothing here. */
export type WhatIfAnswer = { readonly comparison: WhatIfComparison; readonly losses: WhatIfLosses; readonly unfit: readonly number[] }

/** What the worker is asked. It keeps the network, so that one more edit sends a few bytes. Runs are numbered upwards: a later one ends those before it. */
export type WhatIfRequest =
  | { readonly kind: 'network'; readonly network: Packed }
  | { readonly kind: 'suppose'; readonly run: number; readonly question: Question }
  | { readonly kind: 'stop' }

/** The parts of the computation, as a person reads them beside the bar. */
export type Step = 'the goals' | 'every key result'

/** What the worker says. `share` is of the whole, 0 to 1. */
export type WhatIfReply =
  | { readonly kind: 'progress'; readonly run: number; readonly share: number; readonly step: Step }
  | { readonly kind: 'done'; readonly run: number; readonly answer: WhatIfAnswer }
  | { readonly kind: 'failed'; readonly run: number; readonly message: string }

/** What a what-if needs of a network. Cost O(records) references. */
export function pack({ tables, revision }: Snapshot): Packed {
  return { revision, records: Object.fromEntries(read.map((entity) => [entity, [...tables[entity].values()]])) }
}

/** The same as a network again. Cost O(records). */
export function unpack({ revision, records }: Packed): Snapshot {
  return makeSnapshot(records, revision)
}
