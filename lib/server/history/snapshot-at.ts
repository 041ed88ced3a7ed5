import { ask, type Steps } from '../../../db/query.ts'
import type { Statements } from '../../../db/statements/index.ts'
import { reverseAll } from '../../domain/change.ts'
import { DomainError } from '../../domain/error.ts'
import { applyChanges, fork, makeSnapshot, type Snapshot } from '../../domain/snapshot.ts'
import type { Executor } from '../executor.ts'
import type { NetworkCache } from '../network-cache.ts'
import { type NetworkState, tailStart } from '../network-state.ts'
import { decodeCheckpoint } from './checkpoint-body.ts'
import { keep, type PastCache, refresh } from './past-cache.ts'
import { leadTo } from './replay.ts'

/** A network that was never there, or not yet, at a moment that is asked for. */
export function unknownRevision(revision: number, newest: number): DomainError {
  return new DomainError('REVISION_UNKNOWN', `There is no revision ${revision} of this network: the newest is ${newest}, the first is 1.`, {
    revision,
    newest,
  })
}

/** A moment from which a snapshot can be led elsewhere; `open` makes a copy that may be changed. */
type Source = { readonly revision: number; readonly open: () => Promise<Snapshot | null> }

/** To open a checkpoint costs as much as to follow this many changes. */
const openingCost = 3_000

const nothing: Source = { revision: 0, open: async () => makeSnapshot({}) }

function latest<T extends { readonly revision: number }>(sources: readonly T[]): T | undefined {
  return sources.reduce<T | undefined>((best, each) => (best && best.revision >= each.revision ? best : each), undefined)
}

function earliest<T extends { readonly revision: number }>(sources: readonly T[]): T | undefined {
  return sources.reduce<T | undefined>((best, each) => (best && best.revision <= each.revision ? best : each), undefined)
}

type Stored = { readonly stamp: string | null; readonly revisions: readonly number[] }

/** The checkpoints that there are, and the stamp of the last erasing. */
export function* readStored(statements: Statements, networkId: string): Steps<Stored> {
  const [stamp] = yield* ask(statements.erasureStamp, { networkId })
  const rows = yield* ask(statements.checkpointRevisions, { networkId })
  return { stamp: stamp ? stamp.body.toString() : null, revisions: rows.map(({ revision }) => revision) }
}

/** Where the way to a revision can begin, memory first. */
function sourcesOf({ ask: run, statements }: Executor, networkId: string, kept: PastCache['kept'], revisions: readonly number[]): Source[] {
  const remembered = [...kept].map(([revision, snapshot]): Source => ({ revision, open: async () => fork(snapshot) }))
  const stored = revisions.map((revision): Source => {
    const open = async () => {
      const [row] = await run(() => ask(statements.checkpointAt, { networkId, revision }))
      return row ? decodeCheckpoint(row.body) : null
    }
    return { revision, open }
  })
  return [...remembered, ...stored]
}

/** The cheaper of the nearest moments before and after a revision. */
async function nearest(executor: Executor, networkId: string, sources: readonly Source[], revision: number): Promise<Source> {
  const below = latest(sources.filter((each) => each.revision <= revision)) ?? nothing
  const above = earliest(sources.filter((each) => each.revision >= revision))
  if (!above || below.revision === revision) return below
  if (above.revision === revision) return above
  const cost = async (after: number, upTo: number) => {
    const [row] = await executor.ask(() => ask(executor.statements.countChanges, { networkId, after, upTo }))
    return row?.total ?? 0
  }
  const opening = below === nothing ? 0 : openingCost
  const [up, down] = [await cost(below.revision, revision), await cost(revision, above.revision)]
  return up + opening <= down ? below : above
}

/** Back from now by the change sets in memory; null where they do not reach that far. */
function fromTail(state: NetworkState, revision: number): Snapshot | null {
  if (revision < tailStart(state)) return null
  const copy = fork(state.snapshot)
  for (const set of state.tail.filter((each) => each.revision > revision).reverse()) applyChanges(copy, reverseAll(set.changes))
  copy.revision = revision
  return copy
}

export type SnapshotAt = (networkId: string, revision: number) => Promise<Snapshot>

/** What is asked for, and what is known of the network. */
type Asked = { readonly networkId: string; readonly revision: number; readonly state: NetworkState; readonly stored: Stored }

async function read(executor: Executor, { networkId, revision, state, stored }: Asked): Promise<Snapshot> {
  const recent = fromTail(state, revision)
  if (recent) return recent
  const now: Source = { revision: state.snapshot.revision, open: async () => fork(state.snapshot) }
  const sources = [...sourcesOf(executor, networkId, state.past.kept, stored.revisions), now]
  const source = await nearest(executor, networkId, sources, revision)
  return leadTo(executor, networkId, (await source.open()) ?? makeSnapshot({}), revision)
}

/**
 * Reads the network at a revision: back from now, or along the log from the nearest checkpoint or remembered snapshot, whichever is nearer.
 * The answers are shared and stay as they are. Where a person was erased meanwhile, it is read again.
 */
export function makeSnapshotAt(executor: Executor, cache: NetworkCache): SnapshotAt {
  const storedOf = (networkId: string) => executor.ask(() => readStored(executor.statements, networkId))
  const snapshotAt: SnapshotAt = async (networkId, revision) => {
    const state = await cache.read(networkId)
    const newest = state.snapshot.revision
    if (revision < 1 || revision > newest) throw unknownRevision(revision, newest)
    const stored = await storedOf(networkId)
    refresh(state, stored.stamp)
    const { kept } = state.past
    const known = kept.get(revision)
    if (known) return keep(kept, revision, known)
    const snapshot = await read(executor, { networkId, revision, state, stored })
    const isSettled = (await storedOf(networkId)).stamp === stored.stamp
    return isSettled ? keep(kept, revision, snapshot) : snapshotAt(networkId, revision)
  }
  return snapshotAt
}
