import { api } from '../../contract/api.ts'
import { todayIn } from '../../domain/own-nodes.ts'
import { type Glue, glueOf } from '../../domain/people/glue.ts'
import { find, type Snapshot } from '../../domain/snapshot.ts'
import { type Route, route } from './context.ts'

function toAnswer(snapshot: Snapshot, { nodes, exchanges, needs, ...rest }: Glue) {
  return {
    revision: snapshot.revision,
    ...rest,
    nodes: nodes.map((each) => ({ ...each, name: find(snapshot, 'node', each.nodeId)?.name ?? '' })),
    exchanges: exchanges.map(({ exchange: { id, deliverable, kind, fromNodeId, toNodeId }, direction }) => ({
      id,
      deliverable,
      kind,
      fromNodeId,
      toNodeId,
      direction,
    })),
    needs: needs.map(({ dependency: { id, what, state }, ...ends }) => ({ id, what, state, ...ends })),
  }
}

/** What joins two teams or people. */
export const glueRoutes: readonly Route[] = [
  route(api.glue, async ({ store, params, query, now }) => {
    const snapshot = await store.read(await store.resolve(params.network))
    const { a, b, day = todayIn(snapshot, now) } = query
    return toAnswer(snapshot, glueOf(snapshot, { a, b }, day))
  }),
]
