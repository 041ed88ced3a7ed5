import type { Change } from '../../../lib/domain/change.ts'
import { isStructural } from '../../../lib/domain/history/structural.ts'
import { madeAtMs } from '../../../lib/domain/ids.ts'
import { networkOf, type Snapshot } from '../../../lib/domain/snapshot.ts'

/** A network with fewer nodes is still being built for the first time. */
export const nodesOfAFirstMap = 5

/** So long after it was made, a network is still being built for the first time. */
export const buildingMs = 60 * 60_000

/** Whoever closed the question by hand is left alone for so long. */
export const quietMs = 30 * 60_000

type Moment = {
  readonly nowMs: number
  /** when the question was last closed by hand; null where it never was */
  readonly closedAtMs: number | null
}

/**
 * Whether somebody who has just changed the structure is asked why. Nobody is asked while a network is built for the first time, nor soon
 * after they closed the question.
 */
export function asksWhy(snapshot: Snapshot, changes: readonly Change[], { nowMs, closedAtMs }: Moment): boolean {
  if (!isStructural(changes) || snapshot.tables.node.size < nodesOfAFirstMap) return false
  const madeMs = madeAtMs(networkOf(snapshot).id)
  if (madeMs !== null && nowMs - madeMs < buildingMs) return false
  return closedAtMs === null || nowMs - closedAtMs >= quietMs
}
