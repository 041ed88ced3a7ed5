import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDocument } from '../../../lib/domain/format/parse.ts'
import { documentToChanges } from '../../../lib/domain/format/to-changes.ts'
import { glueOf } from '../../../lib/domain/people/glue.ts'
import { applyChanges, makeSnapshot, type Snapshot } from '../../../lib/domain/snapshot.ts'
import { sample } from '../../../lib/domain/template/sample/sample.ts'
import { runs } from '../../property-runs.ts'
import { sketch } from '../sketch.ts'
import { peopleNetwork, somebody, someDay } from './random-network.ts'

describe('glue', () => {
  const snapshot = sketch({
    area: [{ id: 'area' }],
    node: ['n', 'm', 'o'].map((id) => ({ id, areaId: 'area' })),
    person: [],
    team: [
      { id: 'red', name: 'Red' },
      { id: 'blue', name: 'Blue' },
      { id: 'idle', name: 'Idle' },
    ],
    participation: [
      { id: 'p1', nodeId: 'n', teamId: 'red', tier: 'core', from: '2027-01-01' },
      { id: 'p2', nodeId: 'm', teamId: 'red', tier: 'lead', from: '2027-01-01' },
      { id: 'p3', nodeId: 'm', teamId: 'blue', tier: 'resonance', until: '2027-02-01' },
      { id: 'p4', nodeId: 'o', teamId: 'blue', tier: 'core' },
    ],
    exchange: [
      { id: 'x1', fromNodeId: 'n', toNodeId: 'o' },
      { id: 'x2', fromNodeId: 'o', toNodeId: 'm' },
      { id: 'x3', fromNodeId: 'm', toNodeId: 'o' },
      { id: 'x4', fromNodeId: 'n', toNodeId: 'm' },
    ],
    cycle: [{ id: 'c' }],
    objective: ['n', 'm', 'o'].map((id) => ({ id: `obj-${id}`, nodeId: id, cycleId: 'c' })),
    keyResult: ['n', 'm', 'o'].map((id) => ({ id: `kr-${id}`, objectiveId: `obj-${id}` })),
    dependency: [
      { id: 'd1', consumerKeyResultId: 'kr-o', supplierKeyResultId: 'kr-n' },
      { id: 'd2', consumerKeyResultId: 'kr-n', supplierNodeId: 'o', state: 'requested' },
      { id: 'd3', consumerKeyResultId: 'kr-n', supplierNodeId: 'o', state: 'withdrawn' },
    ],
  })

  test('PE12-PE14: shared nodes with their tiers, exchanges and needs both ways', () => {
    const glue = glueOf(snapshot, { a: 'red', b: 'blue' }, '2027-01-15')
    expect(glue.nodes.map(({ nodeId, a, b }) => [nodeId, a.map(({ tier }) => tier), b.map(({ tier }) => tier)])).toEqual([
      ['m', ['lead'], ['resonance']],
    ])
    expect(glue.exchanges.map(({ exchange, direction }) => [exchange.id, direction])).toEqual([
      ['x1', 'aToB'],
      ['x2', 'bToA'],
      ['x3', 'aToB'],
      ['x4', 'aToB'],
    ])
    expect(glue.needs.map(({ dependency, direction }) => [dependency.id, direction])).toEqual([
      ['d1', 'aToB'],
      ['d2', 'bToA'],
    ])
  })

  test('PE15: the sentence says the counts, and which way', () => {
    expect(glueOf(snapshot, { a: 'red', b: 'blue' }, '2027-01-15').sentence).toBe(
      'Red and Blue are joined by 1 shared node, 4 exchanges (3 from Red, 1 from Blue) and 2 needs (given: 1 from Red, 1 from Blue).',
    )
    expect(glueOf(snapshot, { a: 'red', b: 'idle' }, '2027-01-15').sentence).toBe('Nothing joins Red and Idle: no shared node, no exchange, no need.')
  })

  test('PE12: on another day other people were in', () => {
    expect(glueOf(snapshot, { a: 'red', b: 'blue' }, '2027-02-02').counts).toEqual({
      nodes: 0,
      exchanges: 3,
      exchangesAToB: 2,
      exchangesBToA: 1,
      needs: 2,
      needsAToB: 1,
      needsBToA: 1,
    })
    expect(glueOf(snapshot, { a: 'red', b: 'blue' }, '2026-12-31').counts.nodes).toBe(0)
  })

  test('PE12: of somebody with itself, or with nobody, is refused', () => {
    expect(() => glueOf(snapshot, { a: 'red', b: 'red' }, '2027-01-15')).toThrow('joined with itself')
    expect(() => glueOf(snapshot, { a: 'red', b: 'nobody' }, '2027-01-15')).toThrow('no team and no person “nobody”')
  })
})

