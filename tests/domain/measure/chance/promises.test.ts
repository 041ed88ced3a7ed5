import { describe, expect, test } from 'vitest'
import { exchangeUse } from '../../../../lib/domain/measure/chance/exchange-use.ts'
import { placedNeeds, promiseCounts } from '../../../../lib/domain/measure/chance/promises.ts'
import { needsNetwork } from '../../sketch.ts'

const snapshot = needsNetwork(
  { a: { node: 'n1', area: 'x' }, b: { node: 'n2', area: 'x' }, c: { node: 'n2', area: 'x' }, d: { node: 'n3', area: 'y', cycle: 'old' } },
  [
    { supplier: 'a', consumer: 'b', state: 'delivered' },
    { supplier: 'b', consumer: 'c', state: 'deferred' },
    { supplier: 'd', consumer: 'c', state: 'revoked' },
    { supplier: null, supplierNodeId: 'n3', consumer: 'a', state: 'offered' },
    { supplier: 'a', consumer: 'c', state: 'draft' },
    { supplier: 'c', consumer: 'a', state: 'cancelled' },
    { supplier: 'a', consumer: 'd', state: 'promised' },
  ],
  {
    cycle: [{ id: 'q' }, { id: 'old' }],
    exchange: [
      { id: 'e1', fromNodeId: 'n1', toNodeId: 'n2' },
      { id: 'e2', fromNodeId: 'n2', toNodeId: 'n1' },
      { id: 'e3', fromNodeId: 'n2', toNodeId: 'n3' },
    ],
  },
)

const needs = placedNeeds(snapshot, 'q')

describe('promises', () => {
  test('CN80: of the cycle of the consumer, without what has ended', () => {
    expect(needs.map(({ id }) => id)).toEqual(['d1', 'd2', 'd3', 'd4', 'd5'])
    expect(placedNeeds(snapshot, null).map(({ id }) => id)).toEqual(['d1', 'd2', 'd3', 'd4', 'd5', 'd7'])
  })

  test('CN81-CN82: what is promised, open, declined, across nodes and areas', () => {
    expect(promiseCounts(needs)).toMatchObject({ coverage: 1 / 4, open: 2, declined: 1, crossNode: 4, crossArea: 2 })
    expect(promiseCounts([]).coverage).toBe(null)
  })

  test('CN83-CN84: held against the exchanges in the direction of value', () => {
    expect(exchangeUse(snapshot, needs)).toEqual({ needsWithoutExchange: ['d3', 'd4'], exchangesWithoutNeed: ['e2', 'e3'] })
  })
})
