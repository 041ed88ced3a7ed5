import fc from 'fast-check'
import type { Snapshot } from '../../../lib/domain/snapshot.ts'
import { promiseStates, tiers } from '../../../lib/domain/vocabulary.ts'
import { sketch } from '../sketch.ts'

const nodes = 5
const people = 4
const teams = 3

const day = fc.constantFrom(null, '2027-01-01', '2027-01-10', '2027-01-11', '2027-02-01', '2027-03-31')

const participation = fc.record({
  node: fc.nat(nodes - 1),
  who: fc.oneof(
    fc.nat(people - 1).map((at) => ({ personId: `p${at}` })),
    fc.nat(teams - 1).map((at) => ({ teamId: `t${at}` })),
  ),
  tier: fc.constantFrom(...tiers),
  ends: fc.tuple(day, day).map(([a, b]) => (a !== null && b !== null && b < a ? [b, a] : [a, b])),
})

const between = fc.tuple(fc.nat(nodes - 1), fc.nat(nodes - 1)).filter(([a, b]) => a !== b)

/** A few people and teams in a few nodes, with exchanges between nodes and needs between their key results. */
export const peopleNetwork: fc.Arbitrary<Snapshot> = fc
  .record({
    parts: fc.array(participation, { minLength: 8, maxLength: 16 }),
    memberships: fc.array(fc.subarray(['t0', 't1', 't2']), { minLength: people, maxLength: people }),
    exchanges: fc.array(between, { minLength: 3, maxLength: 8 }),
    needs: fc.array(
      fc.record({ from: fc.nat(nodes - 1), to: fc.nat(nodes - 1), hasResult: fc.boolean(), state: fc.constantFrom(...promiseStates) }),
      { minLength: 3, maxLength: 10 },
    ),
  })
  .map(({ parts, memberships, exchanges, needs }) => {
    const all = (count: number, prefix: string) => Array.from({ length: count }, (_, at) => ({ id: `${prefix}${at}`, name: `${prefix}${at}` }))
    return sketch({
      area: [{ id: 'area' }],
      node: all(nodes, 'n').map((node) => ({ ...node, areaId: 'area' })),
      person: all(people, 'p').map((person, at) => ({ ...person, teamIds: memberships[at] ?? [], isPlaceholder: at === 0 })),
      team: all(teams, 't'),
      participation: parts.map(({ node, who, tier, ends: [from, until] }, at) => ({
        id: `part${at}`,
        nodeId: `n${node}`,
        ...who,
        tier,
        from,
        until,
      })),
      exchange: exchanges.map(([from, to], at) => ({
        id: `x${at}`,
        fromNodeId: `n${from}`,
        toNodeId: `n${to}`,
        deliverable: 'it',
        kind: 'tangible',
      })),
      cycle: [{ id: 'c' }],
      objective: all(nodes, 'o').map(({ id }, at) => ({ id, title: id, nodeId: `n${at}`, cycleId: 'c' })),
      keyResult: all(nodes + 1, 'k').map(({ id }, at) => ({ id, title: id, objectiveId: `o${at % nodes}` })),
      dependency: needs.map(({ from, to, hasResult, state }, at) => ({
        id: `d${at}`,
        consumerKeyResultId: `k${to}`,
        ...(hasResult && from !== to ? { supplierKeyResultId: `k${from}` } : { supplierNodeId: `n${from}` }),
        state,
      })),
    })
  })

export const someDay = fc.constantFrom('2026-12-31', '2027-01-01', '2027-01-05', '2027-01-10', '2027-01-11', '2027-02-01', '2027-03-31', '2027-04-01')
export const somebody = fc.constantFrom('p0', 'p1', 'p2', 'p3', 't0', 't1', 't2')
