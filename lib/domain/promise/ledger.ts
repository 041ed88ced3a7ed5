import type { Assessment, DependencyAssessment } from '../okr/assessment.ts'
import { dependencyDueOn } from '../okr/dependency-marks.ts'
import { find, get, type Snapshot } from '../snapshot.ts'
import type { PromiseState } from '../vocabulary.ts'

/** One promise or ask between a node and another one. */
export type LedgerEntry = {
  readonly dependencyId: string
  /** the other node; null where nobody knows it any more */
  readonly nodeId: string | null
  readonly what: string
  readonly state: PromiseState
  /** the promised day, else the needed one */
  readonly dueOn: string | null
  readonly lateDays: number
  readonly isPromised: boolean
  readonly isSettled: boolean
}

/** What a node owes to others, and what others owe to it. */
export type Ledger = { readonly nodeId: string; readonly owes: readonly LedgerEntry[]; readonly owed: readonly LedgerEntry[] }

function entryOf(snapshot: Snapshot, need: DependencyAssessment, nodeId: string | null): LedgerEntry {
  const dependency = get(snapshot, 'dependency', need.id)
  return {
    dependencyId: need.id,
    nodeId,
    what: dependency.what,
    state: need.state,
    dueOn: dependencyDueOn(dependency),
    lateDays: need.lateDays,
    isPromised: need.isPromised,
    isSettled: need.isSettled,
  }
}

/** What is still to come before what is settled, each soonest due first; a tie keeps the order of the document. */
function byDue(a: LedgerEntry, b: LedgerEntry): number {
  const [left, right] = [a.dueOn ?? '9999', b.dueOn ?? '9999']
  return Number(a.isSettled) - Number(b.isSettled) || (left < right ? -1 : left > right ? 1 : 0)
}

/**
 * “We owe” and “we are owed”: what is asked of or promised by a node and what it asked for, of the assessed cycle. Drafts, refusals,
 * what has ended and what stays inside the node are in neither.
 *
 * @throws DomainError NOT_FOUND where the node is not there
 * Cost O(n log n). Spec: PR83-PR84.
 */
export function ledgerOf(snapshot: Snapshot, { cycleId, dependencies }: Assessment, nodeId: string): Ledger {
  get(snapshot, 'node', nodeId)
  const between = [...dependencies.values()].filter(
    (need) =>
      (need.isPromised || need.isOpen) &&
      !need.isInsideNode &&
      (cycleId === null || need.cycleId === cycleId) &&
      find(snapshot, 'dependency', need.id),
  )
  const side = (mine: 'supplierNodeId' | 'consumerNodeId', other: 'supplierNodeId' | 'consumerNodeId') =>
    between
      .filter((need) => need[mine] === nodeId)
      .map((need) => entryOf(snapshot, need, need[other]))
      .sort(byDue)
  return { nodeId, owes: side('supplierNodeId', 'consumerNodeId'), owed: side('consumerNodeId', 'supplierNodeId') }
}
