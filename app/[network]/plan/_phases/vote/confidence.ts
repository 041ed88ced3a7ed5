import type { Tally } from '../../../../../lib/domain/entity.ts'
import { lastVote, meanOf, othersOf, trustedFrom } from '../../../../../lib/domain/ritual/plan/vote.ts'
import { listOf, referring, type Snapshot } from '../../../../../lib/domain/snapshot.ts'

export type Confidence = {
  /** of everybody who voted */
  readonly all: Tally
  /** by node, in document order of the nodes; without those in which too few voted */
  readonly byNode: readonly Tally[]
  /** of everybody else; null where nobody is left, or no node is told by itself */
  readonly others: Pick<Tally, 'counts' | 'voters'> | null
}

/** What the room voted last, once the votes are open; null until then. */
export function confidenceOf(snapshot: Snapshot, ritualId: string): Confidence | null {
  const tallies = lastVote(snapshot, ritualId)
  const all = tallies.find(({ nodeId }) => nodeId === null)
  if (!all) return null
  const order = new Map(
    listOf(snapshot, 'area')
      .flatMap(({ id }) => referring(snapshot, 'node', 'areaId', id))
      .map(({ id }, at) => [id, at]),
  )
  const placeOf = ({ nodeId }: Tally) => (nodeId === null ? 0 : (order.get(nodeId) ?? order.size))
  const byNode = tallies.filter(({ nodeId }) => nodeId !== null).toSorted((a, b) => placeOf(a) - placeOf(b))
  return { all, byNode, others: othersOf(tallies) }
}

/** The nodes that do not trust their plan, in document order: nobody is ranked. */
export function doubtful({ byNode }: Confidence): readonly Tally[] {
  return byNode.filter((tally) => meanOf(tally) < trustedFrom)
}
