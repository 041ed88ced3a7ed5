import { ask, type Steps, tell } from '../../../db/query.ts'
import type { Statements } from '../../../db/statements/index.ts'
import type { Executor } from '../executor.ts'
import type { ChangeSet } from '../store-contract.ts'
import { encodeCheckpoint } from './checkpoint-body.ts'
import { readStored, type SnapshotAt } from './snapshot-at.ts'

/** After how many change sets, and after how many changes, the whole network is written down again. */
export type Spacing = { readonly changeSets: number; readonly changes: number }

export const usualSpacing: Spacing = { changeSets: 1_000, changes: 20_000 }

/** Makes checkpoints after commits and never in their way: what fails or is missed costs readers of the past some time. */
export type Checkpoints = {
  /** hears of each change set that this process committed */
  readonly committed: (networkId: string, set: ChangeSet) => void
  /** once nothing is under way */
  readonly idle: () => Promise<void>
}

type Made = { readonly networkId: string; readonly revision: number; readonly stamp: string | null; readonly body: Buffer }

/** Writes a checkpoint unless the network went, or a person was erased, after it was read. Both hold the lock on the revision meanwhile. */
function* keepCheckpoint(statements: Statements, { networkId, revision, stamp, body }: Made): Steps<void> {
  const [row] = yield* ask(statements.lockRevision, { networkId })
  const [set] = yield* ask(statements.setAt, { networkId, revision })
  if (!row || !set || (yield* readStored(statements, networkId)).stamp !== stamp) return
  yield* tell(statements.insertCheckpoint, { networkId, revision, at: set.at, body })
}

/** Drops every checkpoint of a network in the transaction that erases a person, and leaves a stamp: copies from before it are not to be used. */
export function* dropCheckpoints(statements: Statements, networkId: string, erasure: { readonly id: string; readonly at: string }): Steps<void> {
  yield* tell(statements.removeCheckpoints, { networkId })
  yield* tell(statements.insertCheckpoint, { networkId, revision: 0, at: new Date(erasure.at), body: Buffer.from(erasure.id) })
}

export function makeCheckpoints(executor: Executor, snapshotAt: SnapshotAt, spacing: Spacing): Checkpoints {
  const changesSince = new Map<string, number>()
  let last: Promise<void> = Promise.resolve()
  const make = async (networkId: string, revision: number) => {
    const { statements } = executor
    const { stamp } = await executor.ask(() => readStored(statements, networkId))
    const body = await encodeCheckpoint(await snapshotAt(networkId, revision))
    await executor.write({ networkId, steps: () => keepCheckpoint(statements, { networkId, revision, stamp, body }) })
  }
  return {
    committed: (networkId, { revision, changes }) => {
      const count = (changesSince.get(networkId) ?? 0) + changes.length
      const isDue = revision % spacing.changeSets === 0 || count >= spacing.changes
      changesSince.set(networkId, isDue ? 0 : count)
      // A checkpoint is derived: where the database is gone or full, readers follow the log instead.
      if (isDue) last = last.then(() => make(networkId, revision)).catch(() => undefined)
    },
    idle: () => last,
  }
}