describe('the sample company, counted by hand', () => {
  const parsed = parseDocument(sample('2027-02-10', 'Bright'))
  if (!parsed.ok) throw new Error('the sample is not valid')
  const company = makeSnapshot({})
  applyChanges(company, documentToChanges(parsed.document))
  const glue = (a: string, b: string) => glueOf(company, { a: `sample_team_${a}`, b: `sample_team_${b}` }, '2027-02-10')

  test('PE12-PE14: growth (new clients, partnerships, awareness) and care (existing clients, services) share no node', () => {
    expect(glue('growth', 'care').counts).toEqual({
      nodes: 0,
      exchanges: 3,
      exchangesAToB: 1,
      exchangesBToA: 2,
      needs: 2,
      needsAToB: 0,
      needsBToA: 2,
    })
  })

  test('PE12-PE14: product (products, capabilities) and the field crew (delivery, products) share products', () => {
    const { nodes, counts } = glue('product', 'field-crew')
    expect(nodes.map(({ nodeId, a, b }) => [nodeId, a.map(({ tier }) => tier), b.map(({ tier }) => tier)])).toEqual([
      ['sample_node_products', ['lead', 'core', 'core'], ['co-creator']],
    ])
    expect(counts).toEqual({ nodes: 1, exchanges: 3, exchangesAToB: 2, exchangesBToA: 1, needs: 1, needsAToB: 1, needsBToA: 0 })
  })
})

/** The nodes of somebody, by asking every participation. */
function nodesOf(snapshot: Snapshot, id: string, day: string): Set<string> {
  const { person, team, participation } = snapshot.tables
  const isTeam = [...team.keys()].includes(id)
  const parties = new Set<string>([id])
  for (const each of person.values())
    if (isTeam ? each.teamIds.some((one) => one === id) : each.id === id) for (const one of isTeam ? [each.id] : each.teamIds) parties.add(one)
  const held = [...participation.values()].filter(({ from, until }) => (from ?? '0') <= day && day <= (until ?? '9'))
  return new Set(held.flatMap(({ nodeId, personId, teamId }) => (parties.has(personId ?? teamId ?? '') ? [nodeId] : [])))
}

test('PE12-PE14: agrees with brute force on random networks', () => {
  const seen = { nodes: 0, exchanges: 0, needs: 0 }
  fc.assert(
    fc.property(peopleNetwork, somebody, somebody, someDay, (snapshot, a, b, day) => {
      fc.pre(a !== b)
      const [ofA, ofB] = [nodesOf(snapshot, a, day), nodesOf(snapshot, b, day)]
      const joins = (from: string, to: string) => from !== to && ((ofA.has(from) && ofB.has(to)) || (ofB.has(from) && ofA.has(to)))
      const homeOf = (keyResultId: string) =>
        snapshot.tables.objective.get(snapshot.tables.keyResult.get(keyResultId as never)?.objectiveId as never)?.nodeId ?? ''
      const glue = glueOf(snapshot, { a, b }, day)
      const sorted = (ids: readonly string[]) => [...ids].sort()
      expect(sorted(glue.nodes.map(({ nodeId }) => nodeId))).toEqual(sorted([...ofA].filter((id) => ofB.has(id))))
      const exchanges = [...snapshot.tables.exchange.values()].filter(({ fromNodeId, toNodeId }) => joins(fromNodeId, toNodeId))
      expect(sorted(glue.exchanges.map(({ exchange }) => exchange.id))).toEqual(sorted(exchanges.map(({ id }) => id)))
      const needs = [...snapshot.tables.dependency.values()].filter(
        ({ state, supplierKeyResultId, supplierNodeId, consumerKeyResultId }) =>
          state !== 'withdrawn' &&
          state !== 'cancelled' &&
          joins(supplierKeyResultId ? homeOf(supplierKeyResultId) : (supplierNodeId ?? ''), homeOf(consumerKeyResultId)),
      )
      expect(sorted(glue.needs.map(({ dependency }) => dependency.id))).toEqual(sorted(needs.map(({ id }) => id)))
      const back = glueOf(snapshot, { a: b, b: a }, day).counts
      expect([back.exchangesAToB, back.needsAToB, back.nodes]).toEqual([glue.counts.exchangesBToA, glue.counts.needsBToA, glue.counts.nodes])
      seen.nodes += glue.counts.nodes
      seen.exchanges += glue.counts.exchanges
      seen.needs += glue.counts.needs
    }),
    { numRuns: runs(400), seed: 20_270_118 },
  )
  expect(Math.min(seen.nodes, seen.exchanges, seen.needs)).toBeGreaterThan(100)
})
