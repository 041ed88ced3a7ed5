import { describe, expect, test } from 'vitest'
import { DomainError } from '../../../lib/domain/error.ts'
import { madeAtMs, newId } from '../../../lib/domain/ids.ts'
import { assess } from '../../../lib/domain/okr/assess.ts'
import { needGraph } from '../../../lib/domain/plan/graph.ts'
import { openAsks } from '../../../lib/domain/ritual/open-asks.ts'
import { lineToCore, selfCheck } from '../../../lib/domain/ritual/self-check.ts'
import { goldenNetwork, needsNetwork, type SketchedNeed, sketch } from '../sketch.ts'

const today = '2027-02-10'

/** The id that a need written down at an instant gets. */
function idMadeAt(instant: string, tail: string): string {
  const hex = Date.parse(instant).toString(16).padStart(12, '0')
  return newId('dependency', `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-00000000000${tail}`)
}

function asksOf(needs: readonly SketchedNeed[], timeZone: string | null = null) {
  const snapshot = needsNetwork({ a: {}, b: {} }, needs, { network: [{ id: 'net', timeZone }] })
  return openAsks(snapshot, assess(snapshot, { today, cycleId: 'q' }))
}

const between = { supplier: 'a', consumer: 'b' }

describe('open asks', () => {
  test('ST90: unanswered, refused and unsent; what is promised or ended is none', () => {
    const states = [
      'draft',
      'offered',
      'requested',
      'countered',
      'deferred',
      'promised',
      'delivered',
      'accepted',
      'declined',
      'revoked',
      'withdrawn',
      'cancelled',
    ]
    const { unanswered, refused, unsent } = asksOf(states.map((state) => ({ ...between, state })))
    expect([unanswered, refused, unsent].map((list) => list.map(({ state }) => state))).toEqual([
      ['offered', 'requested', 'countered', 'deferred'],
      ['declined', 'revoked'],
      ['draft'],
    ])
  })

  test('ST91: whose move it is; a counter of which nobody kept the side was the supplier’s', () => {
    const moves = ['draft', 'offered', 'requested', 'countered', 'deferred', 'declined', 'revoked'].map((state) => {
      const { unanswered, refused, unsent } = asksOf([{ ...between, state }])
      return [state, [...unanswered, ...refused, ...unsent][0]?.whoseMove]
    })
    expect(Object.fromEntries(moves)).toEqual({
      draft: 'consumer',
      offered: 'consumer',
      requested: 'supplier',
      countered: 'consumer',
      deferred: 'supplier',
      declined: 'consumer',
      revoked: 'consumer',
    })
  })

  test('ST91: whoever countered last waits for the other side', () => {
    const whose = (counteredBy: string) => asksOf([{ ...between, state: 'countered', counteredBy }]).unanswered[0]?.whoseMove
    expect([whose('consumer'), whose('supplier')]).toEqual(['supplier', 'consumer'])
  })

  test('ST92: the age of an ask counts from the move for which it waits', () => {
    const move = { id: 'm1', dependencyId: 'd1', move: 'request', to: 'requested', side: 'consumer', at: '2027-02-04T09:00:00Z' }
    const snapshot = needsNetwork({ a: {}, b: {} }, [{ ...between, state: 'requested' }], { promiseMove: [move] })
    expect(openAsks(snapshot, assess(snapshot, { today, cycleId: 'q' })).unanswered[0]?.ageDays).toBe(6)
  })

  test('ST92: the age is read from the id of what was made here, in calendar days of the network, and unknown for the rest', () => {
    const made = idMadeAt('2027-02-07T23:30:00Z', '1')
    expect(madeAtMs(made)).toBe(Date.parse('2027-02-07T23:30:00Z'))
    expect(madeAtMs('d7')).toBeNull()
    expect(asksOf([{ ...between, id: made, state: 'requested' }]).unanswered[0]?.ageDays).toBe(3)
    expect(asksOf([{ ...between, id: made, state: 'requested' }], 'Europe/Berlin').unanswered[0]?.ageDays).toBe(2)
    expect(asksOf([{ ...between, state: 'requested' }]).unanswered[0]?.ageDays).toBeNull()
  })

  test('ST93: oldest first, then soonest needed, then in document order', () => {
    const ask = { ...between, state: 'requested' }
    const { unanswered } = asksOf([
      { ...ask, id: 'none' },
      { ...ask, id: 'later', neededOn: '2027-03-10' },
      { ...ask, id: 'sooner', neededOn: '2027-02-01' },
      { ...ask, id: idMadeAt('2027-02-09T09:00:00Z', '2') },
      { ...ask, id: idMadeAt('2027-01-09T09:00:00Z', '3') },
      { ...ask, id: 'also-none' },
    ])
    expect(unanswered.map(({ dependencyId, neededInDays }) => [dependencyId.slice(-9), neededInDays])).toEqual([
      ['000000003', null],
      ['000000002', null],
      ['sooner', -9],
      ['later', 28],
      ['none', null],
      ['also-none', null],
    ])
  })

  test('ST90: only those of the cycle in question', () => {
    const snapshot = needsNetwork({ a: {}, b: { cycle: 'next' } }, [{ ...between, state: 'requested' }], {
      cycle: [{ id: 'q' }, { id: 'next', phase: 'draft' }],
    })
    const count = (cycleId: string | null) => openAsks(snapshot, assess(snapshot, { today, cycleId })).unanswered.length
    expect([count('q'), count('next'), count(null)]).toEqual([0, 1, 1])
  })
})

