import type { EntityOf } from '../../entity.ts'
import { words } from '../../plan/sentence.ts'
import { find, listOf, type Snapshot } from '../../snapshot.ts'
import { counted } from '../report/said.ts'
import { type AreaFlow, areaFlows } from '../value/area-flow.ts'
import { valueGraph } from '../value/snapshot-graph.ts'
import { type Figure, shownOf } from './figure.ts'
import type { Looked } from './looked.ts'

/** The figure of what one area gives another. Cost O(1). */
export function flowFigureId({ fromAreaId, toAreaId }: Pick<AreaFlow, 'fromAreaId' | 'toAreaId'>): string {
  return `flow:${fromAreaId}>${toAreaId}`
}

/** The areas between which nothing can flow, because they have no node yet; in list order. Cost O(areas + nodes). Spec: IN19. */
export function areasWithoutNode(snapshot: Snapshot): readonly EntityOf<'area'>[] {
  const used = new Set([...snapshot.tables.node.values()].map(({ areaId }) => areaId))
  return listOf(snapshot, 'area').filter(({ id }) => !used.has(id))
}

/** What one area gives another, or itself: “*Brand* gives *Customer* 3 things; 2 are rated, and worth 7 together.” Null where one of them has no node. Cost O(areas² + exchanges). Spec: IN19. */
export function flowFigure({ snapshot }: Looked, id: string): Figure | null {
  const flow = areaFlows(valueGraph(snapshot)).find((each) => flowFigureId(each) === `flow:${id}`)
  if (!flow) return null
  const { fromAreaId, toAreaId, exchanges, rated, receivedValue } = flow
  const areaOf = (nodeId: string) => find(snapshot, 'node', nodeId)?.areaId
  const between = [...snapshot.tables.exchange.values()].filter(
    ({ fromNodeId, toNodeId }) => fromNodeId !== toNodeId && areaOf(fromNodeId) === fromAreaId && areaOf(toNodeId) === toAreaId,
  )
  const area = (areaId: string) => ({ kind: 'area', id: areaId, text: find(snapshot, 'area', areaId)?.name ?? '' }) as const
  const things = counted(exchanges, 'thing')
  const gives = fromAreaId === toAreaId ? [words(' gives within itself '), words(things)] : [words(' gives '), area(toAreaId), words(` ${things}`)]
  const worth =
    exchanges === 0
      ? '.'
      : receivedValue === null
        ? '; what it is worth nobody has said.'
        : `; ${rated === exchanges ? (exchanges === 1 ? 'it is' : 'they are') : `${rated} ${rated === 1 ? 'is' : 'are'} rated, and`} worth ${receivedValue} to who receives ${exchanges === 1 ? 'it' : 'them'}.`
  return {
    id: flowFigureId(flow),
    name: 'From area to area',
    value: String(exchanges),
    reading: [area(fromAreaId), ...gives, words(worth)],
    count: `${counted(exchanges, 'exchange')}, ${rated} rated by the receiver`,
    how: 'Counts exchanges from nodes of one area to nodes of the other, and adds up what their receivers say they are worth, from −2 to 5. What nobody has rated adds nothing, and is told.',
    shown: exchanges === 0 ? null : shownOf({ exchangeIds: between.map(({ id: exchangeId }) => exchangeId) }),
  }
}
