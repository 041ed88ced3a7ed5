import { describe, expect, test } from 'vitest'
import { orderByArea } from '../../../../lib/domain/measure/order/by-area.ts'
import { orderByLoad } from '../../../../lib/domain/measure/order/by-load.ts'
import { keyResultMatrix, nodeMatrix } from '../../../../lib/domain/measure/order/matrix.ts'
import { goldenAnswer, goldenNetwork, needsNetwork } from '../../sketch.ts'

const short = (id: string) => id.replace('node_', '')

describe('a matrix', () => {
  test('OR1: of the nodes of the worked example, in the order of its needs', () => {
    const { marks } = nodeMatrix(goldenNetwork(), 'cycle_q')
    expect(
      marks.map(({ supplier, consumer, dependencyIds }) => ({
        supplier: short(supplier),
        consumer: short(consumer),
        dependencies: dependencyIds.length,
      })),
    ).toEqual(goldenAnswer('nodeDSM', 'edges'))
  })

  test('OR1: the row needs the column; several needs of a pair are one mark, as strong as the strongest', () => {
    const snapshot = needsNetwork({ a: {}, b: {} }, [
      { supplier: 'a', consumer: 'b', strength: 0.25 },
      { supplier: 'a', consumer: 'b', strength: 0.75 },
    ])
    const { graph, marks } = keyResultMatrix(snapshot, 'q')
    expect(marks).toEqual([{ consumer: 'b', supplier: 'a', dependencyIds: ['d1', 'd2'] }])
    expect([graph.keyResultIds, ...graph.strength]).toEqual([['a', 'b'], 0.75])
  })

  test('OR2: ended needs and needs inside a node are no marks, a draft and a need on a node without a key result are', () => {
    const snapshot = needsNetwork(
      { a: { node: 'one' }, b: { node: 'two' }, c: { node: 'two' }, d: { node: 'three', cycle: 'old' } },
      [
        { supplier: 'a', consumer: 'b', state: 'cancelled' },
        { supplier: 'b', consumer: 'c' },
        { supplier: null, supplierNodeId: 'four', consumer: 'a', state: 'draft' },
        { supplier: 'a', consumer: 'd' },
      ],
      {
        cycle: [{ id: 'q' }, { id: 'old' }],
        node: [
          { id: 'four', areaId: 'area' },
          { id: 'five', areaId: 'area' },
        ],
      },
    )
    const { graph, marks } = nodeMatrix(snapshot, 'q')
    expect([...graph.keyResultIds].sort()).toEqual(['four', 'one', 'two'])
    expect(marks).toEqual([{ consumer: 'one', supplier: 'four', dependencyIds: ['d3'] }])
    expect([...nodeMatrix(snapshot, null).graph.keyResultIds].sort()).toEqual(['four', 'one', 'three', 'two'])
  })

  test('OR13: by load first those of whom most is asked, by area in the order of the areas', () => {
    const snapshot = goldenNetwork()
    const matrix = nodeMatrix(snapshot, 'cycle_q')
    // asked of finance 2, innovation 2, delivery 2, the others 1, of client nothing; ties in document order
    expect(orderByLoad(matrix).map(short)).toEqual(['delivery', 'innovation', 'finance', 'brand', 'capability', 'talent', 'client'])
    expect(orderByArea(snapshot, matrix).map(short)).toEqual(['client', 'delivery', 'brand', 'innovation', 'capability', 'talent', 'finance'])
    expect(orderByArea(snapshot, keyResultMatrix(snapshot, 'cycle_q'))).toEqual(['K6', 'K7', 'K4', 'K5', 'K1', 'K2', 'K3', 'K8', 'K9', 'K10'])
  })

  test('OR1: of a network without anything is empty', () => {
    expect(nodeMatrix(needsNetwork({}, []), null)).toMatchObject({ marks: [], graph: { keyResultIds: [] } })
  })
})
