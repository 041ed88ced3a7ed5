import { eachBestNext, remainingCosts } from './best-order.ts'
import type { OrderCosts } from './order-costs.ts'

/** Up to this many members the number of orders is told: 18! is the last factorial that a number holds exactly. */
export const countedUpTo = 18

/**
 * The least cost of any order, and how many orders have it.
 *
 * @param costs of at most `countedUpTo` members
 * @returns an exact count, at most 18!
 * Cost O(2^k · k). Spec: OR12.
 */
export function countBestOrders(costs: OrderCosts): { readonly cost: number; readonly orders: number } {
  const remaining = remainingCosts(costs)
  const orders = new Float64Array(2 ** costs.size)
  orders[orders.length - 1] = 1
  for (let set = orders.length - 2; set >= 0; set -= 1) {
    let sum = 0
    eachBestNext(remaining, costs.size, {
      set,
      visit: (member) => {
        sum += orders[set | (1 << member)] ?? 0
      },
    })
    orders[set] = sum
  }
  return { cost: remaining.least[0] ?? 0, orders: orders[0] ?? 1 }
}
