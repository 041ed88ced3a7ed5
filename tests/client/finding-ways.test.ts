import { expect, test } from 'vitest'
import { findingWays, listHref, walkHref } from '../../app/components/checks/ways.ts'

const now = new URLSearchParams('theme=alignment&finding=x&cycle=cycle_1&at=5')

test('AL15: from a finding about a need one walks on along the chain first, then on the map and the matrix; cycle and moment go along', () => {
  const subjects = [{ entity: 'dependency', id: 'dep' }] as const
  expect(findingWays('net', { id: 'vague:dep', subjects, nodeIds: ['a', 'b'] }, now)).toEqual([
    { drawing: 'chain', href: '/net/chain?cycle=cycle_1&at=5&finding=vague%3Adep' },
    { drawing: 'map', href: '/net/map?cycle=cycle_1&at=5&finding=vague%3Adep' },
    { drawing: 'matrix', href: '/net/matrix?cycle=cycle_1&at=5&finding=vague%3Adep' },
  ])
})
test('what is about an exchange, or about people with nodes, is seen on the map, then on the matrix', () => {
  const subjects = [{ entity: 'exchange', id: 'ex' }] as const
  const onMap = [
    { drawing: 'map', href: '/net/map?finding=f' },
    { drawing: 'matrix', href: '/net/matrix?finding=f' },
  ]
  expect(findingWays('net', { id: 'f', subjects, nodeIds: [] }, new URLSearchParams())).toEqual(onMap)
  expect(findingWays('net', { id: 'f', subjects: [{ entity: 'person', id: 'p' }], nodeIds: ['a'] }, new URLSearchParams())).toEqual(onMap)
})
test('what is drawn nowhere leads nowhere', () => {
  expect(findingWays('net', { id: 'f', subjects: [{ entity: 'team', id: 't' }], nodeIds: [] }, now)).toEqual([])
})
test('AL16: cycle, moment and goal go along to a walk that begins with the first finding, and back to the list', () => {
  const seen = new URLSearchParams('cycle=cycle_1&at=5&goal=kr&q=talent&show=chance')
  expect(walkHref('net', 'map', 'first', seen)).toBe('/net/map?cycle=cycle_1&at=5&goal=kr&finding=first')
  expect(listHref('net', 'vague:dep', seen)).toBe('/net/insights?cycle=cycle_1&at=5&goal=kr&theme=alignment&finding=vague%3Adep')
  expect(listHref('net', null, new URLSearchParams())).toBe('/net/insights?theme=alignment')
})
