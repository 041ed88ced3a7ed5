import type { Tally } from '../../../../../lib/domain/entity.ts'
import { lastVote } from '../../../../../lib/domain/ritual/plan/vote.ts'
import { listOf, referring, type Snapshot } from '../../../../../lib/domain/snapshot.ts'

/** A node with a mean below this goes back to the fit check, by name. */
const enough = 3

export type Confidence = {
  /** of everybody who voted */
  readonly all: Tally
  /** by node, in document order of the nodes; without those in which nobody voted */
  readonly byNode: readonly Tally[]
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
  return { all, byNode: tallies.filter(({ nodeId }) => nodeId !== null).toSorted((a, b) => placeOf(a) - placeOf(b)) }
}

/** The mean of the votes, 0 to 5. */
export function meanOf({ counts, voters }: Pick<Tally, 'counts' | 'voters'>): number {
  return voters === 0 ? 0 : counts.reduce((sum, count, value) => sum + count * value, 0) / voters
}

/** The nodes that do not trust their plan, least sure first. */
export function doubtful({ byNode }: Confidence): readonly Tally[] {
  return byNode.filter((tally) => meanOf(tally) < enough).toSorted((a, b) => meanOf(a) - meanOf(b))
}
