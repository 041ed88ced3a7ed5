import type { Who } from '../../domain/access.ts'
import { isSame } from '../../domain/change.ts'
import type { CommandCall } from '../../domain/command/call.ts'
import { DomainError } from '../../domain/error.ts'
import { fork, type Snapshot } from '../../domain/snapshot.ts'
import { type Observable, observable } from '../observable.ts'
import { type Batch, type Committed, seenBy, shownRevision, withRevision } from './batch.ts'
import type { Outbox } from './outbox.ts'
import { makeAlarm, type NetworkServer, type Patience, persist } from './server.ts'
import { advanced, loadRunner, readOn, recordIn, shownOf } from './shown.ts'

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
  /** Reads the network anew: what is known is of another history, or too old to follow. */
  readonly readAnew: () => Promise<void>
  /** Sends again what an earlier page made and no server answered; one promise for each edit. */
  readonly resume: () => readonly Promise<Committed>[]
  /** Told by whoever hears the server, or hears that it is gone. Edits on their way find out by themselves. */
  readonly hears: (isThere: boolean) => void
}

/** An edit of an earlier page that the server refused: nobody waits for its answer, so whoever keeps drafts takes it. */
export type Refusal = { readonly batch: Batch; readonly error: unknown }

type Options = {
  readonly server: NetworkServer
  readonly initial: Snapshot
  readonly now: () => string
  readonly newKey: () => string
  readonly outbox: Outbox
  /** the account of who uses this page; null where there is none. Nothing is sent in the name of another one */
  readonly userId?: string | null
  /** who acts, as far as the browser knows at the moment */
  readonly who: () => Who
  /** told before the edit is forgotten */
  readonly refused?: (refusal: Refusal) => void
  /** waits before a request is sent again; in a browser so long, or until the server is heard of */
  readonly pause?: Patience['pause']
}

