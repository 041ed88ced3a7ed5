import { get, listOf, type Snapshot } from '../../snapshot.ts'
import { type AskedNeed, askedNeeds } from './asked-needs.ts'

/** Needs by how many they are and how strong together. */
export type Load = { readonly count: number; readonly strength: number }

/** What a node gave in a cycle that is over. */
export type PastLoad = { readonly cycleId: string; readonly asked: Load; readonly given: Load }

/** What is asked of a node in a cycle, against what it gave in cycles before. */
export type Capacity = {
  readonly nodeId: string
  /** all that other nodes need of it in the cycle, refused or not: the need is still there */
  readonly asked: Load
  /** of that, what it has promised, delivered or had accepted */
  readonly promised: Load
  /** cycles that ended before this one starts and in which something was asked of it, oldest first */
  readonly past: readonly PastLoad[]
  /** mean strength of what it gave in those cycles; null without one */
  readonly usual: number | null
  /** asked strength ÷ usual: 1.4 reads “asked for 140% of what it usually gives”; null where the usual is unknown or 0 */
  readonly use: number | null
}

function loadOf(needs: readonly AskedNeed[]): Load {
  return { count: needs.length, strength: needs.reduce((sum, { dependency }) => sum + dependency.strength, 0) }
}

function isGiven({ dependency }: AskedNeed): boolean {
  return dependency.state === 'delivered' || dependency.state === 'accepted'
}

function capacityOf(nodeId: string, needs: readonly AskedNeed[], cycleId: string, earlier: readonly string[]): Capacity {
  const inCycle = needs.filter((need) => need.cycleId === cycleId)
  const past = earlier.flatMap((id): PastLoad[] => {
    const then = needs.filter((need) => need.cycleId === id)
    return then.length === 0 ? [] : [{ cycleId: id, asked: loadOf(then), given: loadOf(then.filter(isGiven)) }]
  })
  const asked = loadOf(inCycle)
  const usual = past.length === 0 ? null : past.reduce((sum, { given }) => sum + given.strength, 0) / past.length
  const promised = loadOf(inCycle.filter((need) => need.dependency.state === 'promised' || isGiven(need)))
  return { nodeId, asked, promised, past, usual, use: usual === null || usual === 0 ? null : asked.strength / usual }
}

/**
 * What is asked of each node in a cycle against what it gave before: by the strength of the needs, so that one without which others cannot be
 * counts for two that only help. It says how much of the usual is asked, and not what a node could do.
 *
 * @returns every node, in list order
 * @throws DomainError NOT_FOUND where the cycle is not there
 * Cost O(dependencies + nodes·cycles). Spec: VN47-VN49.
 */
export function capacities(snapshot: Snapshot, cycleId: string): Capacity[] {
  const { startsOn } = get(snapshot, 'cycle', cycleId)
  const earlier = listOf(snapshot, 'cycle')
    .filter(({ endsOn }) => endsOn < startsOn)
    .sort((a, b) => (a.endsOn < b.endsOn ? -1 : 1))
    .map(({ id }) => id)
  const byNode = Map.groupBy(askedNeeds(snapshot), ({ supplierNodeId }) => supplierNodeId)
  return listOf(snapshot, 'node').map(({ id }) => capacityOf(id, byNode.get(id) ?? [], cycleId, earlier))
}
