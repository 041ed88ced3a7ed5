import { describe, expect, test } from 'vitest'
import { type CommandCall, call } from '../../../lib/domain/command/call.ts'
import { isStructural } from '../../../lib/domain/history/structural.ts'
import { around } from './networks.ts'

describe('a change of structure', () => {
  test.each<[string, boolean, CommandCall]>([
    ['a new area', true, call('area.create', { id: 'a', name: 'A' })],
    ['a new node', true, call('node.create', { id: 'n', areaId: 'brand', name: 'N' })],
    ['a node that goes', true, call('node.delete', { id: 'care', carry: true })],
    ['a node in another area', true, call('node.update', { id: 'care', set: { areaId: 'brand' } })],
    ['an exchange that goes', true, call('exchange.delete', { id: 'exch', carry: true })],
    ['an exchange with another receiver', true, call('exchange.update', { id: 'exch', set: { toNodeId: 'press' } })],
    ['another name', false, call('node.update', { id: 'care', set: { name: 'S', closeness: 'core' } })],
    ['other words of an exchange', false, call('exchange.update', { id: 'exch', set: { deliverable: 'S' } })],
    ['a key result', false, call('keyResult.delete', { id: 'zones' })],
    ['a person in a node', false, call('participation.delete', { id: 'part' })],
  ])('HI10: %s: %s', (_, is, change) => {
    expect(isStructural(around([change]).changes)).toBe(is)
  })

  test('HI10: that which made the network is none', () => {
    const { changes } = around([call('node.create', { id: 'n', areaId: 'brand', name: 'N' })])
    expect(isStructural([{ entity: 'network', id: 'net', before: null, after: {} }, ...changes])).toBe(false)
  })
})
