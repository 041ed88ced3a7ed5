import type { Assessment, DependencyAssessment } from '../okr/assessment.ts'
import { type PromiseClass, promiseClass } from '../okr/promise-class.ts'
import { type Ask, openAsks } from '../ritual/open-asks.ts'
import { listOf, type Snapshot } from '../snapshot.ts'

/** How many asks stand where; ended ones are in no board. */
export type AskCounts = Readonly<Record<Exclude<PromiseClass, 'ended'>, number>>

/** What one node is asked for by another one. */
export type AskCell = {
  readonly supplierNodeId: string
  readonly consumerNodeId: string
  readonly counts: AskCounts
  /** promises past their day, and asks past the day on which they were needed */
  readonly late: number
  readonly overdue: number
  /** in document order */
  readonly dependencyIds: readonly string[]
}

export type AskBoard = {
  /** nodes that are asked, and nodes that ask: in document order, only those with a cell */
  readonly givers: readonly string[]
  readonly takers: readonly string[]
  /** by giver, then by taker; pairs without asks have none. A cell of a node with itself holds what it needs inside */
  readonly cells: readonly AskCell[]
  readonly counts: AskCounts
  /** asks without an answer, oldest first, each with whose move it is */
  readonly unanswered: readonly Ask[]
}

const noCounts: AskCounts = { draft: 0, open: 0, promised: 0, refused: 0 }

function counted(needs: readonly DependencyAssessment[]): AskCounts {
  const counts = { ...noCounts }
  for (const { state } of needs) {
    const kind = promiseClass(state)
    if (kind !== 'ended') counts[kind] += 1
  }
  return counts
}

function marked(needs: readonly DependencyAssessment[], mark: 'late' | 'overdue'): number {
  return needs.filter(({ marks }) => marks.includes(mark)).length
}

function cellOf(supplierNodeId: string, consumerNodeId: string, needs: readonly DependencyAssessment[]): AskCell {
  return {
    supplierNodeId,
    consumerNodeId,
    counts: counted(needs),
    late: marked(needs, 'late'),
    overdue: marked(needs, 'overdue'),
    dependencyIds: needs.map(({ id }) => id),
  }
}

/**
 * Who is asked by whom, in the assessed cycle: a board of givers and takers with counts by class.
 *
 * Cost O(n log n). Spec: PR80-PR82.
 */
export function askBoard(snapshot: Snapshot, assessment: Assessment): AskBoard {
  const { cycleId, dependencies } = assessment
  const live = [...dependencies.values()].filter((need) => !need.isEnded && (cycleId === null || need.cycleId === cycleId))
  const nodes = listOf(snapshot, 'node').map(({ id }) => id)
  const bySupplier = Map.groupBy(live, ({ supplierNodeId }) => supplierNodeId)
  const cells = nodes.flatMap((supplierNodeId) => {
    const byConsumer = Map.groupBy(bySupplier.get(supplierNodeId) ?? [], ({ consumerNodeId }) => consumerNodeId)
    return nodes.flatMap((consumerNodeId) => {
      const needs = byConsumer.get(consumerNodeId)
      return needs ? [cellOf(supplierNodeId, consumerNodeId, needs)] : []
    })
  })
  const [givers, takers] = [new Set(cells.map((cell) => cell.supplierNodeId)), new Set(cells.map((cell) => cell.consumerNodeId))]
  return {
    givers: nodes.filter((id) => givers.has(id)),
    takers: nodes.filter((id) => takers.has(id)),
    cells,
    counts: counted(live),
    unanswered: openAsks(snapshot, assessment).unanswered,
  }
}