type Core = Options & {
  readonly state: Observable<NetworkState>
  /** revisions that this page made: they make no edit of its own stale */
  readonly ownRevisions: Set<number>
  readonly inLine: <T>(task: () => Promise<T>) => Promise<T>
  readonly patience: Patience
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

type State = Pick<Core, 'state'>

function update({ state }: State, part: Partial<NetworkState>): void {
  state.set({ ...state.get(), ...part })
}

function setOffline(core: State, isOffline: boolean): void {
  if (core.state.get().isOffline !== isOffline) update(core, { isOffline })
}

/** The revision that an edit was read at; own commits since do not make it stale. */
function ownRevision({ state, ownRevisions }: Core): (given: number | undefined) => number {
  return (given) => {
    let revision = given ?? state.get().confirmed.revision
    while (ownRevisions.has(revision + 1)) revision += 1
    return revision
  }
}

/**
 * Shows a newly confirmed snapshot without a batch that is done. The commands may have to be loaded first, and an edit may come
 * meanwhile: then it is put on top, too.
 */
async function settle(core: Core, confirmed: Snapshot, done: string | null): Promise<void> {
  const before = core.state.get().pending
  const pending = before.filter(({ key }) => key !== done)
  const snapshot = await shownOf(confirmed, pending, core.who())
  if (core.state.get().pending !== before) return settle(core, confirmed, done)
  update(core, { confirmed, pending, snapshot })
}

/** What the server knows beyond what is confirmed here, asked until it answers. */
function newest({ server, state, patience }: Core): Promise<Snapshot> {
  return persist(() => readOn(server, state.get().confirmed), patience)
}

/** Takes over what the server has committed. It is saved: where what came before it cannot be read any more, that is no failure of the edit. */
async function accept(core: Core, { revision, changes, changeSetId }: Committed, key: string): Promise<void> {
  const { confirmed } = core.state.get()
  if (changeSetId !== '') core.ownRevisions.add(revision)
  if (revision <= confirmed.revision) return settle(core, confirmed, key)
  const isNext = revision === confirmed.revision + 1
  await settle(core, isNext ? advanced(confirmed, changes, revision) : await newest(core).catch(() => confirmed), key)
}

/** Whether everything that an edit changes is still as its person saw it. */
function isAsSeen({ seen }: Batch, fresh: Snapshot): boolean {
  if (seen === undefined) return false
  return seen.every(({ entity, id, fields }) => {
    const record = recordIn(fresh, entity, id)
    return record !== undefined && Object.entries(fields).every(([name, value]) => isSame(Reflect.get(record, name), value))
  })
}

/**
 * The same edit again, where what made it stale was what its person saw: an edit of their own before it, with others' in between. The server
 * refuses it again if somebody was quicker.
 */
async function datedAnew(core: Core, batch: Batch, error: unknown): Promise<Batch | null> {
  if (!(error instanceof DomainError) || error.code !== 'STALE_EDIT' || batch.seen === undefined) return null
  const fresh = await newest(core)
  await settle(core, fresh, null)
  return isAsSeen(batch, fresh) ? { ...batch, calls: withRevision(batch.calls, () => fresh.revision) } : null
}

const mostTries = 5

async function sendBatch(core: Core, batch: Batch, triesLeft = mostTries): Promise<Committed> {
  const dated = batch.isSent ? batch : { ...batch, calls: withRevision(batch.calls, ownRevision(core)), isSent: true }
  core.outbox.keep(dated)
  try {
    return await persist(() => core.server.commit(dated), core.patience)
  } catch (error) {
    const again = triesLeft > 0 ? await datedAnew(core, dated, error) : null
    if (again) return sendBatch(core, again, triesLeft - 1)
    throw error
  }
}

async function push(core: Core, batch: Batch): Promise<Committed> {
  const { key } = batch
  try {
    const committed = await sendBatch(core, batch)
    await accept(core, committed, key)
    return committed
  } catch (error) {
    const { confirmed } = core.state.get()
    await settle(core, await readOn(core.server, confirmed).catch(() => confirmed), key)
    throw error
  }
}

/** An edit as its person made it, of what they saw at that moment. */
function newBatch(core: Core, calls: readonly CommandCall[]): Batch {
  const state = core.state.get()
  const { snapshot, confirmed } = state
  const seen = seenBy(calls, { confirmed: confirmed.revision, fieldsOf: (entity, id) => recordIn(snapshot, entity, id) })
  const dated = withRevision(calls, (given, id) => given ?? shownRevision(state, id))
  return { key: core.newKey(), calls: dated, now: core.now(), ...(seen && { seen }) }
}

async function commit(core: Core, calls: readonly CommandCall[]): Promise<Committed> {
  const batch = newBatch(core, calls)
  const { runCommands } = await loadRunner()
  const { snapshot: shown, pending } = core.state.get()
  const snapshot = fork(shown)
  runCommands(snapshot, calls, { actor: 'browser', who: core.who(), now: batch.now })
  update(core, { snapshot, pending: [...pending, batch] })
  core.outbox.keep(batch)
  return core.inLine(() => push(core, batch).finally(() => core.outbox.drop(batch.key)))
}

/** An edit of an earlier page. It is forgotten once it is saved, or somebody has taken what the server refused. */
async function pushKept(core: Core, batch: Batch): Promise<Committed> {
  try {
    return await push(core, batch)
  } catch (error) {
    core.refused?.({ batch, error })
    throw error
  } finally {
    core.outbox.drop(batch.key)
  }
}

function resume(core: Core): readonly Promise<Committed>[] {
  const { pending } = core.state.get()
  const left = core.outbox.kept().filter(({ key }) => !pending.some((batch) => batch.key === key))
  if (left.length === 0) return []
  update(core, { pending: [...pending, ...left] })
  void core.inLine(() => settle(core, core.state.get().confirmed, null))
  return left.map((batch) => core.inLine(() => pushKept(core, batch)))
}

async function step(core: Core, direction: 'undo' | 'redo'): Promise<Committed> {
  const key = core.newKey()
  const committed = await persist(() => core.server[direction](key), core.patience)
  await accept(core, committed, key)
  return committed
}

async function catchUp(core: Core, revision: number): Promise<void> {
  const { confirmed } = core.state.get()
  if (revision <= confirmed.revision) return
  const next = await newest(core)
  if (next.revision < confirmed.revision) core.ownRevisions.clear()
  if (next !== confirmed) await settle(core, next, null)
}

async function readAnew(core: Core): Promise<void> {
  const next = await persist(() => core.server.snapshot(), core.patience)
  core.ownRevisions.clear()
  await settle(core, next, null)
}

/**
 * One network in the browser. Edits show at once by running the same commands on a copy; the server confirms or refuses them one
 * after the other, and a refused one is taken back by leaving it out.
 */
export function networkStore(options: Options): NetworkStore {
  const state = observable<NetworkState>({ snapshot: options.initial, confirmed: options.initial, pending: [], isOffline: false })
  const alarm = makeAlarm()
  const patience: Patience = {
    onOutage: (isOut) => setOffline({ state }, isOut),
    pause: options.pause ?? alarm.pause,
    userId: options.userId ?? null,
  }
  const core: Core = { ...options, state, ownRevisions: new Set(), inLine: queue(), patience }
  return {
    state,
    commit: (calls) => commit(core, calls),
    step: (direction) => core.inLine(() => step(core, direction)),
    catchUp: (revision) => core.inLine(() => catchUp(core, revision)),
    readAnew: () => core.inLine(() => readAnew(core)),
    resume: () => resume(core),
    hears: (isThere) => {
      if (isThere) alarm.ring()
      if (core.state.get().pending.length === 0) setOffline(core, !isThere)
    },
  }
}
