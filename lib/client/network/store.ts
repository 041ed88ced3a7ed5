import type { Who } from '../../domain/access.ts'
import type { CommandCall } from '../../domain/command/call.ts'
import { fork, type Snapshot } from '../../domain/snapshot.ts'
import { type Observable, observable } from '../observable.ts'
import { type Batch, type Committed, withRevision } from './batch.ts'
import type { Outbox } from './outbox.ts'
import { type NetworkServer, persist } from './server.ts'
import { advanced, loadRunner, readOn, shownOf } from './shown.ts'

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
  /** Sends again what an earlier page made and no server answered; one promise for each edit. */
  readonly resume: () => readonly Promise<Committed>[]
  /** Told by whoever hears the server, or hears that it is gone. Edits on their way find out by themselves. */
  readonly hears: (isThere: boolean) => void
}

type Options = {
  readonly server: NetworkServer
  readonly initial: Snapshot
  readonly now: () => string
  readonly newKey: () => string
  readonly outbox: Outbox
  /** who acts, as far as the browser knows at the moment */
  readonly who: () => Who
}
type Core = Options & {
  readonly state: Observable<NetworkState>
  readonly ownRevisions: Set<number>
  readonly inLine: <T>(task: () => Promise<T>) => Promise<T>
}

/** Runs tasks one after the other, in the order in which they came. */
function queue(): Core['inLine'] {
  let last: Promise<unknown> = Promise.resolve()
  return (task) => {
    const result = last.then(task)
    last = result.catch(() => undefined)
    return result
  }
}

function update({ state }: Core, part: Partial<NetworkState>): void {
  state.set({ ...state.get(), ...part })
}

function setOffline(core: Core): (isOffline: boolean) => void {
  return (isOffline) => {
    if (core.state.get().isOffline !== isOffline) update(core, { isOffline })
  }
}

/** The revision that an edit was read at; own commits since do not make it stale. */
function ownRevision({ state, ownRevisions }: Core): (given: number | undefined) => number {
  return (given) => {
    let revision = given ?? state.get().confirmed.revision
    while (ownRevisions.has(revision + 1)) revision += 1
    return revision
  }
}

function without({ state }: Core, key: string | null): readonly Batch[] {
  return state.get().pending.filter((batch) => batch.key !== key)
}

/**
 * Shows a newly confirmed snapshot without a batch that is done. The commands may have to be loaded first, and an edit may come
 * meanwhile: then it is put on top, too.
 */
async function settle(core: Core, confirmed: Snapshot, done: string | null): Promise<void> {
  const pending = without(core, done)
  const snapshot = await shownOf(confirmed, pending, core.who())
  const isStill = without(core, done).length === pending.length
  if (!isStill) return settle(core, confirmed, done)
  update(core, { confirmed, pending, snapshot })
}

async function accept(core: Core, { revision, changes }: Committed, key: string): Promise<void> {
  const { confirmed } = core.state.get()
  core.ownRevisions.add(revision)
  if (revision <= confirmed.revision) return settle(core, confirmed, key)
  const next = revision === confirmed.revision + 1 ? advanced(confirmed, changes, revision) : await readOn(core.server, confirmed)
  await settle(core, next, key)
}

async function push(core: Core, { key, calls, now }: Batch): Promise<Committed> {
  try {
    const dated = withRevision(calls, ownRevision(core))
    core.outbox.keep({ key, calls: dated, now })
    const committed = await persist(() => core.server.commit({ key, calls: dated }), setOffline(core))
    await accept(core, committed, key)
    return committed
  } catch (error) {
    const { confirmed } = core.state.get()
    await settle(core, await readOn(core.server, confirmed).catch(() => confirmed), key)
    throw error
  } finally {
    core.outbox.drop(key)
  }
}

async function commit(core: Core, calls: readonly CommandCall[]): Promise<Committed> {
  const { runCommands } = await loadRunner()
  const { snapshot: shown, confirmed, pending } = core.state.get()
  const batch: Batch = { key: core.newKey(), calls: withRevision(calls, (given) => given ?? confirmed.revision), now: core.now() }
  const snapshot = fork(shown)
  runCommands(snapshot, calls, { actor: 'browser', who: core.who(), now: batch.now })
  update(core, { snapshot, pending: [...pending, batch] })
  core.outbox.keep(batch)
  return core.inLine(() => push(core, batch))
}

function resume(core: Core): readonly Promise<Committed>[] {
  const left = core.outbox.kept()
  if (left.length === 0) return []
  update(core, { pending: [...core.state.get().pending, ...left] })
  void settle(core, core.state.get().confirmed, null)
  return left.map((batch) => core.inLine(() => push(core, batch)))
}

async function step(core: Core, direction: 'undo' | 'redo'): Promise<Committed> {
  const key = core.newKey()
  const committed = await persist(() => core.server[direction](key), setOffline(core))
  await accept(core, committed, key)
  return committed
}

async function catchUp(core: Core, revision: number): Promise<void> {
  const { confirmed } = core.state.get()
  if (revision <= confirmed.revision) return
  const next = await readOn(core.server, confirmed)
  if (next !== confirmed) await settle(core, next, null)
}

/**
 * One network in the browser. Edits show at once by running the same commands on a copy; the server confirms or refuses them one
 * after the other, and a refused one is taken back by leaving it out.
 */
export function networkStore(options: Options): NetworkStore {
  const state = observable<NetworkState>({ snapshot: options.initial, confirmed: options.initial, pending: [], isOffline: false })
  const core: Core = { ...options, state, ownRevisions: new Set(), inLine: queue() }
  return {
    state,
    commit: (calls) => commit(core, calls),
    step: (direction) => core.inLine(() => step(core, direction)),
    catchUp: (revision) => core.inLine(() => catchUp(core, revision)),
    resume: () => resume(core),
    hears: (isThere) => {
      if (core.state.get().pending.length === 0) setOffline(core)(!isThere)
    },
  }
}
