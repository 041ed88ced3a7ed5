import { nodeNeeds } from '../../domain/network/node-needs.ts'
import type { Assessment, DependencyCondition } from '../../domain/okr/assessment.ts'
import { listOf, networkOf, type Snapshot } from '../../domain/snapshot.ts'
import type { AreaInput, MapInput, MapNodeInput, MapOptions, NeedStyle } from '../../layout/input.ts'

/** How the line of a need is drawn, by how the need stands. */
export const styleByCondition: Readonly<Record<DependencyCondition, NeedStyle>> = {
  revoked: 'broken',
  declined: 'broken',
  late: 'late',
  overdue: 'overdue',
  backwards: 'promised',
  draft: 'draft',
  open: 'asked',
  promised: 'promised',
  delivered: 'delivered',
  accepted: 'delivered',
  ended: 'delivered',
}

/** The areas with their progress, in document order. Cost O(areas). */
export function areaInputs(snapshot: Snapshot, assessment: Assessment): AreaInput[] {
  return listOf(snapshot, 'area').map(({ id, name, kind, colour, description }) => {
    const group = assessment.areas.get(id)
    return { id, name, kind, colour, caption: description, progress: group?.progress.share ?? null, expected: group?.expected ?? null }
  })
}

function nodeInputs(snapshot: Snapshot, assessment: Assessment): MapNodeInput[] {
  return listOf(snapshot, 'node').map(({ id, areaId, name, closeness, slot, position }) => {
    const group = assessment.nodes.get(id)
    const { progress, expected, worst, worstCount, keyResults, gives, needs } = group ?? {}
    return {
      id,
      areaId,
      name,
      closeness,
      slot,
      position,
      progress: progress?.share ?? null,
      expected: expected ?? null,
      status: worst ?? 'not-started',
      statusCount: worstCount ?? 0,
      resultCount: keyResults ?? 0,
      gives: gives ?? 0,
      needs: needs ?? 0,
    }
  })
}

function coreCaption({ network }: Assessment): string | null {
  const { promised, open, refused } = network.coverage
  const asked = promised + open + refused
  return asked === 0 ? null : `${promised} of ${asked} needs promised`
}

/**
 * What the map draws of a network on the day of an assessment.
 *
 * Cost O(records).
 */
export function mapInput(snapshot: Snapshot, assessment: Assessment, options: MapOptions = {}): MapInput {
  const network = networkOf(snapshot)
  const exchanges = listOf(snapshot, 'exchange').map(({ id, fromNodeId, toNodeId, deliverable, kind, valueBySender, valueByReceiver }) => ({
    id,
    fromId: fromNodeId,
    toId: toNodeId,
    deliverable,
    kind,
    valueBySender,
    valueByReceiver,
  }))
  const needs = nodeNeeds(assessment).links.map(({ supplierNodeId, consumerNodeId, count, worst, dependencyIds }) => ({
    supplierId: supplierNodeId,
    consumerId: consumerNodeId,
    count,
    worst: styleByCondition[worst],
    dependencyIds,
  }))
  return {
    core: { title: network.valueProposition ?? network.vision ?? network.name, caption: coreCaption(assessment) },
    areas: areaInputs(snapshot, assessment),
    nodes: nodeInputs(snapshot, assessment),
    exchanges,
    needs,
    options,
  }
}
