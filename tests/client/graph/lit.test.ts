import { expect, test } from 'vitest'
import { litOnChain, litOnMap } from '../../../app/components/graph/lit.ts'
import { shownOf } from '../../../lib/domain/measure/figure/figure.ts'
import type { ChainScene } from '../../../lib/layout/scene.ts'
import { goldenNetwork } from '../../domain/sketch.ts'

const network = goldenNetwork()
const sorted = (set: ReadonlySet<string>) => [...set].toSorted()

/** A card and a line as far as what is lit goes. */
type Sketched = { cards: { id: string; nodeId: string }[]; edges: { id: string; fromId: string; toId: string; dependencyIds: string[] }[] }

/** Guaranteed by `litOnChain`: it reads of cards and edges what a sketch has. */
function scene(sketched: Sketched): ChainScene {
  return sketched as unknown as ChainScene
}

const chain = scene({
  cards: ['a', 'b', 'c'].map((id) => ({ id, nodeId: `node_${id}` })),
  edges: [
    { id: 'a>b', fromId: 'a', toId: 'b', dependencyIds: ['d1', 'd2'] },
    { id: 'b>c', fromId: 'b', toId: 'c', dependencyIds: ['d3'] },
  ],
})

test('OV7: on the map needs light the line between their nodes and both ends, exchanges theirs, key results their node', () => {
  const need = litOnMap(network, shownOf({ dependencyIds: ['d11'] }))
  expect([sorted(need.items), sorted(need.lines)]).toEqual([['node_client', 'node_innovation'], ['node_innovation>node_client']])
  const exchange = litOnMap(network, shownOf({ exchangeIds: ['e12'] }))
  expect([sorted(exchange.items), sorted(exchange.lines)]).toEqual([['node_culture', 'node_talent'], ['e12']])
  expect(sorted(litOnMap(network, shownOf({ keyResultIds: ['K1', 'K3'], nodeIds: ['node_finance'] })).items)).toEqual([
    'node_brand',
    'node_finance',
    'node_innovation',
  ])
})

test('OV7: what is gone since lights nothing', () => {
  const lit = litOnMap(network, shownOf({ dependencyIds: ['gone'], keyResultIds: ['gone'] }))
  expect([lit.items.size, lit.lines.size]).toEqual([0, 0])
})

test('OV7: on the chain a need lights what it ties; without needs those between lit results are', () => {
  const need = litOnChain(chain, shownOf({ dependencyIds: ['d2'] }))
  expect([sorted(need.items), sorted(need.lines)]).toEqual([['a', 'b'], ['a>b']])
  const results = litOnChain(chain, shownOf({ keyResultIds: ['b', 'c'] }))
  expect([sorted(results.items), sorted(results.lines)]).toEqual([['b', 'c'], ['b>c']])
  expect(sorted(litOnChain(chain, shownOf({ nodeIds: ['node_c'] })).items)).toEqual(['c'])
})
