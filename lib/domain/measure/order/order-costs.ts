/**
 * What is lost where one member of a ring stands after another: `cost[from · size + to]` for each pair, 0 where nothing joins
 * them. Whole numbers, so that equal orders cost exactly the same.
 */
export type OrderCosts = { readonly size: number; readonly cost: Float64Array }

/** Something that one member gives another, and what it costs to have it point backwards. */
export type Arc = { readonly from: number; readonly to: number; readonly cost: number }

/** Rings up to this size are solved by trying every set of members. */
export const exactUpTo = 15

/** The costs of arcs as a square; parallel arcs add up. Cost O(size² + arcs). */
export function orderCosts(size: number, arcs: readonly Arc[]): OrderCosts {
  const cost = new Float64Array(size * size)
  for (const { from, to, cost: each } of arcs) cost[from * size + to] = (cost[from * size + to] ?? 0) + each
  return { size, cost }
}

/** Sums over all sets of a run of members, for each member: each set is one bit more than a set that was summed before. */
function sumsOver({ size, cost }: OrderCosts, first: number, bits: number): Float64Array {
  const sums = new Float64Array(size << bits)
  for (let member = 0; member < size; member += 1)
    for (let set = 1; set < 1 << bits; set += 1) {
      const lowest = 31 - Math.clz32(set & -set)
      sums[(member << bits) | set] = (sums[(member << bits) | (set & (set - 1))] ?? 0) + (cost[member * size + first + lowest] ?? 0)
    }
  return sums
}

/**
 * What it costs to put a member after a set of others (a bit for each): a function that looks two halves up and adds them.
 *
 * @param costs of at most 24 members
 * Cost O(size · 2^(size/2)) once, O(1) for each question.
 */
export function addingCost(costs: OrderCosts): (member: number, set: number) => number {
  const low = costs.size >> 1
  const high = costs.size - low
  const [lows, highs] = [sumsOver(costs, 0, low), sumsOver(costs, low, high)]
  const mask = (1 << low) - 1
  return (member, set) => (lows[(member << low) | (set & mask)] ?? 0) + (highs[(member << high) | (set >> low)] ?? 0)
}
