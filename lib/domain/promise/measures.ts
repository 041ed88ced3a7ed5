import { coverageOf } from '../okr/assess-dependencies.ts'
import type { Assessment, DependencyAssessment } from '../okr/assessment.ts'
import { find, get, networkOf, type Snapshot } from '../snapshot.ts'
import { dayReader } from '../time.ts'
import { type Outcome, outcomesOf } from './outcomes.ts'
import { roundsOf } from './rounds.ts'
import { historyOf } from './stand.ts'

/** A part of a whole: both counts, the share from 0 to 1 (null where there is nothing to share), and what could not be counted. */
export type Share = { readonly count: number; readonly of: number; readonly share: number | null; readonly unknown: number }

/** How asking and promising goes, of a node or of the whole network; never of a person. */
export type PromiseMeasures = {
  /** of what is needed: how much is promised, delivered or accepted */
  readonly promised: Share
  /** of the asks that were made: how many have an answer, whatever it is */
  readonly answered: Share
  /** calendar days from an ask to its first answer; null where no answer has a known beginning */
  readonly daysToAnswer: { readonly median: number | null; readonly count: number; readonly unknown: number }
  /** of the promises that were due: how many were accepted on or before their day */
  readonly kept: Share
  /** promises that were taken back, before their day was over and after */
  readonly revoked: { readonly early: number; readonly late: number }
}

function shareOf(count: number, of: number, unknown: number): Share {
  return { count, of, share: of === 0 ? null : count / of, unknown }
}

function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

function answering(snapshot: Snapshot, asked: readonly DependencyAssessment[], dayOf: (at: string) => string) {
  const rounds = asked.map(({ id }) => roundsOf(get(snapshot, 'dependency', id), historyOf(snapshot, id), dayOf))
  const answers = rounds.flatMap((each) => each.answers)
  const known = answers.filter((days) => days !== null)
  const total = (count: (each: (typeof rounds)[number]) => number) => rounds.reduce((sum, each) => sum + count(each), 0)
  return {
    answered: shareOf(
      answers.length,
      answers.length + total(({ waiting }) => waiting),
      total(({ unknown }) => unknown),
    ),
    daysToAnswer: { median: medianOf(known), count: known.length, unknown: answers.length - known.length },
  }
}

function keeping(outcomes: readonly Outcome[]) {
  const count = (wanted: Outcome) => outcomes.filter((outcome) => outcome === wanted).length
  const due = count('kept') + count('broken') + count('late')
  return { kept: shareOf(count('kept'), due, count('unknown')), revoked: { early: count('early'), late: count('late') } }
}

/**
 * How asking and promising goes in the assessed cycle. What is promised is told of the side that needs; answering and keeping of the side
 * that is asked, without what stays inside one node. What has ended is in no measure.
 *
 * @param nodeId null: the whole network
 * @throws DomainError NOT_FOUND where the node is not there
 * Cost O(dependencies + moves). Spec: PR90-PR96.
 */
export function promiseMeasures(snapshot: Snapshot, assessment: Assessment, nodeId: string | null, today: string): PromiseMeasures {
  if (nodeId !== null) get(snapshot, 'node', nodeId)
  const { cycleId, dependencies } = assessment
  const live = [...dependencies.values()].filter(
    (need) => find(snapshot, 'dependency', need.id) && !need.isEnded && (cycleId === null || need.cycleId === cycleId),
  )
  const needed = live.filter(({ consumerNodeId }) => nodeId === null || consumerNodeId === nodeId)
  const asked = live.filter(({ supplierNodeId, isInsideNode }) => !isInsideNode && (nodeId === null || supplierNodeId === nodeId))
  const { promised, total, draft } = coverageOf(needed)
  const dayOf = dayReader(networkOf(snapshot).timeZone)
  const outcomes = asked.flatMap(({ id }) => outcomesOf(get(snapshot, 'dependency', id), historyOf(snapshot, id), { dayOf, today }))
  return { promised: shareOf(promised, total - draft, 0), ...answering(snapshot, asked, dayOf), ...keeping(outcomes) }
}
