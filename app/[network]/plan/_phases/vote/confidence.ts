import type { Tally } from '../../../../../lib/domain/entity.ts'
import { referring, type Snapshot } from '../../../../../lib/domain/snapshot.ts'

export const question = 'confidence'

/** A node with a mean below this goes back to the fit check, by name. */
const enough = 3

export type Confidence = {
  /** of everybody who voted */
  readonly all: Tally
  /** by node, in document order of the nodes; without those in which nobody voted */
  readonly byNode: readonly Tally[]
}

/** What the room voted, once the votes are open; null until then. */
export function confidenceOf(snapshot: Snapshot, ritualId: string): Confidence | null {
  const tallies = referring(snapshot, 'tally', 'ritualId', ritualId).filter(({ key, voters }) => key === question && voters > 0)
  const all = tallies.find(({ nodeId }) => nodeId === null)
  if (!all) return null
  const order = [...snapshot.tables.node.keys()]
  const ofNodes = tallies.filter(({ nodeId }) => nodeId !== null)
  return { all, byNode: ofNodes.toSorted((a, b) => order.indexOf(a.nodeId ?? all.id) - order.indexOf(b.nodeId ?? all.id)) }
}

/** The mean of the votes, 0 to 5. */
export function meanOf({ counts, voters }: Pick<Tally, 'counts' | 'voters'>): number {
  return voters === 0 ? 0 : counts.reduce((sum, count, value) => sum + count * value, 0) / voters
}

/** The nodes that do not trust their plan, least sure first. */
export function doubtful({ byNode }: Confidence): readonly Tally[] {
  return byNode.filter((tally) => meanOf(tally) < enough).toSorted((a, b) => meanOf(a) - meanOf(b))
}
