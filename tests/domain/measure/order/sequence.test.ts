import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nodeMatrix } from '../../../../lib/domain/measure/order/matrix.ts'
import { optimalOrders } from '../../../../lib/domain/measure/order/optimal-orders.ts'
import { sequence } from '../../../../lib/domain/measure/order/sequence.ts'
import { wrongSideMarks } from '../../../../lib/domain/measure/order/wrong-side.ts'
import type { NeedGraph } from '../../../../lib/domain/plan/graph.ts'
import { runs } from '../../../property-runs.ts'
import { goldenAnswer, goldenNetwork } from '../../sketch.ts'
import { type Drawn, graphOf, ordersOf, smallGraphs } from './graphs.ts'

const golden = nodeMatrix(goldenNetwork(), 'cycle_q').graph
const short = (ids: readonly string[]) => ids.map((id) => id.replace('node_', ''))

/** One mark for each pair. */
const marksOf = (needs: readonly Drawn[]) => [...new Map(needs.map((need) => [`${need[0]} ${need[1]}`, need])).values()]

/** Marks on the wrong side of each of all orders. */
function everyOrder(size: number, marks: readonly Drawn[]): number[] {
  return ordersOf(Array.from({ length: size }, (_, at) => at)).map(
    (order) => marks.filter(([from, to]) => order.indexOf(from) > order.indexOf(to)).length,
  )
}

function circle(size: number): NeedGraph {
  return graphOf(
    size,
    Array.from({ length: size }, (_, at): Drawn => [at, (at + 1) % size, 1]),
  )
}

describe('the order of a matrix', () => {
  test('OR10: the worked example as it stands has 8 of its 9 marks on the wrong side', () => {
    expect(short(golden.keyResultIds)).toEqual(goldenAnswer('nodeDSM', 'givenOrder'))
    expect(wrongSideMarks(golden, golden.keyResultIds)).toBe(goldenAnswer('nodeDSM', 'feedbackMarksGivenOrder'))
    expect(wrongSideMarks(golden, golden.keyResultIds.toReversed())).toBe(1)
  })

  test('OR11: in sequence it has none, in the order of the worked example', () => {
    const { order, blocks, wrongSide, isProven } = sequence(golden)
    expect(short(order)).toEqual(goldenAnswer('nodeDSM', 'oneOptimalOrder'))
    expect([blocks, wrongSide, isProven]).toEqual([[], goldenAnswer('nodeDSM', 'minFeedbackMarks'), true])
  })

  test('OR12: four orders are as good', () => {
    expect(optimalOrders(golden)).toEqual({ wrongSide: 0, orders: goldenAnswer('nodeDSM', 'numberOfOptimalOrders') })
  })

  test('OR10-OR12: as few marks as the best of all orders, and as many such orders (all orders tried)', () => {
    fc.assert(
      fc.property(smallGraphs(6, 12), ({ size, needs }) => {
        const marks = marksOf(needs)
        const graph = graphOf(size, marks)
        const every = everyOrder(size, marks)
        const least = Math.min(...every)
        const found = sequence(graph)
        expect([...found.order].sort()).toEqual([...graph.keyResultIds].sort())
        expect([found.wrongSide, wrongSideMarks(graph, found.order), found.isProven]).toEqual([least, least, true])
        expect(optimalOrders(graph)).toEqual({ wrongSide: least, orders: every.filter((each) => each === least).length })
      }),
      { numRuns: runs(250) },
    )
  })

  test('OR11: those that wait for each other stand together, between those before and those behind', () => {
    const graph = graphOf(6, [
      [5, 3, 1],
      [3, 0, 1],
      [0, 3, 1],
      [0, 2, 1],
      [1, 2, 1],
    ])
    expect(sequence(graph)).toEqual({ order: ['k1', 'k4', 'k5', 'k0', 'k3', 'k2'], blocks: [['k0', 'k3']], wrongSide: 1, isProven: true })
  })

  test('OR11: a block of more than 15 is ordered well, and said not to be proven', () => {
    const found = sequence(circle(16))
    expect([found.wrongSide, found.isProven, found.blocks.map(({ length }) => length)]).toEqual([1, false, [16]])
    expect(sequence(circle(15)).isProven).toBe(true)
  })

  test('OR12: told up to 18 joined rows, and as long as a number holds it', () => {
    expect(optimalOrders(circle(18))).toEqual({ wrongSide: 1, orders: 18 })
    expect(optimalOrders(circle(19))).toBeNull()
    expect(optimalOrders(graphOf(18, []))).toEqual({ wrongSide: 0, orders: 6_402_373_705_728_000 })
    expect(optimalOrders(graphOf(19, []))).toBeNull()
    expect(optimalOrders(graphOf(0, []))).toEqual({ wrongSide: 0, orders: 1 })
  })

  test('OR11: 10,000 rows in their order', () => {
    const size = 10_000
    const chain = Array.from({ length: size - 1 }, (_, at): Drawn => [at + 1, at, 1])
    const { order, wrongSide } = sequence(graphOf(size, chain))
    expect([order[0], order.at(-1), wrongSide]).toEqual([`k${size - 1}`, 'k0', 0])
  })
})
