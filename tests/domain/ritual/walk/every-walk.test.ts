import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assess } from '../../../../lib/domain/okr/assess.ts'
import { mostLeft, mostStops, partsOf } from '../../../../lib/domain/ritual/walk/agenda.ts'
import { walkedKeyResults } from '../../../../lib/domain/ritual/walk/base.ts'
import { find, makeSnapshot, type Snapshot } from '../../../../lib/domain/snapshot.ts'
import { promiseStates } from '../../../../lib/domain/vocabulary.ts'
import { runs } from '../../../property-runs.ts'
import { needsNetwork, record } from '../../sketch.ts'
import { agendaOf, percent, today } from './walk-kit.ts'

const keyResults = 24

const need = fc.record({
  from: fc.nat(keyResults - 1),
  to: fc.nat(keyResults - 1),
  state: fc.constantFrom(...promiseStates),
  strength: fc.constantFrom(0.5, 1),
  promisedOn: fc.constantFrom(null, '2027-02-01', '2027-03-01'),
  neededOn: fc.constantFrom(null, '2027-01-20', '2027-02-20'),
})
const said = fc.record({
  confidence: fc.constantFrom(null, 0.1, 0.5, 0.9),
  value: fc.constantFrom(null, 10, 50, 100),
  days: fc.constantFrom(1, 3, 12),
})

function network(
  needs: readonly { readonly from: number; readonly to: number }[],
  reports: readonly (typeof said extends fc.Arbitrary<infer T> ? T : never)[],
) {
  const list = needs.filter(({ from, to }) => from !== to).map(({ from, to, ...fields }) => ({ supplier: `k${from}`, consumer: `k${to}`, ...fields }))
  const drawn = reports.map(({ confidence, value }, at) => [
    `k${at}`,
    { confidence, area: `area${at % 3}`, cycle: at % 7 === 0 ? 'other' : 'q', metric: { ...percent, current: value } },
  ])
  const checkIn = reports.flatMap(({ confidence, value, days }, at) => [
    { id: `old${at}`, keyResultId: `k${at}`, at: '2027-01-10T09:00:00Z', confidence: 0.8, value: 20 },
    { id: `new${at}`, keyResultId: `k${at}`, at: `2027-02-0${Math.max(1, 8 - days)}T09:00:00Z`, confidence, value },
  ])
  const healthMetric = [{ id: 'h', nodeId: 'node_k0', lower: 10, current: 1 }]
  return needsNetwork(Object.fromEntries(drawn), list, { cycle: [{ id: 'q' }, { id: 'other' }], checkIn, healthMetric })
}

const networks = fc
  .tuple(fc.array(need, { maxLength: 40 }), fc.array(said, { minLength: keyResults, maxLength: keyResults }))
  .map(([a, b]) => network(a, b))

/** The same records, stored in another order. */
function shuffled({ tables }: Snapshot, seed: number): Snapshot {
  const lists = Object.entries(tables).map(([entity, table]) => {
    const records = [...table.values()]
    const turned = [...records.slice(seed % (records.length + 1)), ...records.slice(0, seed % (records.length + 1))]
    return [entity, seed % 2 === 0 ? turned.reverse() : turned]
  })
  return makeSnapshot(Object.fromEntries(lists))
}

describe('whatever the network', () => {
  test('WA35: the agenda does not depend on the order in which records are stored', () => {
    fc.assert(
      fc.property(networks, fc.nat(1000), (snapshot, seed) => {
        expect(agendaOf(shuffled(snapshot, seed))).toEqual(agendaOf(snapshot))
      }),
      { numRuns: runs(60) },
    )
  })

  test('WA33: each key result of the cycle is spoken of in one section or counted as expected', () => {
    fc.assert(
      fc.property(networks, (snapshot) => {
        const { agenda, expected, leftBySection, left, stops, wins } = agendaOf(snapshot)
        const walked = new Set(walkedKeyResults(assess(snapshot, { today, cycleId: 'q' })).map(({ id }) => id))
        const sections = new Map<string, Set<string>>()
        for (const { subject, about, section } of agenda) {
          const keyResultId =
            subject === 'dependency' ? find(snapshot, 'dependency', about)?.consumerKeyResultId : subject === 'keyResult' ? about : null
          if (keyResultId) sections.set(keyResultId, (sections.get(keyResultId) ?? new Set()).add(section))
        }
        for (const [id, found] of sections) expect([walked.has(id), found.size]).toEqual([true, 1])
        const leftInAll = Object.values(leftBySection).reduce((sum, count) => sum + count, 0)
        expect([left.length, stops.length <= mostStops]).toEqual([Math.min(leftInAll, mostLeft), true])
        if (leftInAll <= mostLeft) expect(sections.size + expected).toBe(walked.size)
        expect(stops.length + wins.length + left.length).toBe(agenda.length)
        expect(new Set(agenda.map(({ subject, about }) => `${subject} ${about}`)).size).toBe(agenda.length)
      }),
      { numRuns: runs(100) },
    )
  })

  test('WA36: the agenda is what a ritual keeps: frozen as it is, and told apart again', () => {
    fc.assert(
      fc.property(networks, (snapshot) => {
        const { agenda, stops, wins, left } = agendaOf(snapshot)
        const kept = record('ritual', { id: 'r', agenda: structuredClone(agenda) }).agenda
        expect(kept).toEqual(agenda)
        expect(partsOf(kept)).toEqual({ stops, wins, left })
      }),
      { numRuns: runs(30) },
    )
  })
})
