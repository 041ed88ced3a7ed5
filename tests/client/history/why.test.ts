import { describe, expect, test } from 'vitest'
import { asksWhy, buildingMs, quietMs } from '../../../app/components/why/asks-why.ts'
import { planDelete } from '../../../lib/domain/command/cascade.ts'
import { newId } from '../../../lib/domain/ids.ts'
import { sketch } from '../../domain/sketch.ts'

const madeMs = Date.parse('2027-02-10T09:00:00Z')
const hex = madeMs.toString(16).padStart(12, '0')
const id = newId('network', `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`)

function networkOf(nodes: number, networkId: string = id) {
  const all = Array.from({ length: nodes }, (_, at) => ({ id: `n${at}`, areaId: 'a' }))
  return sketch({ network: [{ id: networkId }], area: [{ id: 'a' }], node: all })
}

const later = { nowMs: madeMs + 2 * buildingMs, closedAtMs: null }
const grown = networkOf(8)
const gone = planDelete(grown, 'node', 'n1')

describe('HS7: who is asked why', () => {
  test('HS7: somebody who changed the structure of a network that stands', () => {
    expect(asksWhy(grown, gone, later)).toBe(true)
    expect(asksWhy(networkOf(8, 'came-with-a-document'), gone, { ...later, nowMs: madeMs })).toBe(true)
  })
  test('HS7: not after another name, which is no change of structure', () => {
    const renamed = [{ entity: 'node', id: 'n1', before: { name: 'n1' }, after: { name: 'Growth' } }] as const
    expect(asksWhy(grown, renamed, later)).toBe(false)
  })
  test('HS7: not while the network is built for the first time', () => {
    expect(asksWhy(networkOf(4), gone, later)).toBe(false)
    expect(asksWhy(networkOf(5), gone, later)).toBe(true)
    expect(asksWhy(grown, gone, { ...later, nowMs: madeMs + buildingMs - 1 })).toBe(false)
    expect(asksWhy(grown, gone, { ...later, nowMs: madeMs + buildingMs })).toBe(true)
  })
  test('HS7: not soon after the question was closed by hand', () => {
    expect(asksWhy(grown, gone, { ...later, closedAtMs: later.nowMs - quietMs + 1 })).toBe(false)
    expect(asksWhy(grown, gone, { ...later, closedAtMs: later.nowMs - quietMs })).toBe(true)
  })
})
