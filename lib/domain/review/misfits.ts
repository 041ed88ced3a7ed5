import type { StructurePlan } from '../entity.ts'
import { DomainError, type Fault } from '../error.ts'
import { sentenceOf } from '../format/fault.ts'
import type { EntityName } from '../ids.ts'
import { entityWords, find, nameOf, type Snapshot } from '../snapshot.ts'
import { activityLimit, afterMerge, descriptionLimit } from './merged-node.ts'
import { nodesMadeBy, type PlanOf, type SplitPart } from './plan-parts.ts'

function fault(path: string, message: string, remedy: string): Fault {
  return { path, message, remedy }
}

function missing(snapshot: Snapshot, entity: 'node' | 'area', id: string, path: string): Fault[] {
  if (find<'node' | 'area'>(snapshot, entity, id)) return []
  const word = entityWords[entity]
  return [fault(path, `There is no ${word} “${id}” in this network, or no more.`, `Choose a ${word} that is there.`)]
}

function repeated(ids: readonly string[], path: (at: number) => string): Fault[] {
  return ids.flatMap((id, at) => (ids.indexOf(id) === at ? [] : [fault(path(at), 'is named twice.', 'Name it once.')]))
}

function misfitsOfMerge(snapshot: Snapshot, plan: PlanOf<'merge'>): Fault[] {
  const at = (place: number) => `plan.nodeIds[${place}]`
  const itself = plan.nodeIds.flatMap((id, place) =>
    id === plan.intoId ? [fault(at(place), 'A node cannot become part of itself.', 'Choose another node, or another one to merge into.')] : [],
  )
  const faults = [
    ...missing(snapshot, 'node', plan.intoId, 'plan.intoId'),
    ...plan.nodeIds.flatMap((id, place) => missing(snapshot, 'node', id, at(place))),
    ...itself,
    ...repeated(plan.nodeIds, at),
  ]
  return faults.length > 0 ? faults : misfitsOfWhole(snapshot, plan)
}

/** What the node that stays would hold has to fit its schema. */
function misfitsOfWhole(snapshot: Snapshot, plan: PlanOf<'merge'>): Fault[] {
  const { activities, description } = afterMerge(snapshot, plan)
  const [tooMany, tooLong] = [activities.length > activityLimit, (description?.length ?? 0) > descriptionLimit]
  return [
    ...(tooMany ? [fault('plan.nodeIds', `Together they have more than ${activityLimit} activities.`, 'Take some away first.')] : []),
    ...(tooLong ? [fault('plan.nodeIds', `Together their descriptions are longer than ${descriptionLimit} signs.`, 'Shorten one first.')] : []),
  ]
}

const partLists = [
  ['objectiveIds', 'objective'],
  ['exchangeIds', 'exchange'],
  ['participationIds', 'participation'],
] as const satisfies readonly (readonly [keyof SplitPart, EntityName])[]

function livesOn(snapshot: Snapshot, entity: 'objective' | 'exchange' | 'participation', id: string, nodeId: string): boolean {
  const record = find<'objective' | 'exchange' | 'participation'>(snapshot, entity, id)
  if (!record) return false
  return 'fromNodeId' in record ? record.fromNodeId === nodeId || record.toNodeId === nodeId : record.nodeId === nodeId
}

/** What a part takes that it cannot take: what is elsewhere, and what another part takes too. */
function misfitsOfTaken(snapshot: Snapshot, plan: PlanOf<'split'>, at: number): Fault[] {
  const taken = new Set(plan.parts.slice(0, at).flatMap((part) => partLists.flatMap(([field]): readonly string[] => part[field])))
  return partLists.flatMap(([field, entity]) => {
    const ids: readonly string[] = plan.parts[at]?.[field] ?? []
    return ids.flatMap((id, place) => {
      const [where, word] = [`plan.parts[${at}].${field}[${place}]`, entityWords[entity]]
      if (!livesOn(snapshot, entity, id, plan.nodeId))
        return [
          fault(where, `The ${word} “${id}” is not on the node that is split, or no more.`, 'Name what is on it, or leave it with the first part.'),
        ]
      return taken.has(id) || ids.indexOf(id) < place ? [fault(where, `This ${word} is given to two parts.`, 'Give it to one.')] : []
    })
  })
}

