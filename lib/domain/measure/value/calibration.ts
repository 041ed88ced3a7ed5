import type { KeyResult } from '../../entity.ts'
import { type StatedStatus, statedStatus, statedStatuses } from '../../okr/confidence.ts'
import { inDocumentOrder } from '../../okr/document-order.ts'
import { expectedGrade } from '../../okr/grade.ts'
import { find, get, networkOf, referring, type Snapshot } from '../../snapshot.ts'
import { compareInstants, dayReader } from '../../time.ts'
import { shareOf } from './counts.ts'

/** What people had said of key results, against what came of them. Lists no people. */
export type Calibration = {
  /** key results with a grade and a confidence that was said before */
  readonly count: number
  /** key results of the cycle without one of the two */
  readonly left: number
  /** mean of (confidence − 1 or 0)²: 0 always right and sure, 0.25 as good as saying 50 in 100 each time; null without one */
  readonly brier: number | null
  /** mean confidence, 0 to 1 */
  readonly said: number | null
  /** share that was met, 0 to 1 */
  readonly met: number | null
  /** said − met: above 0 more was hoped than came */
  readonly optimism: number | null
  /** the same by what was said, best first; groups of nobody are there with count 0 */
  readonly groups: readonly CalibrationGroup[]
}

export type CalibrationGroup = { readonly stated: StatedStatus; readonly count: number; readonly met: number; readonly said: number | null }

/** Which word counts: the first that was said in the cycle, which is a forecast, or the last. */
export type Said = 'first' | 'last'

type Judged = { readonly confidence: number; readonly isMet: boolean }

/** A goal without a kind counts as met from 0.7, where the band “reached” begins. */
const metFrom = 0.7

function confidenceSaid(snapshot: Snapshot, keyResult: KeyResult, said: Said, isInCycle: (at: string) => boolean): number | null {
  const checkIns = [...referring(snapshot, 'checkIn', 'keyResultId', keyResult.id)].filter(
    ({ at, confidence }) => confidence !== null && isInCycle(at),
  )
  const inTime = checkIns.sort((a, b) => compareInstants(a.at, b.at))
  const chosen = said === 'first' ? inTime.at(0) : inTime.at(-1)
  return chosen ? chosen.confidence : keyResult.confidence
}

function meanOf(values: readonly number[]): number | null {
  return shareOf(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  )
}

function groupOf(stated: StatedStatus, judged: readonly Judged[]): CalibrationGroup {
  const own = judged.filter(({ confidence }) => statedStatus(confidence) === stated)
  return { stated, count: own.length, met: own.filter(({ isMet }) => isMet).length, said: meanOf(own.map(({ confidence }) => confidence)) }
}

/**
 * How well confidence was calibrated in a cycle that is graded: “You said 72 in 100 on average; 58 in 100 came true (7 of 12).” A key result is
 * met at the grade that its objective's kind expects, 1 or 0.7. Without a check-in in the cycle its own confidence is what was said.
 *
 * @param said `first` needs the check-ins of the whole cycle, which a browser does not hold: ask the server
 * @throws DomainError NOT_FOUND where the cycle is not there
 * Cost O(key results + check-ins log check-ins). Source: Brier 1950. Spec: VN52-VN54.
 */
export function calibration(snapshot: Snapshot, cycleId: string, said: Said): Calibration {
  const { startsOn, endsOn } = get(snapshot, 'cycle', cycleId)
  const dayOf = dayReader(networkOf(snapshot).timeZone)
  const isInCycle = (at: string) => startsOn <= dayOf(at) && dayOf(at) <= endsOn
  let left = 0
  const judged = inDocumentOrder(snapshot.tables.keyResult).flatMap((keyResult): Judged[] => {
    const objective = find(snapshot, 'objective', keyResult.objectiveId)
    if (objective?.cycleId !== cycleId) return []
    const confidence = confidenceSaid(snapshot, keyResult, said, isInCycle)
    if (keyResult.grade !== null && confidence !== null) return [{ confidence, isMet: keyResult.grade >= (expectedGrade(objective.kind) ?? metFrom) }]
    left += 1
    return []
  })
  const [meanSaid, met] = [meanOf(judged.map(({ confidence }) => confidence)), meanOf(judged.map(({ isMet }) => Number(isMet)))]
  return {
    count: judged.length,
    left,
    brier: meanOf(judged.map(({ confidence, isMet }) => (confidence - Number(isMet)) ** 2)),
    said: meanSaid,
    met,
    optimism: meanSaid === null || met === null ? null : meanSaid - met,
    groups: statedStatuses.map((stated) => groupOf(stated, judged)),
  }
}
