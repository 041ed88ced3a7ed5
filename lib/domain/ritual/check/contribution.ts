import { asId } from '../../ids.ts'
import type { Metric } from '../../metric.ts'
import type { Assessment } from '../../okr/assessment.ts'
import { needGraph } from '../../plan/graph.ts'
import { find, get, listOf, networkOf, referring, type Snapshot } from '../../snapshot.ts'
import { othersWaiting, selfCheck } from '../self-check.ts'
import { waitingIn } from '../walk/waiting.ts'
import { isReceived, isSeenDifferently } from './words-said.ts'

/** What a node contributes, as facts; every list is in list order and without repeats. */
export type Contribution = {
  readonly nodeId: string
  /** what we move: key results of the assessed cycle with how they stand */
  readonly moves: readonly { readonly keyResultId: string; readonly title: string; readonly stands: string }[]
  /** names of the nodes to which we give: by exchanges, or by promises */
  readonly forWhom: readonly string[]
  /** names of the nodes that give to us */
  readonly throughWhom: readonly string[]
  /** titles of the key results of others that still wait for ours, directly or through others: what stops if ours slip */
  readonly stops: readonly string[]
  /** names of the nodes that wait for a promise of ours */
  readonly whoWaits: readonly string[]
  /** promises of the cycle between us and others, by what became of them */
  readonly given: PromiseCounts
  readonly received: PromiseCounts
  /** sentences about what two sides, or the owner and the network, see differently */
  readonly seenDifferently: readonly string[]
  /** the area and the purpose that the node serves */
  readonly serves: { readonly area: string; readonly network: string }
}

export type PromiseCounts = { readonly open: number; readonly delivered: number; readonly late: number }

const amounts = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 })

/** Where a metric stands and where it goes, such as “6 → 4 days”; “not measured yet” where nobody has said. Cost O(steps). */
export function metricInWords(metric: Metric): string {
  switch (metric.kind) {
    case 'increase':
    case 'decrease': {
      if (metric.current === null) return 'not measured yet'
      const goal = metric.target === null ? '' : ` → ${amounts.format(metric.target)}`
      return `${amounts.format(metric.current)}${goal}${metric.unit ? ` ${metric.unit}` : ''}`
    }
    case 'maintain':
      return metric.current === null ? 'not measured yet' : `${amounts.format(metric.current)}${metric.unit ? ` ${metric.unit}` : ''}`
    case 'milestone':
      return `${metric.steps.filter(({ done }) => done === 1).length} of ${metric.steps.length} steps`
    case 'boolean':
      return metric.current === 1 ? 'done' : 'not yet done'
    case 'ordinal':
      return metric.current ?? 'not measured yet'
  }
}

function unique(names: readonly (string | undefined)[]): string[] {
  return [...new Set(names.filter((name) => name !== undefined))]
}

/** What is delivered by its state, or what who takes it says they have. */
function isThere(snapshot: Snapshot, { dependencies }: Assessment, id: string): boolean {
  return dependencies.get(id)?.isSettled === true || isReceived(snapshot, { id: asId<'dependency'>(id) })
}

function countsOf(snapshot: Snapshot, assessment: Assessment, ids: readonly string[]): PromiseCounts {
  const facts = ids.flatMap((id) => assessment.dependencies.get(id) ?? []).filter(({ isPromised }) => isPromised)
  const out = facts.filter(({ id }) => !isThere(snapshot, assessment, id))
  return { open: out.length, delivered: facts.length - out.length, late: out.filter(({ lateDays }) => lateDays > 0).length }
}

function differences(snapshot: Snapshot, assessment: Assessment, { own, between }: { own: readonly string[]; between: readonly string[] }): string[] {
  const promises = between.flatMap((id) => {
    const dependency = find(snapshot, 'dependency', id)
    if (!dependency || !isSeenDifferently(snapshot, dependency)) return []
    return [`“${dependency.what || 'What was promised'}”: one side says that it is delivered, the other does not have it.`]
  })
  const stated = own.flatMap((id) => {
    const facts = assessment.keyResults.get(id)
    return facts?.disagrees
      ? [
          `“${get(snapshot, 'keyResult', id).title}”: stated on track, and ${facts.derived.filter((each) => each === 'blocked' || each === 'late').join(' and ')} by what it depends on.`,
        ]
      : []
  })
  return [...promises, ...stated]
}

function titlesBehind(snapshot: Snapshot, assessment: Assessment, own: readonly string[]): string[] {
  const waiting = waitingIn(assessment)
  const facts = own.flatMap((id) => assessment.keyResults.get(id) ?? [])
  const behind = new Set(facts.flatMap((each) => othersWaiting(assessment, waiting, each)))
  return listOf(snapshot, 'keyResult').flatMap(({ id, title }) => (behind.has(id) ? [title] : []))
}

/**
 * What a node moves, for whom, through whom, what stops if it slips, who waits for it, what was given and received, and what is seen differently.
 *
 * @throws DomainError NOT_FOUND where the node is not there
 * Cost O(key results of the node · (key results + needs) + entries). Spec: CK60-CK62.
 */
export function contributionOf(snapshot: Snapshot, assessment: Assessment, nodeId: string): Contribution {
  const node = get(snapshot, 'node', nodeId)
  const { lines, whoWaits, waitsFor } = selfCheck(snapshot, assessment, needGraph(snapshot, assessment.cycleId), nodeId)
  const own = lines.map(({ keyResultId }) => keyResultId)
  const nameOf = (id: string) => find(snapshot, 'node', id)?.name
  const [given, taken] = [whoWaits.flatMap(({ dependencyIds }) => dependencyIds), waitsFor.flatMap(({ dependencyIds }) => dependencyIds)]
  const isWaited = (id: string) => assessment.dependencies.has(id) && !isThere(snapshot, assessment, id)
  return {
    nodeId,
    moves: own.map((id) => {
      const { title, metric } = get(snapshot, 'keyResult', id)
      return { keyResultId: id, title, stands: metricInWords(metric) }
    }),
    forWhom: unique([
      ...referring(snapshot, 'exchange', 'fromNodeId', nodeId).map(({ toNodeId }) => nameOf(toNodeId)),
      ...whoWaits.map(({ consumerNodeId }) => nameOf(consumerNodeId)),
    ]),
    throughWhom: unique([
      ...referring(snapshot, 'exchange', 'toNodeId', nodeId).map(({ fromNodeId }) => nameOf(fromNodeId)),
      ...waitsFor.map(({ supplierNodeId }) => nameOf(supplierNodeId)),
    ]),
    stops: titlesBehind(snapshot, assessment, own),
    whoWaits: unique(whoWaits.filter(({ dependencyIds }) => dependencyIds.some(isWaited)).map(({ consumerNodeId }) => nameOf(consumerNodeId))),
    given: countsOf(snapshot, assessment, given),
    received: countsOf(snapshot, assessment, taken),
    seenDifferently: differences(snapshot, assessment, { own, between: [...given, ...taken] }),
    serves: { area: get(snapshot, 'area', node.areaId).name, network: networkOf(snapshot).name },
  }
}
