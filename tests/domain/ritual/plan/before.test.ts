import { describe, expect, test } from 'vitest'
import { previousCycle, weeksOf } from '../../../../lib/domain/ritual/plan/cycles.ts'
import { readiness } from '../../../../lib/domain/ritual/plan/readiness.ts'
import { get } from '../../../../lib/domain/snapshot.ts'
import { network, plan, shuffled, today } from './kit.ts'

function dots(snapshot: ReturnType<typeof network>, cycleId: string | null = 'q2', on = today) {
  return Object.fromEntries(readiness(snapshot, { cycleId, today: on }).map((each) => [each.nodeId, each.dots]))
}

describe('the cycle before', () => {
  test('PL1: is the one that ends last before it starts; a quarter follows a quarter and not a year', () => {
    const snapshot = network()
    expect(previousCycle(snapshot, 'q2')?.id).toBe('q1')
    expect(previousCycle(snapshot, 'q1')?.id).toBe('q4')
    expect(previousCycle(snapshot, 'q4')).toBeNull()
    expect(previousCycle(snapshot, 'gone')).toBeNull()
    expect(previousCycle(snapshot, null)).toBeNull()
  })

  test('PL1: a year follows a year where a quarter ends on the same day', () => {
    const next = network({ cycle: [{ id: 'y27', name: '2027', startsOn: '2027-01-01', endsOn: '2027-12-31' }] })
    expect(previousCycle(next, 'y27')?.id).toBe('y26')
  })

  test('PL1: a cycle that is still running when it starts is not before it', () => {
    const overlapping = network({ cycle: [{ id: 'long', name: 'Long', startsOn: '2027-01-01', endsOn: '2027-04-01' }] })
    expect(previousCycle(overlapping, 'q2')?.id).toBe('q1')
  })

  test('PL2: a quarter has 13 weeks, a day has 1', () => {
    const snapshot = network({ cycle: [{ id: 'day', name: 'Day', startsOn: '2027-04-01', endsOn: '2027-04-01' }] })
    expect(['q1', 'q2', 'q4', 'y26', 'day'].map((id) => weeksOf(get(snapshot, 'cycle', id)))).toEqual([13, 13, 13, 52, 1])
  })
})

describe('readiness', () => {
  test('PL3: a node is graded when every key result of the cycle before has a grade', () => {
    const [first, second] = [
      { node: 'billing', cycle: 'q1', grade: 0.7 },
      { node: 'billing', cycle: 'q1' },
    ]
    const billing = (snapshot: ReturnType<typeof network>) => readiness(snapshot, { cycleId: 'q2', today })[0]
    expect(billing(plan({ first, second }))).toMatchObject({ graded: false, last: { total: 2, graded: 1, decided: 0 } })
    expect(billing(plan({ first, second: { ...second, grade: 0, rollOver: 'drop' } }))).toMatchObject({
      graded: true,
      last: { total: 2, graded: 2, decided: 1 },
    })
  })

  test('PL3: a node that had no key result has nothing left to grade', () => {
    expect(readiness(plan({ elsewhere: { node: 'platform', cycle: 'q1' } }), { cycleId: 'q2', today })[0]).toMatchObject({
      nodeId: 'billing',
      graded: true,
      last: { total: 0, graded: 0, decided: 0 },
    })
  })

  test('PL4: a node has drafted with an objective of the planned cycle, and is led on the day', () => {
    expect(dots(network())).toEqual({ billing: 2, brand: 1, platform: 2 })
    expect(dots(plan({ a: { node: 'billing' }, b: { node: 'brand', cycle: 'q1' } }))).toEqual({ billing: 3, brand: 0, platform: 2 })
    const ended = network({ participation: [{ id: 'pa3', nodeId: 'brand', personId: 'eva', tier: 'lead', until: '2027-03-14' }] })
    expect(dots(ended)).toEqual({ billing: 2, brand: 1, platform: 2 })
    expect(dots(ended, 'q2', '2027-03-14')).toEqual({ billing: 2, brand: 2, platform: 2 })
  })

  test('PL5: every node is listed in the order of areas, also in a cycle with nothing before it, and without a cycle', () => {
    const order = ['billing', 'brand', 'platform']
    expect(readiness(network(), { cycleId: 'q4', today }).map(({ nodeId }) => nodeId)).toEqual(order)
    expect(readiness(network(), { cycleId: null, today }).map(({ nodeId, drafted }) => [nodeId, drafted])).toEqual(order.map((id) => [id, false]))
    expect(readiness(shuffled(network(), 3), { cycleId: 'q2', today })).toEqual(readiness(network(), { cycleId: 'q2', today }))
  })
})
