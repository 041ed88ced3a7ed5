import { expect, test } from 'vitest'
import { drawingsOf, showHref } from '../../../app/components/figure/show-address.ts'
import { type Figure, type Shown, shownOf } from '../../../lib/domain/measure/figure/figure.ts'

function figure(shown: Partial<Shown> | null): Figure {
  return { id: 'x', name: 'X', value: '1', reading: [], count: '', how: '', shown: shown && shownOf(shown) }
}

test('a figure is shown where what it is about is drawn, the telling drawing first', () => {
  expect(drawingsOf(figure(null))).toEqual([])
  expect(drawingsOf(figure({}))).toEqual([])
  expect(drawingsOf(figure({ keyResultIds: ['kr_1'] }))).toEqual(['chain', 'map', 'matrix'])
  expect(drawingsOf(figure({ nodeIds: ['node_1'], dependencyIds: ['dep_1'] }))).toEqual(['chain', 'map', 'matrix'])
  expect(drawingsOf(figure({ exchangeIds: ['ex_1'] }))).toEqual(['map'])
  expect(drawingsOf(figure({ nodeIds: ['node_1'] }))).toEqual(['map'])
})

test('the moment, the cycle and the goal go along; what narrows the view stays behind', () => {
  const now = new URLSearchParams('cycle=c1&at=12&goal=g1&sel=kr:1&q=brand&status=late&focus=n1&deg=2&table=true&theme=risk&show=promised')
  const href = new URL(showHref('weft', 'chain', 'help:kr_1', now), 'http://x')
  expect(href.pathname).toBe('/weft/chain')
  expect(Object.fromEntries(href.searchParams)).toEqual({ cycle: 'c1', at: '12', goal: 'g1', sel: 'kr:1', show: 'help:kr_1' })
})
