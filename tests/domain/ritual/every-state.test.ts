import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nodeNeeds } from '../../../lib/domain/network/node-needs.ts'
import { assess } from '../../../lib/domain/okr/assess.ts'
import { needGraph } from '../../../lib/domain/plan/graph.ts'
import { movesSince } from '../../../lib/domain/ritual/moves.ts'
import { openAsks } from '../../../lib/domain/ritual/open-asks.ts'
import { promiseMoves } from '../../../lib/domain/ritual/promise-moves.ts'
import { compileWalk } from '../../../lib/domain/ritual/walk.ts'
import { type PromiseState, promiseStates } from '../../../lib/domain/vocabulary.ts'
import { runs } from '../../property-runs.ts'
import { needsNetwork, record } from '../sketch.ts'

const today = '2027-02-10'

type Expected = {
  readonly list: 'unanswered' | 'refused' | 'unsent' | null
  readonly link: 'promised' | 'open' | 'refused' | 'draft' | null
  /** whether the walk stops at it, nothing being late */
  readonly stops: boolean
}

const nothing: Expected = { list: null, link: null, stops: false }
const promised: Expected = { list: null, link: 'promised', stops: false }
const open: Expected = { list: 'unanswered', link: 'open', stops: false }
const refused: Expected = { list: 'refused', link: 'refused', stops: true }

const expectations: Record<PromiseState, Expected> = {
  draft: { list: 'unsent', link: 'draft', stops: false },
  offered: open,
  requested: open,
  countered: open,
  deferred: open,
  promised,
  delivered: promised,
  accepted: promised,
  declined: refused,
  revoked: refused,
  withdrawn: nothing,
  cancelled: nothing,
}

function oneNeed(state: PromiseState, more: object = {}) {
  const checkIn = ['a', 'b'].map((keyResultId) => ({ id: `c_${keyResultId}`, keyResultId, at: '2027-02-09T09:00:00Z' }))
  return needsNetwork({ a: {}, b: {} }, [{ supplier: 'a', consumer: 'b', state, ...more }], { checkIn })
}

function walkOf(snapshot: ReturnType<typeof oneNeed>) {
  return compileWalk({ assessment: assess(snapshot, { today, cycleId: 'q' }), graph: needGraph(snapshot, 'q'), moves: new Map() })
}

describe.each(promiseStates)('a need that is %s', (state) => {
  const { list, link, stops } = expectations[state]
  const snapshot = oneNeed(state)
  const assessment = assess(snapshot, { today, cycleId: 'q' })

  test('ST90: stands in one list of planning, or in none', () => {
    const asks = openAsks(snapshot, assessment)
    const found = (['unanswered', 'refused', 'unsent'] as const).filter((each) => asks[each].length > 0)
    expect(found).toEqual(list === null ? [] : [list])
  })

  test('ST55: is counted in one class of the link between the nodes, or there is no link', () => {
    const counts = nodeNeeds(assessment).links.map(({ promised, open, refused, draft, count }) => ({ promised, open, refused, draft, count }))
    const none = { promised: 0, open: 0, refused: 0, draft: 0 }
    expect(counts).toEqual(link === null ? [] : [{ ...none, [link]: 1, count: 1 }])
  })

  test('ST83: is a stop of the walk where it is refused', () => {
    expect(walkOf(snapshot).sections.promises.map(({ dependencyId }) => dependencyId)).toEqual(stops ? ['d1'] : [])
  })

  test('ST83: past the day on which it was needed stops the walk unless it is promised otherwise, settled or ended', () => {
    const isSettledOrEnded = ['delivered', 'accepted', 'withdrawn', 'cancelled'].includes(state)
    expect(walkOf(oneNeed(state, { neededOn: '2027-02-09' })).sections.promises.length).toBe(isSettledOrEnded ? 0 : 1)
    const later = walkOf(oneNeed(state, { neededOn: '2027-02-09', promisedOn: '2027-03-01' })).sections.promises.length
    expect(later).toBe(isSettledOrEnded || state === 'promised' ? 0 : 1)
  })

  test('ST82: is a move of the promise from every other state, and none from its own', () => {
    const moved = promiseStates.flatMap((from) =>
      promiseMoves([{ entity: 'dependency', id: 'd1', before: { state: from }, after: { state } }]).map((move) => move.from),
    )
    expect(moved).toEqual(promiseStates.filter((from) => from !== state))
  })
})

describe('promises that moved', () => {
  const need = record('dependency', { id: 'd', consumerKeyResultId: 'a', supplierNodeId: 'n', state: 'requested' })

  test('ST82: a new one comes from nothing, a deleted one goes to nothing', () => {
    expect(promiseMoves([{ entity: 'dependency', id: 'd', before: null, after: need }])).toEqual([{ dependencyId: 'd', from: null, to: 'requested' }])
    expect(promiseMoves([{ entity: 'dependency', id: 'd', before: need, after: null }])).toEqual([{ dependencyId: 'd', from: 'requested', to: null }])
  })

  test('ST82: an edit of another field, or of another kind of record, is none', () => {
    expect(promiseMoves([{ entity: 'dependency', id: 'd', before: { note: null }, after: { note: 'x' } }])).toEqual([])
    expect(promiseMoves([{ entity: 'goal', id: 'd', before: { state: 'draft' }, after: { state: 'promised' } }])).toEqual([])
  })
})

describe('the walk', () => {
  test('ST80: the day of a check-in is that of the network, not that of UTC', () => {
    const at = '2027-02-01T23:30:00Z'
    const moved = (timeZone: string) =>
      movesSince(
        needsNetwork({ a: {} }, [], { network: [{ id: 'net', timeZone }], checkIn: [{ id: 'c', keyResultId: 'a', at, value: 1 }] }),
        '2027-02-01',
      ).size
    expect([moved('UTC'), moved('Asia/Tokyo'), moved('America/New_York')]).toEqual([0, 1, 0])
  })

  const needs = fc.array(
    fc.record({
      from: fc.nat(5),
      to: fc.nat(5),
      state: fc.constantFrom(...promiseStates),
      strength: fc.constantFrom(0.5, 1),
      promisedOn: fc.constantFrom(null, '2027-02-01', '2027-03-01'),
    }),
    { maxLength: 12 },
  )
  const confidences = fc.array(fc.constantFrom(null, 0.1, 0.5, 0.9), { minLength: 6, maxLength: 6 })

  test('ST84-ST85: whatever the network, each key result stops in one section or goes as expected, and most waited for comes first', () => {
    fc.assert(
      fc.property(needs, confidences, (given, said) => {
        const list = given
          .filter(({ from, to }) => from !== to)
          .map(({ from, to, ...fields }) => ({ supplier: `k${from}`, consumer: `k${to}`, ...fields }))
        const keyResults = Object.fromEntries(said.map((confidence, at) => [`k${at}`, { confidence, area: `area${at % 3}` }]))
        const { stops, sections, asExpected } = walkOf(needsNetwork(keyResults, list))
        const stopped = new Set(stops.map(({ keyResultId }) => keyResultId))
        expect(stopped.size + asExpected).toBe(6)
        for (const id of stopped) expect(new Set(stops.filter((stop) => stop.keyResultId === id).map(({ section }) => section)).size).toBe(1)
        for (const { behind, section } of stops) expect(behind.keyResults).toBeLessThanOrEqual(Number(sections[section][0]?.behind.keyResults))
        const others = stops.filter(({ section }) => section !== 'promises')
        expect(new Set(others.map(({ keyResultId }) => keyResultId)).size).toBe(others.length)
      }),
      { numRuns: runs(60) },
    )
  })
})
