import { api } from '../../contract/api.ts'
import { assess } from '../../domain/okr/assess.ts'
import type { KeyResultAssessment, ObjectiveAssessment } from '../../domain/okr/assessment.ts'
import { get, networkOf } from '../../domain/snapshot.ts'
import { dayIn } from '../../domain/time.ts'
import { type Route, route } from './context.ts'

function keyResultOf({ progress, ...rest }: KeyResultAssessment) {
  const { id, objectiveId, nodeId, cycleId, expected, stated, derived, display, disagrees, dueOn, lateDays, daysSinceCheckIn, needs, gives } = rest
  const measured = { progress: progress.share, unknown: progress.unknown, expected }
  const status = { stated, derived, display, disagrees }
  return { id, objectiveId, nodeId, cycleId, ...measured, ...status, dueOn, lateDays, daysSinceCheckIn, needs, gives }
}

function objectiveOf({ id, nodeId, cycleId, progress, expected, grade, worst }: ObjectiveAssessment) {
  const { share, known, total } = progress
  return { id, nodeId, cycleId, progress: share, known, total, expected, grade: grade.share, worst }
}

/** What the domain makes of a network on a day. */
export const assessmentRoutes: readonly Route[] = [
  route(api.assessment, async ({ store, params, query, now }) => {
    const snapshot = await store.read(await store.resolve(params.network))
    const { cycleId = null } = query
    if (cycleId !== null) get(snapshot, 'cycle', cycleId)
    const on = query.on ?? dayIn(networkOf(snapshot).timeZone, now)
    const { keyResults, objectives } = assess(snapshot, { today: on, cycleId })
    const isAsked = (subject: { readonly cycleId: string | null }) => cycleId === null || subject.cycleId === cycleId
    return {
      revision: snapshot.revision,
      on,
      keyResults: [...keyResults.values()].filter(isAsked).map(keyResultOf),
      objectives: [...objectives.values()].filter(isAsked).map(objectiveOf),
    }
  }),
]
