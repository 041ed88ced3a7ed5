import type { HistoryEntry, HistoryQuery } from '../../contract/history-schemas.ts'
import { reverseAll } from '../../domain/change.ts'
import { compareChanges, type Difference } from '../../domain/history/compare.ts'
import { applyChanges, fork, networkOf } from '../../domain/snapshot.ts'
import type { Executor } from '../executor.ts'
import { readSet } from '../load.ts'
import type { NetworkCache } from '../network-cache.ts'
import type { Body } from '../store-contract.ts'
import { readCalendar } from './days.ts'
import { entryOf, weigh } from './entries.ts'
import { idsOnNode } from './graves.ts'
import { type HistoryPage, listHistory } from './list.ts'
import { instantOf, type Moment, momentAt, momentOf } from './moment.ts'
import { pastBody } from './past-body.ts'
import { type Calendar, keep, refresh } from './past-cache.ts'
import { type Range, type Report, reportHistory } from './report.ts'
import { readStored, type SnapshotAt, unknownRevision } from './snapshot-at.ts'

/** A moment that is asked for: a day or an instant, or a revision. */
export type Asked = { readonly at?: string | undefined; readonly revision?: number | undefined }

/** What is asked about the past of one network. Every answer is of the network as others may see it: names as the vault has them now. */
export type History = {
  /** @throws DomainError REVISION_UNKNOWN */
  readonly moment: (networkId: string, asked: Asked) => Promise<Moment>
  /** the network at a moment, as it travels. @throws DomainError REVISION_UNKNOWN */
  readonly body: (networkId: string, asked: Asked) => Promise<Body>
  readonly list: (networkId: string, query: HistoryQuery) => Promise<HistoryPage>
  /** one change set, record by record. @throws DomainError REVISION_UNKNOWN */
  readonly entry: (networkId: string, revision: number) => Promise<{ readonly entry: HistoryEntry; readonly differences: readonly Difference[] }>
  readonly days: (networkId: string) => Promise<Pick<Calendar, 'first' | 'last' | 'days'>>
  readonly report: (networkId: string, range: Range) => Promise<Report>
}

/** What all of it is read with. */
type Reading = { readonly executor: Executor; readonly cache: NetworkCache; readonly snapshotAt: SnapshotAt }

async function moment({ executor, cache }: Reading, networkId: string, { at, revision }: Asked): Promise<Moment> {
  const { snapshot } = await cache.read(networkId)
  const { statements } = executor
  if (revision === undefined) return executor.ask(() => momentAt(statements, networkId, instantOf(networkOf(snapshot).timeZone, at ?? '')))
  const found = revision > snapshot.revision ? null : await executor.ask(() => momentOf(statements, networkId, revision))
  if (found) return found
  throw unknownRevision(revision, snapshot.revision)
}

async function body(reading: Reading, networkId: string, asked: Asked): Promise<Body> {
  const { executor, cache, snapshotAt } = reading
  const { revision, at } = await moment(reading, networkId, asked)
  const state = await cache.read(networkId)
  const { stamp } = await executor.ask(() => readStored(executor.statements, networkId))
  refresh(state, stamp)
  const { bodies } = state.past
  const known = bodies.get(revision)
  if (known) return keep(bodies, revision, known)
  const made = pastBody(await snapshotAt(networkId, revision), { networkId, revision, at, stamp })
  return state.past.stamp === stamp ? keep(bodies, revision, made) : made
}

async function entry({ executor, cache, snapshotAt }: Reading, networkId: string, revision: number) {
  const { statements } = executor
  const { snapshot } = await cache.read(networkId)
  const set = revision > snapshot.revision ? null : await executor.ask(() => readSet(statements, networkId, { revision }))
  if (!set) throw unknownRevision(revision, snapshot.revision)
  const weighed = await executor.ask(() => weigh(statements, networkId, [revision]))
  const after = await snapshotAt(networkId, revision)
  const before = fork(after)
  applyChanges(before, reverseAll(set.changes))
  const { differences } = compareChanges(before, after, set.changes)
  return { entry: entryOf(set, weighed.get(revision) ?? { tallies: [], edits: [] }), differences }
}

async function list({ executor, cache }: Reading, networkId: string, query: HistoryQuery): Promise<HistoryPage> {
  const state = await cache.read(networkId)
  const { timeZone } = networkOf(state.snapshot)
  const onNode = query.node === undefined ? null : await idsOnNode(executor, networkId, state, query.node)
  return listHistory(executor, { networkId, timeZone, query, onNode })
}

async function days({ executor, cache }: Reading, networkId: string) {
  const { snapshot, past } = await cache.read(networkId)
  const wanted = { networkId, timeZone: networkOf(snapshot).timeZone, newest: snapshot.revision, known: past.calendar }
  const calendar = await readCalendar(executor, wanted)
  past.calendar = calendar
  return { first: calendar.first, last: calendar.last, days: calendar.days }
}

export function makeHistory(executor: Executor, cache: NetworkCache, snapshotAt: SnapshotAt): History {
  const reading = { executor, cache, snapshotAt }
  return {
    moment: (networkId, asked) => moment(reading, networkId, asked),
    body: (networkId, asked) => body(reading, networkId, asked),
    list: (networkId, query) => list(reading, networkId, query),
    entry: (networkId, revision) => entry(reading, networkId, revision),
    days: (networkId) => days(reading, networkId),
    report: async (networkId, range) => reportHistory(executor, networkId, (await cache.read(networkId)).snapshot, range),
  }
}
