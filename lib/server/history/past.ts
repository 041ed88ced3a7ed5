import type { Executor } from '../executor.ts'
import type { NetworkCache } from '../network-cache.ts'
import type { Store } from '../store-contract.ts'
import { type Checkpoints, makeCheckpoints, type Spacing } from './checkpoints.ts'
import { makeHistory } from './history.ts'
import { makeSnapshotAt } from './snapshot-at.ts'

/** The past of every network of a database: how it is read, and how it is made quick to read. */
export type Past = { readonly reading: Pick<Store, 'snapshotAt' | 'history'>; readonly checkpoints: Checkpoints }

export function openPast(executor: Executor, cache: NetworkCache, spacing: Spacing): Past {
  const snapshotAt = makeSnapshotAt(executor, cache)
  return { reading: { snapshotAt, history: makeHistory(executor, cache, snapshotAt) }, checkpoints: makeCheckpoints(executor, snapshotAt, spacing) }
}
