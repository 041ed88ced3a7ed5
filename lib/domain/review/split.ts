import { type Change, diff } from '../change.ts'
import { freeSlot, isOnRingOf, lowestFree } from '../command/slot.ts'
import type { Node, Objective } from '../entity.ts'
import { asId } from '../ids.ts'
import { nextRank } from '../next-rank.ts'
import { get, referring, type Snapshot } from '../snapshot.ts'
import type { PlanOf, SplitPart } from './plan-parts.ts'

/** The lowest place of its ring that neither the network nor the nodes settled before it take. */
function placeOf(snapshot: Snapshot, node: Node, made: readonly Node[]): number {
  const there = referring(snapshot, 'node', 'areaId', node.areaId).filter(({ id }) => !made.some((each) => each.id === id))
  return lowestFree(new Set([...there, ...made].filter((other) => isOnRingOf(other, node)).map(({ slot }) => slot)))
}

function newNodes(snapshot: Snapshot, old: Node, first: Node, parts: readonly { readonly id: string; readonly part: SplitPart }[]): Node[] {
  const made: Node[] = []
  const rank = nextRank(snapshot, 'node')
  for (const [at, { id, part }] of parts.entries()) {
    const areaId = part.areaId ?? old.areaId
    const own = { activities: [], description: null, position: null, slot: 0 }
    const node: Node = { ...old, ...own, id: asId<'node'>(id), rank: rank + at, areaId, name: part.name.trim() }
    made.push({ ...node, slot: placeOf(snapshot, node, [first, ...made]) })
  }
  return made
}

/** The old node as the first part: its links, its place and whatever no part names stay with it. */
function firstPart(snapshot: Snapshot, old: Node, part: SplitPart): Node {
  const named = { ...old, name: part.name.trim(), areaId: part.areaId ?? old.areaId }
  return isOnRingOf(old, named) ? named : { ...named, slot: freeSlot(snapshot, named) }
}

/** A need that names the node and one of its key results asks where that key result lives by then. */
function needsOf(snapshot: Snapshot, old: Node, objective: Objective, nodeId: Node['id']): Change[] {
  return referring(snapshot, 'keyResult', 'objectiveId', objective.id)
    .flatMap(({ id }) => referring(snapshot, 'dependency', 'supplierKeyResultId', id))
    .flatMap((need) => diff('dependency', need, need.supplierNodeId === old.id ? { ...need, supplierNodeId: nodeId } : need) ?? [])
}

function movedTo(snapshot: Snapshot, old: Node, part: SplitPart, nodeId: Node['id']): Change[] {
  const objectives = part.objectiveIds.map((id) => get(snapshot, 'objective', id))
  const ofObjectives = objectives.flatMap((each) => [diff('objective', each, { ...each, nodeId }), ...needsOf(snapshot, old, each, nodeId)])
  const ofExchanges = part.exchangeIds.map((id) => {
    const each = get(snapshot, 'exchange', id)
    return diff('exchange', each, each.fromNodeId === old.id ? { ...each, fromNodeId: nodeId } : { ...each, toNodeId: nodeId })
  })
  const ofPeople = part.participationIds.map((id) => {
    const each = get(snapshot, 'participation', id)
    return diff('participation', each, { ...each, nodeId })
  })
  return [...ofObjectives, ...ofExchanges, ...ofPeople].filter((change) => change !== null)
}

/**
 * Splits a node. The old node is the first part and keeps all that no other part names; the others are new nodes of the same kind and
 * closeness, each on a free place of its ring.
 *
 * @param plan fits the network, see `requireFit`
 * @param nodeIds of the new nodes, in the order of the parts after the first
 * @returns changes in the order in which they can be applied
 * Cost O(records named + nodes of the areas). Spec: RV40-RV43.
 */
export function splitNode(snapshot: Snapshot, { nodeId, parts }: PlanOf<'split'>, nodeIds: readonly string[]): Change[] {
  const old = get(snapshot, 'node', nodeId)
  const [first, ...others] = parts
  if (!first) return []
  const kept = firstPart(snapshot, old, first)
  const made = newNodes(
    snapshot,
    old,
    kept,
    others.map((part, at) => ({ id: nodeIds[at] ?? '', part })),
  )
  const change = diff('node', old, kept)
  return [
    ...made.map((node): Change => ({ entity: 'node', id: node.id, before: null, after: node })),
    ...(change ? [change] : []),
    ...made.flatMap((node, at) => movedTo(snapshot, old, others[at] ?? first, node.id)),
  ]
}
