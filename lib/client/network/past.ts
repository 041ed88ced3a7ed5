import type { Snapshot } from '../../domain/snapshot.ts'
import { type Observable, observable } from '../observable.ts'

/** A network as it was after a revision; `at` is the instant of that revision. */
export type OpenPast = { readonly snapshot: Snapshot; readonly at: string }

export type PastEntry = { readonly step: 'loading' } | { readonly step: 'failed'; readonly error: Error } | ({ readonly step: 'open' } & OpenPast)

export type PastStore = {
  /** what is known, by revision */
  readonly entries: Observable<ReadonlyMap<number, PastEntry>>
  /**
   * Says which revisions are looked at. Those that are not known are asked for; every other request is given up. When all are there, those
   * of `ahead` are fetched one after the other.
   */
  readonly want: (revisions: readonly number[], ahead?: readonly number[]) => void
  /** Asks again for what failed. */
  readonly again: () => void
}

type Options = {
  readonly load: (revision: number, signal: AbortSignal) => Promise<OpenPast>
  /** how many snapshots are kept; those that were looked at longest ago go first */
  readonly most?: number
}

type Core = Options & {
  readonly entries: Observable<ReadonlyMap<number, PastEntry>>
  readonly running: Map<number, AbortController>
  wanted: readonly number[]
  ahead: readonly number[]
}

const mostKept = 10

function put({ entries }: Core, revision: number, entry: PastEntry | null): void {
  const next = new Map(entries.get())
  next.delete(revision)
  if (entry) next.set(revision, entry)
  entries.set(next)
}

function stepOf({ entries }: Core, revision: number): PastEntry['step'] | undefined {
  return entries.get().get(revision)?.step
}

function start(core: Core, revision: number): void {
  const stopping = new AbortController()
  core.running.set(revision, stopping)
  put(core, revision, { step: 'loading' })
  const settle = (entry: PastEntry) => {
    if (core.running.get(revision) !== stopping) return
    core.running.delete(revision)
    put(core, revision, entry)
    goOn(core)
  }
  core.load(revision, stopping.signal).then(
    (open) => settle({ step: 'open', ...open }),
    (thrown: unknown) => settle({ step: 'failed', error: thrown instanceof Error ? thrown : new Error(String(thrown)) }),
  )
}

function giveUp(core: Core, revision: number): void {
  core.running.get(revision)?.abort()
  core.running.delete(revision)
  put(core, revision, null)
}

/** What was looked at longest ago stands first; what is looked at now is kept in any case. */
function forget(core: Core): void {
  const open = [...core.entries.get()].filter(([, { step }]) => step === 'open').map(([revision]) => revision)
  const others = open.filter((revision) => !core.wanted.includes(revision))
  for (const revision of others.slice(0, Math.max(0, open.length - (core.most ?? mostKept)))) put(core, revision, null)
}

/** Fetches the next one ahead, when nothing that is looked at is still on its way. */
function goOn(core: Core): void {
  forget(core)
  if (core.running.size > 0 || core.wanted.some((revision) => stepOf(core, revision) !== 'open')) return
  const next = core.ahead.find((revision) => stepOf(core, revision) === undefined)
  if (next !== undefined) start(core, next)
}

function want(core: Core, revisions: readonly number[], ahead: readonly number[]): void {
  core.wanted = [...new Set(revisions)]
  core.ahead = ahead.slice(0, Math.max(0, (core.most ?? mostKept) - core.wanted.length))
  for (const revision of [...core.running.keys()]) if (!core.wanted.includes(revision) && !core.ahead.includes(revision)) giveUp(core, revision)
  for (const [revision, entry] of core.entries.get()) if (entry.step === 'failed' && !core.wanted.includes(revision)) put(core, revision, null)
  for (const revision of core.wanted) {
    const entry = core.entries.get().get(revision)
    if (!entry) start(core, revision)
    else if (entry.step === 'open') put(core, revision, entry)
  }
  goOn(core)
}

function again(core: Core): void {
  for (const revision of core.wanted) if (stepOf(core, revision) === 'failed') start(core, revision)
}

/**
 * The past of one network in the browser. What a network was at a revision never changes, so an answer is kept by its revision, and one that
 * comes late can only be late, never wrong.
 */
export function pastStore(options: Options): PastStore {
  const core: Core = { ...options, entries: observable<ReadonlyMap<number, PastEntry>>(new Map()), running: new Map(), wanted: [], ahead: [] }
  return {
    entries: core.entries,
    want: (revisions, ahead = []) => want(core, revisions, ahead),
    again: () => again(core),
  }
}
