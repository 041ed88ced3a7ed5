import type { AnyEntity } from '../../domain/entity.ts'
import type { EntityName } from '../../domain/ids.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { Body } from '../store-contract.ts'

/** What happened on one day. */
export type Day = { readonly day: string; readonly changeSets: number; readonly changes: number; readonly revision: number }

/** The days of a history up to a revision. */
export type Calendar = {
  readonly timeZone: string | null
  readonly upTo: number
  readonly first: string
  readonly last: string
  readonly days: readonly Day[]
}

/** The records that were deleted up to a revision, as they were last. */
export type Graves = { upTo: number; readonly byKey: Map<string, { readonly entity: EntityName; readonly record: AnyEntity }> }

/** What this process remembers of the past of one network. None of it outlives the erasing of a person. */
export type PastCache = {
  /** the stamp of the last erasing that what is remembered knows of */
  stamp: string | null
  /** the network at some revisions, the one that was used last at the end; each is shared, so never change it */
  readonly kept: Map<number, Snapshot>
  readonly bodies: Map<number, Promise<Body>>
  calendar: Calendar | null
  graves: Graves
}

export function newPastCache(): PastCache {
  return { stamp: null, kept: new Map(), bodies: new Map(), calendar: null, graves: { upTo: 0, byKey: new Map() } }
}

/** Forgets everything that may hold a name where a person was erased since, be it by another process. */
export function refresh({ past, tail }: { readonly past: PastCache; readonly tail: unknown[] }, stamp: string | null): void {
  if (past.stamp === stamp) return
  past.stamp = stamp
  past.kept.clear()
  past.bodies.clear()
  past.graves = { upTo: 0, byKey: new Map() }
  tail.length = 0
}

/** Most snapshots, and most bodies, that are remembered of one network. */
const mostKept = 4

/** Remembers a value as the one that was used last, and lets the one go that was not used for longest. */
export function keep<V>(kept: Map<number, V>, revision: number, value: V): V {
  kept.delete(revision)
  kept.set(revision, value)
  const [oldest] = kept.keys()
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
  return value
}
