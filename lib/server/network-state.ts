import type { Change } from '../domain/change.ts'
import type { Touch } from '../domain/command/command.ts'
import type { EntityName } from '../domain/ids.ts'
import { applyChanges, type Snapshot } from '../domain/snapshot.ts'
import { type BodyCache, markChanged, newBodyCache } from './body.ts'
import { newPastCache, type PastCache } from './history/past-cache.ts'
import { eraseCommand } from './privacy/erase-command.ts'
import type { ChangeSet } from './store-contract.ts'

/** A network as this process knows it: the snapshot, the last change sets that led to it, and its body. */
export type NetworkState = {
  readonly snapshot: Snapshot
  /** consecutive change sets up to the snapshot's revision, oldest first */
  readonly tail: ChangeSet[]
  readonly body: BodyCache
  readonly past: PastCache
}

/** How many change sets and changes of a network are kept in memory beside its snapshot. */
const tailSets = 512
const tailChanges = 5_000

export function newState(snapshot: Snapshot): NetworkState {
  return { snapshot, tail: [], body: newBodyCache(), past: newPastCache() }
}

/** The revision after which `tail` knows everything. */
export function tailStart({ snapshot, tail }: NetworkState): number {
  return snapshot.revision - tail.length
}

/**
 * Takes a committed change set over. One that is already in is skipped; a gap is a bug. Where it erased a person, the sets before it, which
 * still hold the name, are forgotten.
 */
export function advance(state: NetworkState, set: ChangeSet): void {
  const { snapshot, tail, body } = state
  if (set.revision <= snapshot.revision) return
  if (set.revision !== snapshot.revision + 1) throw new Error(`revision ${set.revision} cannot follow ${snapshot.revision}`)
  applyChanges(snapshot, set.changes)
  snapshot.revision = set.revision
  tail.push(set)
  markChanged(body, set.changes)
  if (set.command === eraseCommand) tail.length = 0
  else if (set.changes.length > tailChanges) tail.length = 0
  else if (tail.length > tailSets) tail.splice(0, tailSets / 2)
}

/** The paths that some changes of one record touched. */
export function touchedBy(changes: readonly Change[]): string[] {
  return [...new Set(changes.flatMap(({ before, after }) => Object.keys(after ?? before ?? {})))]
}

/** What was changed of a record after a revision; null where the tail does not reach back that far. */
export function touchedSince(state: NetworkState, entity: EntityName, id: string, revision: number): readonly Touch[] | null {
  if (revision < tailStart(state)) return null
  const later = state.tail.filter((set) => set.revision > revision)
  return later.flatMap(({ changes, actor, at }) => {
    const own = changes.filter((change) => change.entity === entity && change.id === id)
    return touchedBy(own).map((path) => ({ path, by: actor, at }))
  })
}
