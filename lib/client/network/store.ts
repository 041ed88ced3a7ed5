import type { Change } from '../../domain/change.ts'
import type { CommandCall } from '../../domain/command/registry.ts'
import { applyChanges, fork, type Snapshot } from '../../domain/snapshot.ts'
import { type Observable, observable } from '../observable.ts'
import { type Batch, type Committed, withRevision } from './batch.ts'
import { type NetworkServer, persist } from './server.ts'

export type NetworkState = {
  /** what the screen shows: what the server confirmed, and the edits on their way on top */
  readonly snapshot: Snapshot
  readonly confirmed: Snapshot
  readonly pending: readonly Batch[]
  readonly isOffline: boolean
}

export type NetworkStore = {
  readonly state: Observable<NetworkState>
  readonly commit: (calls: readonly CommandCall[]) => Promise<Committed>
  readonly step: (direction: 'undo' | 'redo') => Promise<Committed>
  /** Brings the snapshot to at least this revision. */
  readonly catchUp: (revision: number) => Promise<void>
}

type Options = { readonly server: NetworkServer; readonly initial: Snapshot; readonly now: () => string; readonly newKey: () => string }

/** Loaded when first needed: the commands bring every schema with them, and reading needs none. */
function loadRunner() {
  return import('../../domain/command/run.ts')
}

function advanced(snapshot: Snapshot, changes: readonly Change[], revision: number): Snapshot {
  const next = fork(snapshot)
  applyChanges(next, changes)
  next.revision = revision
  return next
}

/**
 * One network in the browser. Edits show at once by running the same commands on a copy; the server confirms or refuses them one
 * after the other, and a refused one is taken back by leaving it out.
 */
export function networkStore({ server, initial, now, newKey }: Options): NetworkStore {
  const state = observable<NetworkState>({ snapshot: initial, confirmed: initial, pending: [], isOffline: false })
  const ownRevisions = new Set<number>()
  let line: Promise<unknown> = Promise.resolve()

  const update = (part: Partial<NetworkState>) => state.set({ ...state.get(), ...part })
  const setOffline = (isOffline: boolean) => state.get().isOffline !== isOffline && update({ isOffline })

  const readAt = (given: number | undefined) => given ?? state.get().confirmed.revision

  /** Own commits since do not make an edit stale. */
  function ownRevision(given: number | undefined): number {
    let revision = readAt(given)
    while (ownRevisions.has(revision + 1)) revision += 1
    return revision
  }

  async function settle(confirmed: Snapshot, pending: readonly Batch[]): Promise<void> {
    if (pending.length === 0) return update({ confirmed, pending, snapshot: confirmed })
    const { runCommands } = await loadRunner()
    const snapshot = fork(confirmed)
    const fitting = pending.filter(({ calls, now: at }) => {
      try {
        runCommands(snapshot, calls, { actor: 'browser', now: at })
        return true
      } catch {
        return false
      }
    })
    update({ confirmed, pending, snapshot: fitting.length === 0 ? confirmed : snapshot })
  }

  async function readOn(from = state.get().confirmed): Promise<Snapshot> {
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
    return more ? readOn(next) : next
  }

  async function accept({ revision, changes }: Committed, key: string): Promise<void> {
    ownRevisions.add(revision)
    const { confirmed } = state.get()
    if (revision <= confirmed.revision) return settle(confirmed, without(key))
    const next = revision === confirmed.revision + 1 ? advanced(confirmed, changes, revision) : await readOn()
    await settle(next, without(key))
  }

  const without = (key: string) => state.get().pending.filter((batch) => batch.key !== key)

  /** One request at a time, in the order in which the edits were made. */
  function inLine<T>(task: () => Promise<T>): Promise<T> {
    const result = line.then(task)
    line = result.catch(() => undefined)
    return result
  }

  async function push(batch: Batch): Promise<Committed> {
    try {
      const calls = withRevision(batch.calls, ownRevision)
      const committed = await persist(() => server.commit({ key: batch.key, calls }), setOffline)
      await accept(committed, batch.key)
      return committed
    } catch (error) {
      await settle(await readOn().catch(() => state.get().confirmed), without(batch.key))
      throw error
    }
  }

  return {
    state,
    commit: async (calls) => {
      const { runCommands } = await loadRunner()
      const batch: Batch = { key: newKey(), calls: withRevision(calls, readAt), now: now() }
      const snapshot = fork(state.get().snapshot)
      runCommands(snapshot, calls, { actor: 'browser', now: batch.now })
      update({ snapshot, pending: [...state.get().pending, batch] })
      return inLine(() => push(batch))
    },
    step: (direction) =>
      inLine(async () => {
        const key = newKey()
        const committed = await persist(() => server[direction](key), setOffline)
        await accept(committed, key)
        return committed
      }),
    catchUp: (revision) =>
      inLine(async () => {
        if (revision <= state.get().confirmed.revision) return
        await settle(await readOn(), state.get().pending)
      }),
  }
}
