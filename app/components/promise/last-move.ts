import { observable } from '../../../lib/client/observable.ts'
import type { PromiseMoveName } from '../../../lib/domain/vocabulary.ts'

/** The move that was made last on this page: it can be undone for a while. */
export type LastMove = {
  readonly networkId: string
  readonly dependencyId: string
  readonly moveId: string
  readonly move: PromiseMoveName
  /** the change set that holds it; null until the server has confirmed it */
  readonly changeSetId: string | null
  readonly atMs: number
}

export const lastMove = observable<LastMove | null>(null)

/** How long a move can be undone, unless the other side moves before. */
export const undoMs = 10 * 60_000

/** “9:58” of the time that is left. */
export function minutesLeft(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** A move whose form is asked for from elsewhere, such as a message: the panel of the promise opens it. */
export const wantedMove = observable<{ readonly dependencyId: string; readonly move: PromiseMoveName } | null>(null)