describe('a node’s own check', () => {
  const golden = goldenNetwork()
  const check = (nodeId: string) =>
    selfCheck(golden, assess(golden, { today: '2027-01-05', cycleId: 'cycle_q' }), needGraph(golden, 'cycle_q'), nodeId)

  test('ST94: the line leads from the key result through its objective, goals, node and area to the core', () => {
    const snapshot = sketch({
      network: [{ id: 'net', name: 'Core' }],
      area: [{ id: 'a', name: 'Customer' }],
      node: [{ id: 'n', areaId: 'a', name: 'Onboarding' }],
      cycle: [{ id: 'q' }],
      goal: [{ id: 'g', name: 'Grow' }],
      objective: [{ id: 'o', nodeId: 'n', cycleId: 'q', title: 'Quick start', goalIds: ['g'] }],
      keyResult: [{ id: 'k', objectiveId: 'o', title: '9 to 4 days' }],
    })
    expect(lineToCore(snapshot, 'k').map(({ kind, name }) => `${kind}: ${name}`)).toEqual([
      'keyResult: 9 to 4 days',
      'objective: Quick start',
      'goal: Grow',
      'node: Onboarding',
      'area: Customer',
      'network: Core',
    ])
  })

  test('ST95: who waits and for whom it waits, directly and behind, on the worked example', () => {
    const { lines, whoWaits, waitsFor } = check('node_delivery')
    expect(lines.map(({ keyResultId, needIds, giveIds, waiting, waitsFor: behind }) => ({ keyResultId, needIds, giveIds, waiting, behind }))).toEqual(
      [
        { keyResultId: 'K4', needIds: ['d4'], giveIds: ['d6', 'd10'], waiting: 4, behind: 3 },
        { keyResultId: 'K5', needIds: ['d6'], giveIds: ['d7'], waiting: 3, behind: 4 },
      ],
    )
    expect(whoWaits.map(({ consumerNodeId }) => consumerNodeId)).toEqual(['node_brand', 'node_client'])
    expect(waitsFor.map(({ supplierNodeId }) => supplierNodeId)).toEqual(['node_capability'])
  })

  test('ST95: a node without key results has no lines and nobody who waits', () => {
    expect(check('node_culture')).toEqual({ nodeId: 'node_culture', lines: [], whoWaits: [], waitsFor: [], askedOfNodeIds: [] })
  })

  test('ST96: asks of the node for which it has named no key result are listed, those from inside too', () => {
    const snapshot = needsNetwork({ a: { node: 'n' }, b: {} }, [
      { supplier: null, supplierNodeId: 'n', consumer: 'b', state: 'requested' },
      { supplier: 'a', consumer: 'b' },
      { supplier: null, supplierNodeId: 'n', consumer: 'a', state: 'draft' },
    ])
    expect(selfCheck(snapshot, assess(snapshot, { today, cycleId: 'q' }), needGraph(snapshot, 'q'), 'n').askedOfNodeIds).toEqual(['d1', 'd3'])
  })

  test('ST94: an ended dependency is in no line, and an unknown node is refused', () => {
    const snapshot = needsNetwork({ a: {}, b: {} }, [{ supplier: 'a', consumer: 'b', state: 'withdrawn' }])
    const assessment = assess(snapshot, { today, cycleId: 'q' })
    expect(selfCheck(snapshot, assessment, needGraph(snapshot, 'q'), 'node_b').lines[0]).toMatchObject({
      needIds: [],
      giveIds: [],
      waiting: 0,
      waitsFor: 0,
    })
    expect(() => selfCheck(snapshot, assessment, needGraph(snapshot, 'q'), 'nobody')).toThrow(DomainError)
  })
})
