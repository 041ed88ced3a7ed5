import type { KeyResult } from '../entity.ts'
import { find, networkOf, type Snapshot } from '../snapshot.ts'
import { placeOfKeyResult } from './assess-dependencies.ts'
import type { DependencyAssessment, DerivedStatus, KeyResultAssessment } from './assessment.ts'
import { findAtRiskThrough, findBlocked } from './blocked.ts'
import { type CheckInHistory, checkInHistories, noSparkline } from './check-in-history.ts'
import { statedStatus } from './confidence.ts'
import { inDocumentOrder } from './document-order.ts'
import { disagrees, displayStatus, expectedOf, isDone, isStale, type KeyResultTime, lateDaysOf } from './key-result-status.ts'
import { progressOf } from './measure.ts'

type Counted = { needs: number; gives: number }

/** What a key result is by itself, before its needs are looked at. */
type Own = Omit<KeyResultAssessment, 'derived' | 'display' | 'disagrees' | 'blockedHops' | 'blockedBy' | 'atRiskThrough' | 'needs' | 'gives'> & {
  readonly isStale: boolean
  readonly hasBegun: boolean
}

function assessOwn(snapshot: Snapshot, keyResult: KeyResult, history: CheckInHistory | undefined, today: string): Own {
  const { id, objectiveId, metric, confidence } = keyResult
  const { nodeId, areaId, cycleId } = placeOfKeyResult(snapshot, id)
  const cycle = find(snapshot, 'cycle', cycleId)
  const time: KeyResultTime = { cycle, dueOn: keyResult.dueOn ?? cycle?.endsOn ?? null, today }
  const progress = progressOf(metric)
  const expected = expectedOf(metric.kind, time)
  return {
    id,
    objectiveId,
    nodeId,
    areaId,
    cycleId,
    progress,
    expected,
    gap: progress.share === null || expected === null ? null : progress.share - expected,
    stated: statedStatus(confidence),
    isDone: isDone(metric.kind, progress, time),
    lateDays: lateDaysOf(progress, time),
    dueOn: time.dueOn,
    confidence,
    lastCheckIn: history?.last ?? null,
    daysSinceCheckIn: history?.daysSince ?? null,
    sparkline: history?.sparkline ?? noSparkline,
    isStale: isStale(history?.last.day ?? null, time),
    hasBegun: cycle === undefined || today >= cycle.startsOn,
  }
}

function countByKeyResult(dependencies: readonly DependencyAssessment[]): Map<string, Counted> {
  const counts = new Map<string, Counted>()
  const countOf = (id: string) => {
    const known = counts.get(id) ?? { needs: 0, gives: 0 }
    counts.set(id, known)
    return known
  }
  for (const { isEnded, consumerKeyResultId, supplierKeyResultId } of dependencies) {
    if (isEnded) continue
    countOf(consumerKeyResultId).needs += 1
    if (supplierKeyResultId !== null) countOf(supplierKeyResultId).gives += 1
  }
  return counts
}

function derivedOf(own: Own, isBlocked: boolean): DerivedStatus[] {
  const derived: DerivedStatus[] = []
  if (own.isDone) derived.push('done')
  if (isBlocked) derived.push('blocked')
  if (own.lateDays > 0) derived.push('late')
  if (own.isStale) derived.push('stale')
  return derived
}

/**
 * Every key result of the network: what it is by itself, and what the network implies about it.
 *
 * @param dependencies all of them, in document order
 * Cost O(key results + dependencies + check-ins). Spec: ST20-ST45.
 */
export function assessKeyResults(snapshot: Snapshot, dependencies: readonly DependencyAssessment[], today: string): Map<string, KeyResultAssessment> {
  const histories = checkInHistories(snapshot, networkOf(snapshot).timeZone, today)
  const owns = new Map<string, Own>()
  for (const keyResult of inDocumentOrder(snapshot.tables.keyResult))
    owns.set(keyResult.id, assessOwn(snapshot, keyResult, histories.get(keyResult.id), today))
  const blocked = findBlocked(dependencies, owns)
  const risks = findAtRiskThrough(dependencies, owns, blocked)
  const counts = countByKeyResult(dependencies)
  const assessed = new Map<string, KeyResultAssessment>()
  for (const [id, own] of owns) {
    const { isStale: _, hasBegun, ...facts } = own
    const blockage = blocked.get(id)
    const derived = derivedOf(own, blockage !== undefined)
    assessed.set(id, {
      ...facts,
      derived,
      display: displayStatus({ stated: own.stated, derived, progress: own.progress, hasCheckIn: own.lastCheckIn !== null, hasBegun }),
      disagrees: disagrees(own.stated, derived),
      blockedHops: blockage?.hops ?? null,
      blockedBy: blockage?.cause ?? null,
      atRiskThrough: risks.get(id) ?? [],
      needs: counts.get(id)?.needs ?? 0,
      gives: counts.get(id)?.gives ?? 0,
    })
  }
  return assessed
}
