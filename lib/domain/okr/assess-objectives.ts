import type { KeyResult, Objective } from '../entity.ts'
import { find, type Snapshot } from '../snapshot.ts'
import type { KeyResultAssessment, ObjectiveAssessment } from './assessment.ts'
import { inDocumentOrder } from './document-order.ts'
import { expectedGrade, gradeBand } from './grade.ts'
import { meanByWeight, partOf, rollUp } from './roll-up.ts'
import { noStatuses, worstStatus } from './status-counts.ts'

type Child = { readonly keyResult: KeyResult; readonly assessed: KeyResultAssessment }

function childrenByObjective(snapshot: Snapshot, keyResults: ReadonlyMap<string, KeyResultAssessment>): Map<string, Child[]> {
  const children = new Map<string, Child[]>()
  for (const assessed of keyResults.values()) {
    const keyResult = find(snapshot, 'keyResult', assessed.id)
    if (!keyResult) continue
    const known = children.get(keyResult.objectiveId)
    if (known) known.push({ keyResult, assessed })
    else children.set(keyResult.objectiveId, [{ keyResult, assessed }])
  }
  return children
}

/** Only key results whose progress is known: the bar and its tick speak of the same ones. */
function expectedOfKnown(children: readonly Child[]): number | null {
  return meanByWeight(
    children.map(({ keyResult: { weight }, assessed: { progress, expected } }) => ({ share: progress.share === null ? null : expected, weight })),
  )
}

function assessObjective({ id, nodeId, cycleId, kind }: Objective, children: readonly Child[]): ObjectiveAssessment {
  const counts = noStatuses()
  let [needs, gives] = [0, 0]
  for (const { assessed } of children) {
    counts[assessed.display] += 1
    needs += assessed.needs
    gives += assessed.gives
  }
  const grade = rollUp(children.map(({ keyResult }) => partOf(keyResult.grade, keyResult.weight)))
  return {
    id,
    nodeId,
    cycleId,
    progress: rollUp(children.map(({ keyResult, assessed }) => partOf(assessed.progress.share, keyResult.weight))),
    expected: expectedOfKnown(children),
    grade,
    gradeBand: gradeBand(grade.share),
    expectedGrade: expectedGrade(kind),
    counts,
    ...worstStatus(counts),
    keyResults: children.length,
    needs,
    gives,
  }
}

/** Every objective of the network. Cost O(objectives + key results). Spec: OKR20-OKR32. */
export function assessObjectives(snapshot: Snapshot, keyResults: ReadonlyMap<string, KeyResultAssessment>): Map<string, ObjectiveAssessment> {
  const children = childrenByObjective(snapshot, keyResults)
  const assessed = new Map<string, ObjectiveAssessment>()
  for (const objective of inDocumentOrder(snapshot.tables.objective))
    assessed.set(objective.id, assessObjective(objective, children.get(objective.id) ?? []))
  return assessed
}
