import { type Random, shuffled } from './random.ts'

/** One dependency between key results, by their numbers; `isBack`: against the order in which everything else points. */
export type Edge = { readonly supplier: number; readonly consumer: number; readonly isBack: boolean }

export type EdgePlan = {
  readonly keyResults: number
  readonly edges: number
  readonly backEdges: number
  /** the community of each key result: those of neighbouring nodes */
  readonly communityOf: (keyResult: number) => number
}

/** Chance that a supplier is of the same community; the rest comes from anywhere. */
const nearby = 0.75

/** Everything that has been drawn so far, once for itself and once for each edge: picking from it prefers what is wanted already. */
type Pools = { readonly all: number[]; readonly near: Map<number, number[]> }

function poolOf({ near }: Pools, community: number): number[] {
  const pool = near.get(community) ?? []
  near.set(community, pool)
  return pool
}

function pickSupplier(pools: Pools, community: number, random: Random): number | undefined {
  const near = poolOf(pools, community)
  const pool = near.length > 0 && random.chance(nearby) ? near : pools.all
  return pool[random.below(pool.length)]
}

/** How many needs each key result has, in the order in which they are drawn; the first has none, as nothing is there to need. */
function needsInOrder({ keyResults, edges, backEdges }: EdgePlan, random: Random): number[] {
  const needs = Array.from({ length: keyResults }, () => 0)
  for (let drawn = 0; drawn < edges - backEdges; ) {
    const at = 1 + random.below(keyResults - 1)
    const most = Math.min(at, 12)
    if ((needs[at] ?? most) >= most) continue
    needs[at] = (needs[at] ?? 0) + 1
    drawn += 1
  }
  return needs
}

/**
 * Dependencies as organisations have them: clustered (most suppliers are near), scale-free (a few key results are needed by very
 * many) and acyclic but for the back edges asked for.
 *
 * @returns exactly `edges` edges, no two alike, the back edges last
 */
export function drawEdges(plan: EdgePlan, random: Random): Edge[] {
  const order = shuffled(plan.keyResults, random)
  const pools: Pools = { all: [], near: new Map() }
  const drawn = new Map<string, Edge>()
  const needs = needsInOrder(plan, random)
  for (const [at, consumer] of order.entries()) {
    const community = plan.communityOf(consumer)
    for (let wanted = needs[at] ?? 0; wanted > 0; ) {
      const supplier = pickSupplier(pools, community, random)
      if (supplier === undefined || drawn.has(`${supplier} ${consumer}`)) continue
      drawn.set(`${supplier} ${consumer}`, { supplier, consumer, isBack: false })
      remember(pools, supplier, plan.communityOf(supplier))
      wanted -= 1
    }
    remember(pools, consumer, community)
  }
  drawBackEdges(plan, drawn, random)
  return [...drawn.values()]
}

function remember(pools: Pools, keyResult: number, community: number): void {
  pools.all.push(keyResult)
  poolOf(pools, community).push(keyResult)
}

/** A back edge closes a ring of two to four key results: somebody further up needs what waits for them. */
function drawBackEdges({ edges, keyResults }: EdgePlan, drawn: Map<string, Edge>, random: Random): void {
  const suppliers = new Map<number, number[]>()
  for (const { supplier, consumer } of drawn.values()) suppliers.set(consumer, [...(suppliers.get(consumer) ?? []), supplier])
  const upFrom = (start: number, steps: number) => {
    let at: number | undefined = start
    for (let step = 0; step < steps && at !== undefined; step += 1) {
      const above: readonly number[] = suppliers.get(at) ?? []
      at = above[random.below(above.length)]
    }
    return at
  }
  while (drawn.size < edges) {
    const supplier = random.below(keyResults)
    const consumer = upFrom(supplier, 1 + random.below(3))
    if (consumer !== undefined) drawn.set(`${supplier} ${consumer}`, { supplier, consumer, isBack: true })
  }
}
