import { addingCost, type OrderCosts } from './order-costs.ts'

/** The least that an order can still cost, for each set of members that stands first already. */
export type Remaining = { readonly least: Float64Array; readonly adding: (member: number, set: number) => number }

/** Calls `visit` with each member that may come next after a set in a cheapest order. */
export function eachBestNext(
  { least, adding }: Remaining,
  size: number,
  at: { readonly set: number; readonly visit: (member: number) => void },
): void {
  const wanted = least[at.set] ?? 0
  for (let member = 0; member < size; member += 1) {
    if (at.set & (1 << member)) continue
    if (adding(member, at.set) + (least[at.set | (1 << member)] ?? 0) === wanted) at.visit(member)
  }
}

/**
 * The least that is lost behind each set of members: dynamic programme over sets, from the whole to the empty one.
 *
 * @param costs of at most 20 members, whole numbers
 * Cost O(2^k · k) time, O(2^k) memory. Source: Lawler 1964. Spec: OR7.
 */
export function remainingCosts(costs: OrderCosts): Remaining {
  const adding = addingCost(costs)
  const sets = 2 ** costs.size
  const least = new Float64Array(sets).fill(Number.POSITIVE_INFINITY)
  least[sets - 1] = 0
  for (let set = sets - 2; set >= 0; set -= 1) {
    let best = Number.POSITIVE_INFINITY
    for (let member = 0; member < costs.size; member += 1) {
      if (set & (1 << member)) continue
      const cost = adding(member, set) + (least[set | (1 << member)] ?? 0)
      if (cost < best) best = cost
    }
    least[set] = best
  }
  return { least, adding }
}

/**
 * The order of members in which what points backwards costs least; of several the one that comes first by the numbers of its
 * members.
 *
 * @param costs of at most 20 members
 * Cost O(2^k · k). Source: Lawler 1964. Spec: OR7.
 */
export function bestOrder(costs: OrderCosts): number[] {
  const remaining = remainingCosts(costs)
  const order: number[] = []
  for (let set = 0; order.length < costs.size; ) {
    let next = costs.size
    eachBestNext(remaining, costs.size, {
      set,
      visit: (member) => {
        next = Math.min(next, member)
      },
    })
    order.push(next)
    set |= 1 << next
  }
  return order
}
