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

/** Nodes, key results, objectives, people, goals, exchanges: in this order. */
export function findables(snapshot: Snapshot, assessment: Assessment): Findable[] {
  const nodeName = (id: string | null) => find(snapshot, 'node', id)?.name ?? ''
  return [
    ...listOf(snapshot, 'node').map(
      (node): Findable => ({
        id: node.id,
        kind: 'node',
        entity: 'node',
        name: node.name,
        place: find(snapshot, 'area', node.areaId)?.name ?? '',
        status: assessment.nodes.get(node.id)?.worst ?? null,
      }),
    ),
    ...listOf(snapshot, 'keyResult').map((each): Findable => {
      const facts = assessment.keyResults.get(each.id)
      return {
        id: each.id,
        kind: 'kr',
        entity: 'keyResult',
        name: each.title,
        place: nodeName(facts?.nodeId ?? null),
        status: facts?.display ?? null,
      }
    }),
    ...listOf(snapshot, 'objective').map(
      (each): Findable => ({
        id: each.id,
        kind: 'objective',
        entity: 'objective',
        name: each.title,
        place: nodeName(each.nodeId),
        status: assessment.objectives.get(each.id)?.worst ?? null,
      }),
    ),
    ...listOf(snapshot, 'person').map(
      (each): Findable => ({ id: each.id, kind: 'person', entity: 'person', name: each.name, place: 'person', status: null }),
    ),
    ...listOf(snapshot, 'goal').map(
      (each): Findable => ({ id: each.id, kind: 'goal', entity: 'goal', name: each.name, place: 'goal', status: null }),
    ),
    ...listOf(snapshot, 'exchange').map(
      (each): Findable => ({
        id: each.id,
        kind: 'exchange',
        entity: 'exchange',
        name: each.deliverable,
        place: `${nodeName(each.fromNodeId)} → ${nodeName(each.toNodeId)}`,
        status: null,
      }),
    ),
  ]
}
