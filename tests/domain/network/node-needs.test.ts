import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nodeNeeds } from '../../../lib/domain/network/node-needs.ts'
import { assess } from '../../../lib/domain/okr/assess.ts'
import { dependencyConditions } from '../../../lib/domain/okr/assessment.ts'
import type { Snapshot } from '../../../lib/domain/snapshot.ts'
import { promiseStates } from '../../../lib/domain/vocabulary.ts'
import { runs } from '../../property-runs.ts'
import { goldenAnswer, goldenNetwork, needsNetwork } from '../sketch.ts'

function needsOf(snapshot: Snapshot, cycleId: string | null = 'q', today = '2027-01-05') {
  return nodeNeeds(assess(snapshot, { today, cycleId }))
}

/** Supplier → consumer: the needs between them, as written down by hand from the worked example (methods of the field, section 2.2). */
const byHand: Readonly<Record<string, readonly string[]>> = {
  'finance→talent': ['d1'],
  'finance→innovation': ['d2'],
  'talent→capability': ['d3'],
  'capability→delivery': ['d4'],
  'innovation→brand': ['d5'],
  'delivery→brand': ['d7'],
  'brand→client': ['d9'],
  'delivery→client': ['d10'],
  'innovation→client': ['d11'],
}

describe('the worked example', () => {
  const golden = needsOf(goldenNetwork(), 'cycle_q')

  test('ST51: 9 of 12 cross nodes and 7 cross areas', () => {
    expect(golden).toMatchObject({ total: 12, inside: 3, crossNode: 9, crossArea: 7 })
    expect([golden.crossNode, golden.crossArea]).toEqual([
      goldenAnswer('krNetwork', 'crossNodeDependencies'),
      goldenAnswer('krNetwork', 'crossAreaDependencies'),
    ])
  })

  test('ST51: who needs whom equals the list made by hand', () => {
    const found = golden.links.map(({ supplierNodeId, consumerNodeId, dependencyIds }) => [
      `${supplierNodeId}→${consumerNodeId}`.replaceAll('node_', ''),
      dependencyIds,
    ])
    expect(Object.fromEntries(found)).toEqual(byHand)
  })

  test('ST51: the two links inside an area are capability’s neighbour and the client’s', () => {
    const inside = golden.links
      .filter(({ crossesArea }) => !crossesArea)
      .map(({ supplierNodeId, consumerNodeId }) => [supplierNodeId, consumerNodeId])
    expect(inside).toEqual([
      ['node_finance', 'node_talent'],
      ['node_delivery', 'node_client'],
    ])
  })

  test('ST55: each node knows both sides, with counts and the worst state', () => {
    const client = golden.byNode.get('node_client')
    expect(client?.needs.map(({ supplierNodeId, worst }) => [supplierNodeId, worst])).toEqual([
      ['node_brand', 'declined'],
      ['node_delivery', 'promised'],
      ['node_innovation', 'open'],
    ])
    expect(client).toMatchObject({ needCount: 3, giveCount: 0, worstNeed: 'declined', worstGive: null, insideDependencyIds: ['d12'] })
    expect(golden.byNode.get('node_innovation')).toMatchObject({ needCount: 1, giveCount: 2, worstGive: 'open', worstNeed: 'promised' })
  })

  test('ST55: a node that neither needs nor gives is not in it', () => {
    expect(golden.byNode.has('node_culture')).toBe(false)
    expect(golden.byNode.size).toBe(7)
  })
})

