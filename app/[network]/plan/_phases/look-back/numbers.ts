import type { KeyResult } from '../../../../../lib/domain/entity.ts'
import { listOf, referring, type Snapshot } from '../../../../../lib/domain/snapshot.ts'

/** How long one node looks back. */
export const nodeSeconds = 120

/** From this grade on a key result counts as reached. */
const reachedFrom = 0.7

/** The key results of a node in a cycle, in order. */
export function keyResultsIn(snapshot: Snapshot, nodeId: string, cycleId: string | null): KeyResult[] {
  return referring(snapshot, 'objective', 'nodeId', nodeId)
    .filter((objective) => objective.cycleId === cycleId)
    .flatMap(({ id }) => referring(snapshot, 'keyResult', 'objectiveId', id))
}

/** The nodes that have something to look back on, area by area. */
export function lookers(snapshot: Snapshot, cycleId: string | null): string[] {
  const nodes = listOf(snapshot, 'area').flatMap(({ id }) => referring(snapshot, 'node', 'areaId', id))
  return nodes.flatMap(({ id }) => (keyResultsIn(snapshot, id, cycleId).length > 0 ? [id] : []))
}

export type LookNumbers = {
  readonly mean: number | null
  readonly graded: number
  readonly reached: number
  readonly carried: number
  readonly total: number
}

/** What a cycle came to for a node, from the grades that were given. A key result without one counts for nothing. */
export function numbersOf(keyResults: readonly KeyResult[]): LookNumbers {
  const grades = keyResults.flatMap(({ grade }) => grade ?? [])
  return {
    mean: grades.length === 0 ? null : grades.reduce((sum, grade) => sum + grade, 0) / grades.length,
    graded: grades.length,
    reached: grades.filter((grade) => grade >= reachedFrom).length,
    carried: keyResults.filter(({ rollOver }) => rollOver === 'carry' || rollOver === 'reshape').length,
    total: keyResults.length,
  }
}
