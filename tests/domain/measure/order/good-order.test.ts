import fc from 'fast-check'
import { expect, test } from 'vitest'
import { goodOrder } from '../../../../lib/domain/measure/order/good-order.ts'
import type { Arc } from '../../../../lib/domain/measure/order/order-costs.ts'
import { runs } from '../../../property-runs.ts'

function costOf(order: readonly number[], arcs: readonly Arc[]): number {
  return arcs.reduce((sum, { from, to, cost }) => sum + (order.indexOf(from) > order.indexOf(to) ? cost : 0), 0)
}

/** Every order in which one member stands elsewhere. */
function movesOf(order: readonly number[]): number[][] {
  return order.flatMap((member) => {
    const others = order.filter((each) => each !== member)
    return Array.from({ length: order.length }, (_, at) => others.toSpliced(at, 0, member))
  })
}

const arcs = fc
  .array(fc.record({ from: fc.nat(7), to: fc.nat(7), cost: fc.integer({ min: 1, max: 4 }) }), { maxLength: 30, size: 'max' })
  .map((list) => list.filter(({ from, to }) => from !== to))

test('OR8: of a good order nothing is gained by moving any one member (every move tried)', () => {
  fc.assert(
    fc.property(arcs, (list) => {
      const order = goodOrder(8, list)
      expect(order.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
      const cost = costOf(order, list)
      for (const moved of movesOf(order)) expect(costOf(moved, list)).toBeGreaterThanOrEqual(cost)
    }),
    { numRuns: runs(400) },
  )
})