describe('any network', () => {
  test('ST50: both nodes hold the same link', () => {
    const { links, byNode } = needsOf(goldenNetwork(), 'cycle_q')
    for (const link of links) {
      expect(byNode.get(link.consumerNodeId)?.needs).toContain(link)
      expect(byNode.get(link.supplierNodeId)?.gives).toContain(link)
    }
  })

  test('ST52: an ended dependency is in no number, a draft is', () => {
    const counted = promiseStates.filter((state) => needsOf(needsNetwork({ a: {}, b: {} }, [{ supplier: 'a', consumer: 'b', state }])).total === 1)
    expect(counted).toEqual(promiseStates.filter((state) => state !== 'withdrawn' && state !== 'cancelled'))
  })

  test('ST52: nodes whose only dependency has ended are not linked', () => {
    const { links, byNode } = needsOf(needsNetwork({ a: {}, b: {} }, [{ supplier: 'a', consumer: 'b', state: 'cancelled' }]))
    expect([links, byNode.size]).toEqual([[], 0])
  })

  test('ST53: a need on a node without a key result counts at that node', () => {
    const { links, crossArea } = needsOf(
      needsNetwork({ a: { area: 'x' }, b: {} }, [{ supplier: null, supplierNodeId: 'node_a', consumer: 'b', state: 'requested' }]),
    )
    expect(links).toMatchObject([{ supplierNodeId: 'node_a', consumerNodeId: 'node_b', count: 1, open: 1, worst: 'open', crossesArea: true }])
    expect(crossArea).toBe(1)
  })

  test('ST53: where the key result has moved to another node, that node counts, not the one that was asked', () => {
    const { links } = needsOf(needsNetwork({ a: {}, b: {}, c: {} }, [{ supplier: 'a', supplierNodeId: 'node_c', consumer: 'b' }]))
    expect(links.map(({ supplierNodeId }) => supplierNodeId)).toEqual(['node_a'])
  })

  test('ST54: a need inside a node, with or without key result, is inside and no link', () => {
    const snapshot = needsNetwork({ a: { node: 'n' }, b: { node: 'n' } }, [
      { supplier: 'a', consumer: 'b' },
      { supplier: null, supplierNodeId: 'n', consumer: 'b' },
    ])
    const { links, inside, byNode } = needsOf(snapshot)
    expect([links.length, inside]).toEqual([0, 2])
    expect(byNode.get('n')?.insideDependencyIds).toEqual(['d1', 'd2'])
  })

  test('ST55: a link counts its dependencies by class and mark, and knows the strongest and the worst', () => {
    const between = { supplier: 'a', consumer: 'b' }
    const { links } = needsOf(
      needsNetwork({ a: {}, b: {} }, [
        { ...between, strength: 0.5, promisedOn: '2027-01-01' },
        { ...between, strength: 0.7, state: 'requested', neededOn: '2027-01-01' },
        { ...between, strength: 0.2, state: 'revoked' },
        { ...between, strength: 0, state: 'draft' },
        { ...between, strength: 0.1, state: 'accepted', neededOn: '2027-01-01', promisedOn: '2027-01-02' },
      ]),
    )
    expect(links).toMatchObject([
      { count: 5, promised: 2, open: 1, refused: 1, draft: 1, late: 1, overdue: 1, backwards: 1, strength: 0.7, worst: 'revoked' },
    ])
  })

  test('ST56: a dependency belongs to its consumer’s cycle', () => {
    const snapshot = needsNetwork(
      { a: { cycle: 'old' }, b: {}, c: { cycle: 'old' } },
      [
        { supplier: 'a', consumer: 'b' },
        { supplier: 'a', consumer: 'c' },
      ],
      { cycle: [{ id: 'q' }, { id: 'old' }] },
    )
    expect(needsOf(snapshot, 'q').links.map(({ dependencyIds }) => dependencyIds)).toEqual([['d1']])
    expect(needsOf(snapshot, 'old').links.map(({ dependencyIds }) => dependencyIds)).toEqual([['d2']])
    expect(needsOf(snapshot, null).total).toBe(2)
  })

  const small = fc.array(
    fc.record({
      from: fc.nat(5),
      to: fc.nat(5),
      state: fc.constantFrom(...promiseStates),
      strength: fc.constantFrom(0, 0.5, 1),
      neededOn: fc.constantFrom(null, '2026-12-30'),
    }),
    { maxLength: 20 },
  )

  test('ST50-ST55: every number equals the one counted naively from the list', () => {
    fc.assert(
      fc.property(small, (given) => {
        const needs = given
          .filter(({ from, to }) => from !== to)
          .map(({ from, to, ...fields }) => ({ supplier: `k${from}`, consumer: `k${to}`, ...fields }))
        const keyResults = Object.fromEntries(
          [0, 1, 2, 3, 4, 5].map((index) => [`k${index}`, { node: `n${index % 3}`, area: `a${(index % 3) % 2}` }]),
        )
        const { links, byNode, ...totals } = needsOf(needsNetwork(keyResults, needs))
        const nodeOf = (id: string) => `n${Number(id.slice(1)) % 3}`
        const areaOf = (id: string) => (Number(id.slice(1)) % 3) % 2
        const live = needs.filter(({ state }) => state !== 'withdrawn' && state !== 'cancelled')
        const cross = live.filter(({ supplier, consumer }) => nodeOf(supplier) !== nodeOf(consumer))
        expect(totals).toEqual({
          total: live.length,
          crossNode: cross.length,
          crossArea: live.filter(({ supplier, consumer }) => areaOf(supplier) !== areaOf(consumer)).length,
          inside: live.length - cross.length,
        })
        for (const { supplierNodeId, consumerNodeId, count, strength, worst } of links) {
          const between = cross.filter(({ supplier, consumer }) => nodeOf(supplier) === supplierNodeId && nodeOf(consumer) === consumerNodeId)
          expect([count, strength]).toEqual([between.length, Math.max(...between.map((each) => each.strength))])
          expect(dependencyConditions).toContain(worst)
        }
        const sum = (side: 'needCount' | 'giveCount') => [...byNode.values()].reduce((total, each) => total + each[side], 0)
        expect([sum('needCount'), sum('giveCount')]).toEqual([cross.length, cross.length])
      }),
      { numRuns: runs(400) },
    )
  })
})
