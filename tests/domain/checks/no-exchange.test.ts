import { expect, test } from 'vitest'
import { foundBy, gives, plan, saidBy } from './kit.ts'

test('AL45: where none of eight pairs or more has an exchange, that is one finding of the network', () => {
  const takers = (count: number, exchange: object[]) => {
    const ids = Array.from({ length: count }, (_, at) => `t${at}`)
    return plan(
      Object.fromEntries([['b', {}], ...ids.map((id) => [id, {}])]),
      ids.map((consumer) => ({ supplier: 'b', consumer })),
      { exchange: exchange.map((each) => ({ ...each })) },
    )
  }
  expect(saidBy('noExchange', takers(8, []))).toEqual([
    'None of the 8 pairs of nodes in which one relies on the other has an exchange that way; no exchange is drawn yet.',
  ])
  const [one] = foundBy('noExchange', takers(8, [gives('node_t0', 'node_b')]))
  expect([one?.id, one?.subjects.length]).toEqual(['noExchange:net', 9])
  expect(saidBy('noExchange', takers(8, [gives('node_b', 'node_t0')]))).toHaveLength(7)
  expect(saidBy('noExchange', takers(7, []))).toHaveLength(7)
})
