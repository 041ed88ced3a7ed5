import { type Change, reverseAll } from '../change.ts'
import { type Carried, carriedBy } from '../command/cascade.ts'
import type { StructurePlan } from '../entity.ts'
import { namedPromises, promisesTouched, type TouchedPromise } from '../promise/touched.ts'
import { nodeOfSide } from '../record-nodes.ts'
import { applyChanges, listOf, type Snapshot } from '../snapshot.ts'

/** What becomes of a promise in force: it goes, nothing stands behind it any more, or one side of it is another node from now on. */
export type PlanPromise = Omit<TouchedPromise, 'becomes'> & { readonly becomes: TouchedPromise['becomes'] | 'moved' }

/** What a plan does beyond the nodes that it names: what goes, and which promises in force are touched. */
export type PlanEffect = { readonly carried: Carried; readonly promises: readonly PlanPromise[] }

function sidesNow(snapshot: Snapshot): ReadonlyMap<string, string> {
  const sides = [...snapshot.tables.dependency.values()].map((need): [string, string] => [
    need.id,
    JSON.stringify([nodeOfSide(snapshot, need, 'consumer'), nodeOfSide(snapshot, need, 'supplier')]),
  ])
  return new Map(sides)
}

/** The needs that stay, one side of which is another node after the changes. */
function movedNeeds(snapshot: Snapshot, changes: readonly Change[]): ReadonlySet<string> {
  const before = sidesNow(snapshot)
  applyChanges(snapshot, changes)
  const after = sidesNow(snapshot)
  applyChanges(snapshot, reverseAll(changes))
  return new Set([...before].flatMap(([id, sides]) => (after.has(id) && after.get(id) !== sides ? [id] : [])))
}

function promisesOf(snapshot: Snapshot, changes: readonly Change[]): PlanPromise[] {
  const moved = movedNeeds(snapshot, changes)
  const changed = changes.filter(({ entity, after }) => entity === 'dependency' && (after === null || 'supplierKeyResultId' in after))
  const known = new Set(changed.map(({ id }) => id))
  const others = [...moved].filter((id) => !known.has(id)).map((id): Change => ({ entity: 'dependency', id, before: {}, after: {} }))
  const places = new Map<string, number>(listOf(snapshot, 'dependency').map(({ id }, place) => [id, place]))
  const all = [
    ...promisesTouched(snapshot, changed),
    ...promisesTouched(snapshot, others).map((promise): PlanPromise => ({ ...promise, becomes: 'moved' })),
  ]
  return all.sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0))
}

/** Whether a record that goes is counted: the nodes that the plan names are not, nor is a participation that is there already. */
function isCarried(plan: StructurePlan, { entity, id }: Change): boolean {
  if (entity === 'node')
    return !(plan.kind === 'retire' && plan.nodeId === id) && !(plan.kind === 'merge' && plan.nodeIds.some((each) => each === id))
  return entity !== 'participation' || (plan.kind === 'retire' && plan.heirId === null)
}

/**
 * What goes with a plan, and the promises in force that it touches.
 *
 * @param snapshot the network before the plan; advanced and put back
 * @param changes the answer of `planChanges`
 * Cost O(dependencies log dependencies + changes). Spec: RV35, RV36.
 */
export function effectOf(snapshot: Snapshot, plan: StructurePlan, changes: readonly Change[]): PlanEffect {
  return {
    carried: carriedBy(
      changes.filter((change) => isCarried(plan, change)),
      '',
    ),
    promises: promisesOf(snapshot, changes),
  }
}

const promiseStarts: Readonly<Record<PlanPromise['becomes'], string>> = {
  goes: 'In force and gone with it:',
  loosened: 'Stays as it was settled, with nothing behind it any more:',
  moved: 'Stays as it was settled, with another node on one side:',
}

/**
 * What a plan does beyond its nodes, told before it happens.
 *
 * @returns sentences; none where nothing goes and no promise is touched
 * Cost O(promises). Spec: RV35, RV36.
 */
export function effectSentences({ carried, promises }: PlanEffect): readonly string[] {
  const gone = carried.total === 0 ? [] : [`Gone with it: ${carried.sentence}.`]
  const byBecoming = Map.groupBy(promises, ({ becomes }) => becomes)
  return [...gone, ...Array.from(byBecoming, ([becomes, held]) => `${promiseStarts[becomes]} ${namedPromises(held)}.`)]
}
