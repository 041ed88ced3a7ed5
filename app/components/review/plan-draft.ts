import type { StructurePlan } from '../../../lib/domain/entity.ts'
import { asId } from '../../../lib/domain/ids.ts'
import { find, listOf, type Snapshot } from '../../../lib/domain/snapshot.ts'
import type { ProposalKind } from '../../../lib/domain/vocabulary.ts'

/** What somebody has chosen so far of a plan, whatever its kind: changing the kind keeps it. */
export type PlanDraft = {
  readonly kind: ProposalKind
  readonly areaId: string | null
  readonly name: string
  readonly description: string
  /** the node that is split or retired, or the first of those that are merged */
  readonly nodeIds: readonly string[]
  readonly intoId: string | null
  readonly heirId: string | null
  readonly partNames: readonly string[]
  /** to which part a record of the split node goes; the first where it is not named */
  readonly partOf: Readonly<Record<string, number>>
}

export const mostParts = 10

/** A plan of a kind that begins with a node, where it was asked for on one. */
export function emptyDraft(kind: ProposalKind, nodeId: string | null): PlanDraft {
  const nodes = nodeId === null ? [] : [nodeId]
  const nothing = { areaId: null, name: '', description: '', intoId: null, heirId: null, partOf: {} }
  return { kind, ...nothing, nodeIds: nodes, partNames: ['', ''] }
}

/** What the new parts of a split can take from the node, in the order of the lists. */
export function takeable(snapshot: Snapshot, nodeId: string) {
  return {
    objectives: listOf(snapshot, 'objective').filter((each) => each.nodeId === nodeId),
    exchanges: listOf(snapshot, 'exchange').filter((each) => each.fromNodeId === nodeId || each.toNodeId === nodeId),
    participations: listOf(snapshot, 'participation').filter((each) => each.nodeId === nodeId),
  }
}

function splitPlan(snapshot: Snapshot, { nodeIds, partNames, partOf }: PlanDraft): StructurePlan | null {
  const [nodeId] = nodeIds
  const node = find(snapshot, 'node', nodeId ?? null)
  const names = partNames.map((name, at) => name.trim() || (at === 0 ? node?.name : '') || '')
  if (nodeId === undefined || names.includes('')) return null
  const { objectives, exchanges, participations } = takeable(snapshot, nodeId)
  const of = <T extends { readonly id: string }>(records: readonly T[], part: number) =>
    part === 0 ? [] : records.filter(({ id }) => (partOf[id] ?? 0) === part)
  const parts = names.map((name, at) => ({
    name,
    areaId: null,
    objectiveIds: of(objectives, at).map(({ id }) => id),
    exchangeIds: of(exchanges, at).map(({ id }) => id),
    participationIds: of(participations, at).map(({ id }) => id),
  }))
  return { kind: 'split', nodeId: asId<'node'>(nodeId), parts }
}

/** The plan that was chosen; null while something is missing. */
export function planOf(snapshot: Snapshot, draft: PlanDraft): StructurePlan | null {
  const { kind, areaId, name, description, nodeIds, intoId, heirId } = draft
  const [nodeId] = nodeIds
  switch (kind) {
    case 'add':
      if (areaId === null || name.trim() === '') return null
      return { kind, areaId: asId<'area'>(areaId), name: name.trim(), description: description.trim() || null }
    case 'merge':
      if (intoId === null || nodeId === undefined) return null
      return { kind, nodeIds: nodeIds.map((id) => asId<'node'>(id)), intoId: asId<'node'>(intoId), name: name.trim() || null }
    case 'split':
      return splitPlan(snapshot, draft)
    case 'retire':
      return nodeId === undefined ? null : { kind, nodeId: asId<'node'>(nodeId), heirId: heirId === null ? null : asId<'node'>(heirId) }
  }
}

function draftOfSplit(plan: Extract<StructurePlan, { kind: 'split' }>): PlanDraft {
  const partOf = plan.parts.flatMap(({ objectiveIds, exchangeIds, participationIds }, at) =>
    [...objectiveIds, ...exchangeIds, ...participationIds].map((id) => [id, at] as const),
  )
  return { ...emptyDraft('split', plan.nodeId), partNames: plan.parts.map(({ name }) => name), partOf: Object.fromEntries(partOf) }
}

/** A plan that was proposed, to be changed. */
export function draftOf(plan: StructurePlan): PlanDraft {
  switch (plan.kind) {
    case 'add':
      return { ...emptyDraft('add', null), areaId: plan.areaId, name: plan.name, description: plan.description ?? '' }
    case 'merge':
      return { ...emptyDraft('merge', null), nodeIds: plan.nodeIds, intoId: plan.intoId, name: plan.name ?? '' }
    case 'split':
      return draftOfSplit(plan)
    case 'retire':
      return { ...emptyDraft('retire', plan.nodeId), heirId: plan.heirId }
  }
}

/** The same draft without nodes that are gone by now. */
export function withoutGone(snapshot: Snapshot, draft: PlanDraft): PlanDraft {
  const isHere = (id: string | null) => id !== null && find(snapshot, 'node', id) !== undefined
  const kept = (id: string | null) => (isHere(id) ? id : null)
  return { ...draft, nodeIds: draft.nodeIds.filter(isHere), intoId: kept(draft.intoId), heirId: kept(draft.heirId) }
}
