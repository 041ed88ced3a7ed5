import { api } from '../../contract/api.ts'
import { nodeNeeds } from '../../domain/network/node-needs.ts'
import { assess } from '../../domain/okr/assess.ts'
import { find, get, networkOf } from '../../domain/snapshot.ts'
import { dayIn } from '../../domain/time.ts'
import { type Route, route } from './context.ts'

/** What is derived from the network as a whole. */
export const needRoutes: readonly Route[] = [
  route(api.nodeNeeds, async ({ store, params, query, now }) => {
    const snapshot = await store.read(await store.resolve(params.network))
    if (query.cycleId !== undefined) get(snapshot, 'cycle', query.cycleId)
    const on = query.on ?? dayIn(networkOf(snapshot).timeZone, now)
    const { byNode, total, crossNode, crossArea, inside } = nodeNeeds(assess(snapshot, { today: on, cycleId: query.cycleId ?? null }))
    const nodes = [...byNode.values()].map((sides) => ({ ...sides, name: find(snapshot, 'node', sides.nodeId)?.name ?? '' }))
    return { revision: snapshot.revision, on, total, crossNode, crossArea, inside, nodes }
  }),
]
