import type { SelectionKind } from '../../../lib/client/view.ts'
import type { EntityName } from '../../../lib/domain/ids.ts'
import type { Assessment, DisplayStatus } from '../../../lib/domain/okr/assessment.ts'
import { find, listOf, type Snapshot } from '../../../lib/domain/snapshot.ts'

/** A record that the palette can lead to. */
export type Findable = {
  readonly id: string
  readonly kind: SelectionKind
  readonly entity: EntityName
  readonly name: string
  /** where it stands, such as the node of a key result */
  readonly place: string
  readonly status: DisplayStatus | null
}

type Name = (id: string | null) => string

function nodesIn(snapshot: Snapshot, assessment: Assessment): Findable[] {
  return listOf(snapshot, 'node').map(({ id, name, areaId }) => ({
    id,
    kind: 'node',
    entity: 'node',
    name,
    place: find(snapshot, 'area', areaId)?.name ?? '',
    status: assessment.nodes.get(id)?.worst ?? null,
  }))
}

function keyResultsIn(snapshot: Snapshot, assessment: Assessment, nodeName: Name): Findable[] {
  return listOf(snapshot, 'keyResult').map(({ id, title }) => {
    const facts = assessment.keyResults.get(id)
    return { id, kind: 'kr', entity: 'keyResult', name: title, place: nodeName(facts?.nodeId ?? null), status: facts?.display ?? null }
  })
}

function objectivesIn(snapshot: Snapshot, assessment: Assessment, nodeName: Name): Findable[] {
  return listOf(snapshot, 'objective').map(({ id, title, nodeId }) => ({
    id,
    kind: 'objective',
    entity: 'objective',
    name: title,
    place: nodeName(nodeId),
    status: assessment.objectives.get(id)?.worst ?? null,
  }))
}

function exchangesIn(snapshot: Snapshot, nodeName: Name): Findable[] {
  return listOf(snapshot, 'exchange').map(({ id, deliverable, fromNodeId, toNodeId }) => ({
    id,
    kind: 'exchange',
    entity: 'exchange',
    name: deliverable,
    place: `${nodeName(fromNodeId)} → ${nodeName(toNodeId)}`,
    status: null,
  }))
}

function healthMetricsIn(snapshot: Snapshot, nodeName: Name): Findable[] {
  return listOf(snapshot, 'healthMetric').map(({ id, name, nodeId }) => ({
    id,
    kind: 'health',
    entity: 'healthMetric',
    name,
    place: nodeName(nodeId),
    status: null,
  }))
}

/** Nodes, key results, objectives, health metrics, people, goals, exchanges: in this order. */
export function findables(snapshot: Snapshot, assessment: Assessment): Findable[] {
  const nodeName: Name = (id) => find(snapshot, 'node', id)?.name ?? ''
  const plain = { place: '', status: null }
  return [
    ...nodesIn(snapshot, assessment),
    ...keyResultsIn(snapshot, assessment, nodeName),
    ...objectivesIn(snapshot, assessment, nodeName),
    ...healthMetricsIn(snapshot, nodeName),
    ...listOf(snapshot, 'person').map(({ id, name }): Findable => ({ id, kind: 'person', entity: 'person', name, ...plain })),
    ...listOf(snapshot, 'goal').map(({ id, name }): Findable => ({ id, kind: 'goal', entity: 'goal', name, ...plain })),
    ...exchangesIn(snapshot, nodeName),
  ]
}