function misfitsOfName({ parts }: PlanOf<'split'>, at: number): Fault[] {
  const [name, path] = [parts[at]?.name.trim() ?? '', `plan.parts[${at}].name`]
  if (name === '') return [fault(path, 'This part has no name.', 'Give each part a name.')]
  const isTwice = parts.slice(0, at).some((other) => other.name.trim() === name)
  return isTwice ? [fault(path, 'Two parts have this name.', 'Give each part a name of its own.')] : []
}

function misfitsOfPart(snapshot: Snapshot, plan: PlanOf<'split'>, at: number): Fault[] {
  const areaId = plan.parts[at]?.areaId ?? null
  const area = areaId === null ? [] : missing(snapshot, 'area', areaId, `plan.parts[${at}].areaId`)
  return [...misfitsOfName(plan, at), ...area, ...misfitsOfTaken(snapshot, plan, at)]
}

function misfitsOfSplit(snapshot: Snapshot, plan: PlanOf<'split'>): Fault[] {
  const gone = missing(snapshot, 'node', plan.nodeId, 'plan.nodeId')
  return gone.length > 0 ? gone : plan.parts.flatMap((_, at) => misfitsOfPart(snapshot, plan, at))
}

function misfitsOfRetire(snapshot: Snapshot, { nodeId, heirId }: PlanOf<'retire'>): Fault[] {
  const gone = missing(snapshot, 'node', nodeId, 'plan.nodeId')
  if (heirId === null) return gone
  if (heirId === nodeId) return [...gone, fault('plan.heirId', 'A node cannot be its own heir.', 'Choose another node, or none.')]
  return [...gone, ...missing(snapshot, 'node', heirId, 'plan.heirId')]
}

/**
 * Why a plan does not fit the network as it stands, each with its field and what to do.
 *
 * @returns none where it fits
 * Cost O(ids named · records of the nodes). Spec: RV21.
 */
export function misfitsOf(snapshot: Snapshot, plan: StructurePlan): readonly Fault[] {
  switch (plan.kind) {
    case 'add':
      return [
        ...missing(snapshot, 'area', plan.areaId, 'plan.areaId'),
        ...(plan.name.trim() === '' ? [fault('plan.name', 'The node has no name.', 'Give it a name.')] : []),
      ]
    case 'merge':
      return misfitsOfMerge(snapshot, plan)
    case 'split':
      return misfitsOfSplit(snapshot, plan)
    case 'retire':
      return misfitsOfRetire(snapshot, plan)
  }
}

function misfitsOfIds(snapshot: Snapshot, plan: StructurePlan, nodeIds: readonly string[]): Fault[] {
  const wanted = nodesMadeBy(plan)
  const remedy = `Give ${wanted === 1 ? 'one new id' : `${wanted} new ids`}.`
  if (nodeIds.length < wanted) return [fault('nodeIds', `The plan makes ${wanted === 1 ? 'one node' : `${wanted} nodes`}.`, remedy)]
  const used = nodeIds.slice(0, wanted)
  const taken = used.flatMap((id, at) => {
    const known = find(snapshot, 'node', id)
    return known ? [fault(`nodeIds[${at}]`, `is the id of “${nameOf(known)}”.`, 'Give an id that is not in use.')] : []
  })
  return [...taken, ...repeated(used, (at) => `nodeIds[${at}]`)]
}

/** The refusal of a plan that does not fit. Cost O(faults). */
export function unfit(faults: readonly Fault[], before = 'This plan does not fit the network.'): DomainError {
  return new DomainError('PLAN_UNFIT', `${before} ${sentenceOf(faults)}`, { faults })
}

/**
 * Refuses a plan that does not fit.
 *
 * @param nodeIds ids of the nodes that it would make; null where nothing is made yet
 * @throws DomainError PLAN_UNFIT with every misfit
 * Cost that of `misfitsOf`. Spec: RV21, RV22.
 */
export function requireFit(snapshot: Snapshot, plan: StructurePlan, nodeIds: readonly string[] | null): void {
  const faults = [...misfitsOf(snapshot, plan), ...(nodeIds === null ? [] : misfitsOfIds(snapshot, plan, nodeIds))]
  if (faults.length > 0) throw unfit(faults)
}
