import { type NodeLink, nodeNeeds } from '../network/node-needs.ts'
import type { Assessment, KeyResultAssessment } from '../okr/assessment.ts'
import type { NeedGraph } from '../plan/graph.ts'
import { upstreamOf } from '../plan/reach.ts'
import { find, get, networkOf, referring, type Snapshot } from '../snapshot.ts'
import { type Waiting, waitingIn } from './walk/waiting.ts'

/** One link of the line from what a node moves to the core. */
export type LineLink = { readonly kind: 'keyResult' | 'objective' | 'goal' | 'node' | 'area' | 'network'; readonly id: string; readonly name: string }

/** A key result of the node: its line to the core, what it waits for, and who waits for it. */
export type ContributionLine = {
  readonly keyResultId: string
  /** key result → objective → the goals that it serves → node → area → network (the core) */
  readonly links: readonly LineLink[]
  /** dependencies that it needs itself; ended ones left out */
  readonly needIds: readonly string[]
  /** dependencies of others that need it */
  readonly giveIds: readonly string[]
  /** key results of other nodes that still wait for it, directly or through others */
  readonly waiting: number
  /** key results that it depends on, directly or through others */
  readonly waitsFor: number
}

export type SelfCheck = {
  readonly nodeId: string
  readonly lines: readonly ContributionLine[]
  /** nodes that need this node's key results */
  readonly whoWaits: readonly NodeLink[]
  /** nodes whose key results this node needs */
  readonly waitsFor: readonly NodeLink[]
  /** needs on this node for which it has named no key result yet */
  readonly askedOfNodeIds: readonly string[]
}

/** The line from a key result to the core. @throws DomainError NOT_FOUND. Cost O(goals of the objective). Spec: ST94. */
export function lineToCore(snapshot: Snapshot, keyResultId: string): LineLink[] {
  const keyResult = get(snapshot, 'keyResult', keyResultId)
  const objective = get(snapshot, 'objective', keyResult.objectiveId)
  const node = get(snapshot, 'node', objective.nodeId)
  const area = get(snapshot, 'area', node.areaId)
  const network = networkOf(snapshot)
  const goals = objective.goalIds.flatMap((id): LineLink[] => {
    const goal = find(snapshot, 'goal', id)
    return goal ? [{ kind: 'goal', id: goal.id, name: goal.name }] : []
  })
  return [
    { kind: 'keyResult', id: keyResult.id, name: keyResult.title },
    { kind: 'objective', id: objective.id, name: objective.title },
    ...goals,
    { kind: 'node', id: node.id, name: node.name },
    { kind: 'area', id: area.id, name: area.name },
    { kind: 'network', id: network.id, name: network.name },
  ]
}

/** Key results of other nodes that still wait for one, nearest first. Cost O(1) where it was asked before. Spec: ST95. */
export function othersWaiting({ keyResults }: Assessment, waiting: Waiting, { id, nodeId, isDone }: KeyResultAssessment): string[] {
  return isDone ? [] : waiting.forKeyResult(id).filter((other) => keyResults.get(other)?.nodeId !== nodeId)
}

type Looked = { readonly graph: NeedGraph; readonly waiting: Waiting }

function lineOf(snapshot: Snapshot, assessment: Assessment, { graph, waiting }: Looked, keyResult: KeyResultAssessment): ContributionLine {
  const { id } = keyResult
  const { dependencies } = assessment
  const isLive = (need: { readonly id: string }) => dependencies.get(need.id)?.isEnded === false
  return {
    keyResultId: id,
    links: lineToCore(snapshot, id),
    needIds: referring(snapshot, 'dependency', 'consumerKeyResultId', id)
      .filter(isLive)
      .map((need) => need.id),
    giveIds: referring(snapshot, 'dependency', 'supplierKeyResultId', id)
      .filter(isLive)
      .map((need) => need.id),
    waiting: othersWaiting(assessment, waiting, keyResult).length,
    waitsFor: upstreamOf(graph, id).size,
  }
}

/**
 * What a node moves, for whom, and through whom: its key results of the assessed cycle with their line to the core, who
 * waits for them, and whom they wait for.
 *
 * @throws DomainError NOT_FOUND where the node is not there
 * Cost O(key results of the node · (key results + needs)). Spec: ST94-ST96.
 */
export function selfCheck(snapshot: Snapshot, assessment: Assessment, graph: NeedGraph, nodeId: string): SelfCheck {
  get(snapshot, 'node', nodeId)
  const { cycleId, keyResults, dependencies } = assessment
  const own = [...keyResults.values()].filter((each) => each.nodeId === nodeId && (cycleId === null || each.cycleId === cycleId))
  const waiting = waitingIn(assessment)
  const side = nodeNeeds(assessment).byNode.get(nodeId)
  const isAskedOfNode = (id: string) => dependencies.get(id)?.supplierKeyResultId === null
  return {
    nodeId,
    lines: own.map((keyResult) => lineOf(snapshot, assessment, { graph, waiting }, keyResult)),
    whoWaits: side?.gives ?? [],
    waitsFor: side?.needs ?? [],
    askedOfNodeIds: [...(side?.gives.flatMap(({ dependencyIds }) => dependencyIds) ?? []), ...(side?.insideDependencyIds ?? [])].filter(
      isAskedOfNode,
    ),
  }
}
