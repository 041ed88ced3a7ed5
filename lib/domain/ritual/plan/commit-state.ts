import type { Dependency } from '../../entity.ts'
import { leadsOf, todayIn } from '../../own-nodes.ts'
import { nodesOfPromise } from '../../promise/stand.ts'
import { find, listOf, referring, type Snapshot } from '../../snapshot.ts'
import { addDays } from '../../time.ts'
import type { PromiseState } from '../../vocabulary.ts'
import { isUnpromised, keyResultsOf, needsOf } from './needs.ts'
import { actionFor, actionText } from './open-action.ts'

/** A need that nobody has promised, and who takes it on by when. */
export type OpenNeed = {
  readonly dependencyId: string
  readonly state: PromiseState
  readonly consumerKeyResultId: string
  readonly consumerNodeId: string | null
  readonly supplierNodeId: string | null
  readonly neededOn: string | null
  /** the action about it; null where there is none yet */
  readonly itemId: string | null
  readonly ownerId: string | null
  readonly dueOn: string | null
  /** it has an owner and a day */
  readonly isOwned: boolean
  /** what the action would say, and whom and which day one would take first; people choose */
  readonly suggested: { readonly text: string; readonly ownerId: string | null; readonly dueOn: string }
}

/** Where a plan stands before it is committed. */
export type CommitState = {
  readonly keyResults: number
  /** needs that were promised, delivered or accepted, of all that have not ended */
  readonly promised: number
  readonly needs: number
  readonly open: readonly OpenNeed[]
  /** every open need has an owner and a day: it can be committed */
  readonly isSettled: boolean
  /** key results that are not final, in document order */
  readonly provisionalIds: readonly string[]
  /** nodes that plan or give something in the cycle, in list order */
  readonly signedNodeIds: readonly string[]
  readonly unsignedNodeIds: readonly string[]
}

/** A session of planning, or a cycle by itself: without a session nothing is owned or signed. */
type Planned = { readonly id: string | null; readonly cycleId: string | null }

function ownerFor(snapshot: Snapshot, need: Dependency, today: string): string | null {
  const keyResult = find(snapshot, 'keyResult', need.consumerKeyResultId)
  const objective = find(snapshot, 'objective', keyResult?.objectiveId ?? null)
  const leads = objective ? leadsOf(snapshot, objective.nodeId, today) : []
  return keyResult?.ownerId ?? objective?.ownerId ?? leads[0] ?? null
}

/** Whom and which day one would take first for a need that nobody has promised. Cost O(participations of the node). Spec: PL25. */
export function suggestedFor(snapshot: Snapshot, need: Dependency, today: string): { readonly ownerId: string | null; readonly dueOn: string } {
  return { ownerId: ownerFor(snapshot, need, today), dueOn: dayFor(need, today) }
}

/** A week from today, or the day on which it is needed where that comes first. */
function dayFor({ neededOn }: Dependency, today: string): string {
  const inAWeek = addDays(today, 7)
  return neededOn !== null && neededOn >= today && neededOn < inAWeek ? neededOn : inAWeek
}

function openNeed(snapshot: Snapshot, ritualId: string | null, need: Dependency, today: string): OpenNeed {
  const item = ritualId === null ? undefined : actionFor(snapshot, ritualId, need.id)
  const nodes = nodesOfPromise(snapshot, need)
  const [ownerId, dueOn] = [item?.ownerId ?? null, item?.dueOn ?? null]
  return {
    dependencyId: need.id,
    state: need.state,
    consumerKeyResultId: need.consumerKeyResultId,
    consumerNodeId: nodes.consumer,
    supplierNodeId: nodes.supplier,
    neededOn: need.neededOn,
    itemId: item?.id ?? null,
    ownerId,
    dueOn,
    isOwned: ownerId !== null && dueOn !== null,
    suggested: { text: actionText(snapshot, need), ...suggestedFor(snapshot, need, today) },
  }
}

/** The nodes that have something to sign: an objective of the cycle, or something that is asked of them in it. */
function signingNodes(snapshot: Snapshot, cycleId: string | null, needs: readonly Dependency[]): string[] {
  const givers = new Set(needs.map((need) => nodesOfPromise(snapshot, need).supplier))
  const plans = (nodeId: string) => referring(snapshot, 'objective', 'nodeId', nodeId).some((each) => each.cycleId === cycleId)
  return listOf(snapshot, 'node').flatMap(({ id }) => (givers.has(id) || plans(id) ? [id] : []))
}

/** Where a plan stands on a day; see `commitState`. Cost O(key results + needs + nodes). Spec: PL22-PL25. */
export function commitStateOn(snapshot: Snapshot, { id, cycleId }: Planned, today: string): CommitState {
  const needs = needsOf(snapshot, cycleId)
  const open = needs.filter(isUnpromised).map((need) => openNeed(snapshot, id, need, today))
  const waiting = new Set<string>(open.map(({ consumerKeyResultId }) => consumerKeyResultId))
  const planned = keyResultsOf(snapshot, cycleId)
  const signed = new Set<string>(id === null ? [] : referring(snapshot, 'signOff', 'ritualId', id).map(({ nodeId }) => nodeId))
  const signing = signingNodes(snapshot, cycleId, needs)
  return {
    keyResults: planned.length,
    promised: needs.length - open.length,
    needs: needs.length,
    open,
    isSettled: open.every(({ isOwned }) => isOwned),
    provisionalIds: planned.filter((each) => waiting.has(each.id)).map((each) => each.id),
    signedNodeIds: signing.filter((nodeId) => signed.has(nodeId)),
    unsignedNodeIds: signing.filter((nodeId) => !signed.has(nodeId)),
  }
}

/**
 * Where a plan stands before it is committed: what is planned, promised, open and signed. An unsigned node is a fact that is
 * shown and blocks nothing.
 *
 * @param now the instant, for the day of the network
 * Cost O(key results + needs + nodes). Spec: PL22-PL25.
 */
export function commitState(snapshot: Snapshot, planned: Planned, now: string): CommitState {
  return commitStateOn(snapshot, planned, todayIn(snapshot, now))
}
