import { expect, test } from 'vitest'
import { findingWays } from '../../app/[network]/insights/_themes/alignment/ways.ts'

const now = new URLSearchParams('theme=alignment&finding=x&cycle=cycle_1&at=5')

test('a finding about a need is shown on the chain first, then on the map with its nodes lit; cycle and moment go along', () => {
  const subjects = [{ entity: 'dependency', id: 'dep' }] as const
  expect(findingWays('net', { subjects, nodeIds: ['a', 'b'] }, now)).toEqual([
    { drawing: 'chain', href: '/net/chain?cycle=cycle_1&at=5&sel=need%3Adep' },
    { drawing: 'map', href: '/net/map?cycle=cycle_1&at=5&lit=a%2Cb' },
  ])
})
test('a finding about an exchange is selected on the map', () => {
  const subjects = [{ entity: 'exchange', id: 'ex' }] as const
  expect(findingWays('net', { subjects, nodeIds: ['a'] }, new URLSearchParams())).toEqual([
    { drawing: 'map', href: '/net/map?sel=exchange%3Aex&lit=a' },
  ])
})
test('what is drawn nowhere leads nowhere', () => {
  expect(findingWays('net', { subjects: [{ entity: 'team', id: 't' }], nodeIds: [] }, now)).toEqual([])
})
