import type { Assessment, DependencyAssessment } from '../../okr/assessment.ts'
import { makeNeedGraph, type NeedGraph } from '../../plan/graph.ts'
import { downstreamOf } from '../../plan/reach.ts'

/** Who waits: key results, and the areas that they are in. */
export type Reach = { readonly keyResults: number; readonly areas: number }

/** Key results of the walk that wait for a key result or for a promise, nearest first. */
export type Waiting = {
  readonly forKeyResult: (keyResultId: string) => readonly string[]
  readonly forNeed: (need: DependencyAssessment) => readonly string[]
  readonly reachOf: (keyResultIds: readonly string[]) => Reach
}

/** What still waits: needs that are neither ended nor met, of key results that are not done. */
function waitingGraph({ keyResults, dependencies }: Assessment): NeedGraph {
  const needs = Array.from(dependencies.values()).flatMap(({ id, isEnded, isSettled, strength, ...need }) =>
    isEnded || isSettled || need.supplierKeyResultId === null || keyResults.get(need.consumerKeyResultId)?.isDone !== false
      ? []
      : [{ id, supplier: need.supplierKeyResultId, consumer: need.consumerKeyResultId, strength }],
  )
  return makeNeedGraph([...keyResults.keys()], needs)
}

/**
 * Who waits for what, directly or through others, among the key results of the assessed cycle. Behind a promise wait the key result that
 * needs it and all that wait for that one.
 *
 * Cost O(key results + needs) for each key result that is asked about, once. Spec: WA20-WA22.
 */
export function waitingIn(assessment: Assessment): Waiting {
  const graph = waitingGraph(assessment)
  const { keyResults, cycleId } = assessment
  const known = new Map<string, readonly string[]>()
  const isWalked = (id: string) => cycleId === null || keyResults.get(id)?.cycleId === cycleId
  const forKeyResult = (keyResultId: string) => {
    const found = known.get(keyResultId) ?? [...downstreamOf(graph, keyResultId).keys()].filter(isWalked)
    known.set(keyResultId, found)
    return found
  }
  return {
    forKeyResult,
    forNeed: ({ consumerKeyResultId }) => [consumerKeyResultId, ...forKeyResult(consumerKeyResultId)].filter(isWalked),
    reachOf: (ids) => ({ keyResults: ids.length, areas: new Set(ids.map((id) => keyResults.get(id)?.areaId ?? '')).size }),
  }
}
