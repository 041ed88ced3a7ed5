import { markedLimitOf } from '../checks/settings.ts'
import type { Dependency } from '../entity.ts'
import type { Assessment, DependencyAssessment } from '../okr/assessment.ts'
import { find, networkOf, type Snapshot } from '../snapshot.ts'
import { dayReader, daysBetween } from '../time.ts'
import type { Side } from '../vocabulary.ts'
import { ageInDays, waitingOf } from './waiting.ts'

/** Where an ask stands for one of its two nodes: it has to move, it waits for the other, nobody was asked yet, it is agreed. */
export const marketGroups = ['yours', 'theirs', 'draft', 'agreed'] as const
export type MarketGroup = (typeof marketGroups)[number]

export type MarketLine = {
  readonly dependencyId: string
  /** the node on the other side; null where a key result lost its node */
  readonly otherNodeId: string | null
  readonly side: Side
  readonly group: MarketGroup
  /** calendar days since the move for which it waits; null where nobody knows */
  readonly ageDays: number | null
  /** days by which the day that is promised, proposed or planned lies after the one on which it is needed; 0 where it does not */
  readonly backwardsDays: number
}

/** What a node holds as a giver: promises that it has still to keep, and asks that wait for an answer. */
export type GiverLoad = {
  readonly promised: number
  readonly asked: number
  /** the most promises that the network allows a node; null where it asks for no limit */
  readonly most: number | null
}

export type Market = {
  /** what the node needs of others, and of itself */
  readonly needs: readonly MarketLine[]
  /** what other nodes need of it; drafts were asked of nobody */
  readonly gives: readonly MarketLine[]
  readonly load: GiverLoad
}

/**
 * Days by which a need would be met too late: by the day that was promised, else the one on the table, else the giver's own plan.
 *
 * @returns 0 or more; 0 where a day is missing
 * Cost O(1). Spec: PR86.
 */
export function daysTooLate(snapshot: Snapshot, { neededOn, promisedOn, terms, supplierKeyResultId }: Dependency): number {
  const on = terms?.on ?? promisedOn ?? find(snapshot, 'keyResult', supplierKeyResultId)?.dueOn ?? null
  return neededOn !== null && on !== null && on > neededOn ? daysBetween(neededOn, on) : 0
}

function groupOf(need: DependencyAssessment, waitsFor: Side | null, side: Side): MarketGroup {
  if (need.state === 'draft') return 'draft'
  if (waitsFor === null || need.isSettled) return 'agreed'
  return waitsFor === side ? 'yours' : 'theirs'
}

function isLive({ cycleId }: Assessment, need: DependencyAssessment): boolean {
  return !need.isEnded && (cycleId === null || need.cycleId === cycleId)
}

function byUrgency(a: MarketLine, b: MarketLine): number {
  return marketGroups.indexOf(a.group) - marketGroups.indexOf(b.group) || (b.ageDays ?? -1) - (a.ageDays ?? -1)
}

/**
 * How much a node holds as a giver in the assessed cycle; what it needs of itself is not counted.
 *
 * Cost O(dependencies + settings log settings). Spec: PR87, AL4, AL5.
 */
export function giverLoad(snapshot: Snapshot, assessment: Assessment, nodeId: string): GiverLoad {
  const asked = [...assessment.dependencies.values()].filter(
    (need) => need.supplierNodeId === nodeId && !need.isInsideNode && isLive(assessment, need),
  )
  return {
    promised: asked.filter(({ isPromised, isSettled }) => isPromised && !isSettled).length,
    asked: asked.filter(({ isOpen }) => isOpen).length,
    most: markedLimitOf(snapshot, 'overload'),
  }
}

/**
 * The asks of one node in the assessed cycle, from its side: what it needs, and what others need of it.
 *
 * @returns each list by group, oldest first; what a node needs of itself is among its needs
 * Cost O(dependencies log dependencies). Spec: PR85-PR87.
 */
export function marketOf(snapshot: Snapshot, assessment: Assessment, nodeId: string): Market {
  const context = { dayOf: dayReader(networkOf(snapshot).timeZone), today: assessment.today }
  const lineOf = (facts: DependencyAssessment, side: Side): MarketLine[] => {
    const need = find(snapshot, 'dependency', facts.id)
    if (!need) return []
    const waiting = waitingOf(snapshot, need)
    const group = groupOf(facts, waiting?.side ?? null, side)
    if (side === 'supplier' && group === 'draft') return []
    const otherNodeId = side === 'consumer' ? facts.supplierNodeId : facts.consumerNodeId
    const ageDays = ageInDays(need.id, waiting?.since, context)
    return [{ dependencyId: need.id, otherNodeId, side, group, ageDays, backwardsDays: daysTooLate(snapshot, need) }]
  }
  const live = [...assessment.dependencies.values()].filter((need) => isLive(assessment, need))
  const needs = live.filter(({ consumerNodeId }) => consumerNodeId === nodeId).flatMap((need) => lineOf(need, 'consumer'))
  const asked = live.filter(({ supplierNodeId, isInsideNode }) => supplierNodeId === nodeId && !isInsideNode)
  return {
    needs: needs.sort(byUrgency),
    gives: asked.flatMap((need) => lineOf(need, 'supplier')).sort(byUrgency),
    load: giverLoad(snapshot, assessment, nodeId),
  }
}
