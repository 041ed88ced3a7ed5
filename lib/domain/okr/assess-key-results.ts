import { limitOf } from '../checks/settings.ts'
import type { KeyResult } from '../entity.ts'
import { find, networkOf, type Snapshot } from '../snapshot.ts'
import type { Cause, DependencyAssessment, DerivedStatus, KeyResultAssessment } from './assessment.ts'
import { type Blockage, findAtRiskThrough, findBlocked } from './blocked.ts'
import { type CheckInHistory, checkInHistories, noSparkline } from './check-in-history.ts'
import { statedStatus } from './confidence.ts'
import { inDocumentOrder } from './document-order.ts'
import { disagrees, displayStatus, expectedOf, isDone, isStale, type KeyResultTime, lateDaysOf } from './key-result-status.ts'
import { progressOf } from './measure.ts'
import { nowhere, type Place, type Places } from './place.ts'

type Counted = { needs: number; gives: number }

/** What a key result is by itself, before its needs are looked at. */
type Own = Omit<KeyResultAssessment, 'derived' | 'display' | 'disagrees' | 'blockedHops' | 'blockedBy' | 'atRiskThrough' | 'needs' | 'gives'>

function assessOwn(keyResult: KeyResult, place: Place, time: KeyResultTime, history: CheckInHistory | undefined): Own {
  const { id, objectiveId, metric, confidence } = keyResult
  const progress = progressOf(metric)
  const expected = expectedOf(metric.kind, time)
  return {
    id,
    objectiveId,
    nodeId: place.nodeId,
    areaId: place.areaId,
    cycleId: place.cycleId,
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

function derivedOf(own: Own, isBlocked: boolean, time: KeyResultTime): DerivedStatus[] {
  const derived: DerivedStatus[] = []
  if (own.isDone) derived.push('done')
  if (isBlocked) derived.push('blocked')
  if (own.lateDays > 0) derived.push('late')
  if (isStale(own.lastCheckIn?.day ?? null, time)) derived.push('stale')
  return derived
}

type Implied = { readonly blockage: Blockage | undefined; readonly risks: readonly Cause[]; readonly counted: Counted; readonly time: KeyResultTime }

const unneeded: Counted = { needs: 0, gives: 0 }
const noCauses: readonly Cause[] = []

function withImplied(own: Own, { blockage, risks, counted, time }: Implied): KeyResultAssessment {
  const { stated, progress } = own
  const derived = derivedOf(own, blockage !== undefined, time)
  const hasBegun = time.cycle === undefined || time.today >= time.cycle.startsOn
  return {
    ...own,
    derived,
    display: displayStatus({ stated, derived, progress, hasCheckIn: own.lastCheckIn !== null, hasBegun }),
    disagrees: disagrees(stated, derived),
    blockedHops: blockage?.hops ?? null,
    blockedBy: blockage?.cause ?? null,
    atRiskThrough: risks,
    needs: counted.needs,
    gives: counted.gives,
  }
}

/**
 * Every key result of the network: what it is by itself, and what the network implies about it.
 *
 * @param dependencies all of them, in document order
 * @returns in document order
 * Cost O(key results + dependencies + check-ins). Spec: ST20-ST48.
 */
export function assessKeyResults(
  snapshot: Snapshot,
  places: Places,
  dependencies: readonly DependencyAssessment[],
  today: string,
): Map<string, KeyResultAssessment> {
  const histories = checkInHistories(snapshot, networkOf(snapshot).timeZone, today)
  const mostSilentDays = limitOf(snapshot, 'stale')
  const [owns, times] = [new Map<string, Own>(), new Map<string, KeyResultTime>()]
  for (const keyResult of inDocumentOrder(snapshot.tables.keyResult)) {
    const place = places.ofKeyResult.get(keyResult.id) ?? nowhere
    const cycle = find(snapshot, 'cycle', place.cycleId)
    const time: KeyResultTime = { cycle, dueOn: keyResult.dueOn ?? cycle?.endsOn ?? null, today, mostSilentDays }
    times.set(keyResult.id, time)
    owns.set(keyResult.id, assessOwn(keyResult, place, time, histories.get(keyResult.id)))
  }
  const blocked = findBlocked(dependencies, owns)
  const risks = findAtRiskThrough(dependencies, owns, blocked)
  const counts = countByKeyResult(dependencies)
  const assessed = new Map<string, KeyResultAssessment>()
  for (const [id, own] of owns) {
    const time = times.get(id) ?? { cycle: undefined, dueOn: null, today, mostSilentDays }
    assessed.set(id, withImplied(own, { blockage: blocked.get(id), risks: risks.get(id) ?? noCauses, counted: counts.get(id) ?? unneeded, time }))
  }
  return assessed
}
