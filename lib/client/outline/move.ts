import { type CommandCall, call } from '../../domain/command/call.ts'
import type { Cycle } from '../../domain/entity.ts'
import { countReferring, find, get, listOf, type Snapshot } from '../../domain/snapshot.ts'
import { freshId } from '../fresh-id.ts'
import { parentIdOf, rankAfter, siblingsOf } from './place.ts'
import { entityOfKind, parentOf, type RecordKind } from './row.ts'
import { siblingsUnder } from './under.ts'

const parentField = { node: 'areaId', objective: 'nodeId', health: 'nodeId', kr: 'objectiveId' } as const

function update(kind: RecordKind, id: string, set: Record<string, unknown>): CommandCall {
  return { name: `${entityOfKind[kind]}.update`, input: { id, set } }
}

/** The parents of a kind in the order of the outline, to step over a border into the next one. */
function parentsInOrder(snapshot: Snapshot, kind: keyof typeof parentField, cycle: Cycle | null): string[] {
  const areas = listOf(snapshot, 'area').map(({ id }) => id)
  if (kind === 'node') return areas
  const nodes = areas.flatMap((id) => siblingsUnder(snapshot, 'node', id, cycle).map((node) => node.id))
  return kind === 'objective' || kind === 'health'
    ? nodes
    : nodes.flatMap((id) => siblingsUnder(snapshot, 'objective', id, cycle).map((objective) => objective.id))
}

/** Moves a row one place up or down; over the edge of its parent it goes to the end or the start of the next parent. */
export function moveRow(
  snapshot: Snapshot,
  { kind, id }: { readonly kind: RecordKind; readonly id: string },
  step: 1 | -1,
  cycle: Cycle | null,
): CommandCall[] {
  const siblings = siblingsOf(snapshot, kind, id)
  const at = siblings.findIndex((each) => each.id === id)
  const target = at + step
  if (target >= 0 && target < siblings.length) {
    const after = step === 1 ? siblings[target]?.id : siblings[target - 1]?.id
    return [
      update(kind, id, {
        rank: rankAfter(
          siblings.filter((each) => each.id !== id),
          after ?? null,
        ),
      }),
    ]
  }
  if (kind === 'area' || kind === 'need' || parentOf[kind] === undefined) return []
  const parents = parentsInOrder(snapshot, kind, cycle)
  const next = parents[parents.indexOf(parentIdOf(snapshot, kind, id) ?? '') + step]
  if (next === undefined) return []
  const there = siblingsUnder(snapshot, kind, next, cycle)
  return [update(kind, id, { [parentField[kind]]: next, rank: rankAfter(there, step === 1 ? null : (there.at(-1)?.id ?? null)) })]
}

/** Makes an objective without key results a key result of the objective above it. Null where that cannot be. */
export function indent(snapshot: Snapshot, kind: RecordKind, id: string): { calls: CommandCall[]; newId: string } | null {
  if (kind !== 'objective' || countReferring(snapshot, 'keyResult', 'objectiveId', id) > 0) return null
  const siblings = siblingsOf(snapshot, 'objective', id)
  const above = siblings[siblings.findIndex((each) => each.id === id) - 1]
  if (!above) return null
  const { title, ownerId, weight } = get(snapshot, 'objective', id)
  const newId = freshId('keyResult')
  const metric = { kind: 'boolean' as const, current: null }
  return {
    newId,
    calls: [
      call('objective.delete', { id }),
      call('keyResult.create', { id: newId, objectiveId: get(snapshot, 'objective', above.id).id, title, ownerId, weight, metric }),
    ],
  }
}

/** Makes a key result that nothing hangs on an objective after its own. Null where something would be lost. */
export function outdent(snapshot: Snapshot, kind: RecordKind, id: string): { calls: CommandCall[]; newId: string } | null {
  const own = kind === 'kr' ? find(snapshot, 'keyResult', id) : undefined
  const hangers = (['consumerKeyResultId', 'supplierKeyResultId'] as const).reduce(
    (sum, field) => sum + countReferring(snapshot, 'dependency', field, id),
    0,
  )
  if (!own || hangers + countReferring(snapshot, 'checkIn', 'keyResultId', id) > 0) return null
  const { nodeId, cycleId, id: objectiveId } = get(snapshot, 'objective', own.objectiveId)
  const newId = freshId('objective')
  const rank = rankAfter(siblingsOf(snapshot, 'objective', objectiveId), objectiveId)
  return {
    newId,
    calls: [call('keyResult.delete', { id }), call('objective.create', { id: newId, nodeId, cycleId, title: own.title, ownerId: own.ownerId, rank })],
  }
}
