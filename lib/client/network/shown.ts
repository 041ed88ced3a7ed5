import type { Who } from '../../domain/access.ts'
import type { Change } from '../../domain/change.ts'
import { entityNames } from '../../domain/ids.ts'
import { applyChanges, find, fork, type Snapshot } from '../../domain/snapshot.ts'
import type { Batch } from './batch.ts'
import type { NetworkServer } from './server.ts'

/** Loaded when first needed: the commands bring every schema with them, and reading needs none. */
export function loadRunner() {
  return import('../../domain/command/run.ts')
}

/** A copy of a snapshot with changes applied, at a revision. */
export function advanced(snapshot: Snapshot, changes: readonly Change[], revision: number): Snapshot {
  const next = fork(snapshot)
  applyChanges(next, changes)
  next.revision = revision
  return next
}

/** What the screen shows: what is confirmed, with the edits on their way on top. An edit that does not fit any more is left out. */
export async function shownOf(confirmed: Snapshot, pending: readonly Batch[], who: Who): Promise<Snapshot> {
  if (pending.length === 0) return confirmed
  const { runCommands } = await loadRunner()
  const snapshot = fork(confirmed)
  for (const { calls, now } of pending) {
    try {
      runCommands(snapshot, calls, { actor: 'browser', who, now })
    } catch {
      // runCommands has put the snapshot back; the server decides about this edit and its answer is shown
    }
  }
  return snapshot
}

/** A record by the name of its kind as commands have it; undefined where there is none. */
export function recordIn(snapshot: Snapshot, entity: string, id: string): object | undefined {
  const kind = entityNames.find((each) => each === entity)
  return kind && find(snapshot, kind, id)
}

/** The snapshot brought up to what the server knows. */
export async function readOn(server: NetworkServer, from: Snapshot): Promise<Snapshot> {
  const { reset, more, changeSets } = await server.changesSince(from.revision)
  if (reset) return server.snapshot()
  const fresh = changeSets.filter(({ revision }) => revision > from.revision)
  const last = fresh.at(-1)
  if (!last) return from
  const next = advanced(
    from,
    fresh.flatMap(({ changes }) => changes),
    last.revision,
  )
  return more ? readOn(server, next) : next
}
