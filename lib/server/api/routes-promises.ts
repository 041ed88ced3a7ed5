import { api } from '../../contract/api.ts'
import { newId } from '../../domain/ids.ts'
import { assess } from '../../domain/okr/assess.ts'
import type { Assessment } from '../../domain/okr/assessment.ts'
import { todayIn } from '../../domain/own-nodes.ts'
import { askBoard } from '../../domain/promise/board.ts'
import { inboxOf } from '../../domain/promise/inbox.ts'
import { ledgerOf } from '../../domain/promise/ledger.ts'
import { promiseMeasures } from '../../domain/promise/measures.ts'
import { openMoves } from '../../domain/promise/moves.ts'
import { historyOf } from '../../domain/promise/stand.ts'
import { find, get, listOf, type Snapshot } from '../../domain/snapshot.ts'
import type { Store } from '../store-contract.ts'
import { type Route, route } from './context.ts'
import { commitCommands } from './network.ts'
import { pageOfRecords } from './page.ts'
import { createdIn } from './routes-resources.ts'

const { moves, promiseViews } = api

type Asked = {
  readonly store: Store
  readonly params: { readonly network: string }
  readonly query: { readonly cycleId?: string | undefined; readonly on?: string | undefined }
  readonly now: string
}

/** The network and what the domain makes of it on the day that was asked about. */
async function assessed({ store, params, query, now }: Asked): Promise<{ snapshot: Snapshot; assessment: Assessment; on: string }> {
  const snapshot = await store.read(await store.resolve(params.network))
  const { cycleId = null, on = todayIn(snapshot, now) } = query
  if (cycleId !== null) get(snapshot, 'cycle', cycleId)
  return { snapshot, on, assessment: assess(snapshot, { today: on, cycleId }) }
}

/** Promises: moves, their history, and what can be read off all of them. */
export const promiseRoutes: readonly Route[] = [
  route(moves.make, async (call) => {
    const { id, ...said } = call.body
    const input = { ...said, id: call.params.id, moveId: id ?? newId('promiseMove', call.uuid()) }
    const committed = await commitCommands(call, [{ name: 'promise.move', input }])
    const snapshot = await call.store.read(committed.networkId)
    return { ...committed, item: createdIn('promiseMove', committed), dependency: find(snapshot, 'dependency', call.params.id) ?? null }
  }),
  route(moves.history, async ({ store, params, who, now }) => {
    const snapshot = await store.read(await store.resolve(params.network))
    get(snapshot, 'dependency', params.id)
    return {
      revision: snapshot.revision,
      items: [...historyOf(snapshot, params.id)],
      open: openMoves(snapshot, params.id, who, todayIn(snapshot, now)),
    }
  }),
  route(moves.list, async ({ store, params, query }) => {
    const snapshot = await store.read(await store.resolve(params.network))
    return { ...pageOfRecords('promiseMove', listOf(snapshot, 'promiseMove'), query), revision: snapshot.revision }
  }),
  route(promiseViews.board, async (call) => {
    const { snapshot, assessment, on } = await assessed(call)
    return { revision: snapshot.revision, on, ...askBoard(snapshot, assessment) }
  }),
  route(promiseViews.measures, async (call) => {
    const { snapshot, assessment, on } = await assessed(call)
    return { revision: snapshot.revision, on, ...promiseMeasures(snapshot, assessment, call.query.node ?? null, on) }
  }),
  route(promiseViews.ledger, async (call) => {
    const { snapshot, assessment, on } = await assessed(call)
    return { revision: snapshot.revision, on, ...ledgerOf(snapshot, assessment, call.params.id) }
  }),
  route(promiseViews.inbox, async ({ store, params, who, now }) => {
    const { snapshot, assessment } = await assessed({ store, params, query: {}, now })
    return { revision: snapshot.revision, items: inboxOf(snapshot, assessment, who, now) }
  }),
]
