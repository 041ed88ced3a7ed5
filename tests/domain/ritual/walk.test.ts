import { describe, expect, test } from 'vitest'
import { assess } from '../../../lib/domain/okr/assess.ts'
import { needGraph } from '../../../lib/domain/plan/graph.ts'
import { movesSince, pointsFallen, progressGained } from '../../../lib/domain/ritual/moves.ts'
import { promiseMoves } from '../../../lib/domain/ritual/promise-moves.ts'
import { compileWalk, walkSections } from '../../../lib/domain/ritual/walk.ts'
import type { Snapshot } from '../../../lib/domain/snapshot.ts'
import { needsNetwork, type SketchedKeyResult, type SketchedNeed } from '../sketch.ts'

const [today, since] = ['2027-02-08', '2027-02-01']
const percent = { kind: 'increase', baseline: 0, target: 100, current: 50 }

function network(keyResults: Record<string, SketchedKeyResult>, needs: readonly SketchedNeed[] = [], checkIns: readonly object[] = []): Snapshot {
  return needsNetwork(keyResults, needs, { checkIn: checkIns.map((fields, at) => ({ id: `c${at}`, ...fields })) })
}

function walk(snapshot: Snapshot) {
  const assessment = assess(snapshot, { today, cycleId: 'q' })
  return compileWalk({ assessment, graph: needGraph(snapshot, 'q'), moves: movesSince(snapshot, since) })
}

/** A check-in a day ago, so that a key result is not stale. */
const fresh = (...ids: string[]) => ids.map((keyResultId) => ({ keyResultId, at: '2027-02-07T09:00:00Z' }))

describe('what moved', () => {
  test('ST80: a key result with a check-in after the day, from what was said before to what is said now', () => {
    const snapshot = network(
      { a: { metric: percent }, b: { metric: percent } },
      [],
      [
        { keyResultId: 'a', at: '2027-01-20T09:00:00Z', value: 10, confidence: 0.8 },
        { keyResultId: 'a', at: '2027-02-01T09:00:00Z', value: 20 },
        { keyResultId: 'a', at: '2027-02-03T09:00:00Z', value: 35 },
        { keyResultId: 'a', at: '2027-02-07T09:00:00Z', confidence: 0.5 },
        { keyResultId: 'b', at: '2027-02-01T23:59:59Z', value: 40 },
      ],
    )
    const moves = movesSince(snapshot, since)
    expect([...moves.keys()]).toEqual(['a'])
    expect(moves.get('a')).toEqual({ keyResultId: 'a', progressBefore: 0.2, progressAfter: 0.35, confidenceBefore: 0.8, confidenceAfter: 0.5 })
  })

  test('ST81: what was never said before is unknown, neither a rise nor a fall', () => {
    const moves = movesSince(
      network({ a: { metric: percent } }, [], [{ keyResultId: 'a', at: '2027-02-03T09:00:00Z', value: 35, confidence: 0.1 }]),
      since,
    )
    const move = moves.get('a')
    if (!move) throw new Error('a moved')
    expect(move).toMatchObject({ progressBefore: null, confidenceBefore: null })
    expect([pointsFallen(move), progressGained(move)]).toEqual([0, 0])
  })

  test('ST81: falls are counted in points of ten, rises in shares; the other way is 0', () => {
    const move = { keyResultId: 'a', progressBefore: 0.25, progressAfter: 0.5, confidenceBefore: 0.9, confidenceAfter: 0.7 }
    expect([pointsFallen(move), progressGained(move)]).toEqual([2, 0.25])
    const back = { ...move, progressBefore: 0.5, progressAfter: 0.25, confidenceBefore: 0.7, confidenceAfter: 0.9 }
    expect([pointsFallen(back), progressGained(back)]).toEqual([0, 0])
  })

  test('ST82: promises whose state differs, made and deleted ones too', () => {
    const dependency = { state: 'requested' }
    expect(
      promiseMoves([
        { entity: 'dependency', id: 'd1', before: { state: 'requested', neededOn: null }, after: { state: 'promised', neededOn: '2027-02-01' } },
        { entity: 'dependency', id: 'd2', before: { neededOn: null }, after: { neededOn: '2027-02-01' } },
        { entity: 'dependency', id: 'd3', before: null, after: dependency },
        { entity: 'dependency', id: 'd4', before: dependency, after: null },
        { entity: 'keyResult', id: 'k', before: { state: 'requested' }, after: { state: 'promised' } },
      ]),
    ).toEqual([
      { dependencyId: 'd1', from: 'requested', to: 'promised' },
      { dependencyId: 'd3', from: null, to: 'requested' },
      { dependencyId: 'd4', from: 'requested', to: null },
    ])
  })
})

describe('the order of a walk', () => {
  const late = { state: 'promised', promisedOn: '2027-02-01' }

  test('ST83: what changed, promises, disagreements, blocked, late, fell, stale, wins', () => {
    const snapshot = network(
      {
        supplier: { confidence: 0.9 },
        promised: { confidence: 0.9 },
        green: { confidence: 0.9 },
        stuck: { confidence: 0.5 },
        overrun: { confidence: 0.5, dueOn: '2027-02-01', metric: percent },
        fell: { metric: percent },
        silent: { confidence: 0.9 },
        fine: { confidence: 0.9 },
      },
      [
        { supplier: 'supplier', consumer: 'promised', ...late },
        { supplier: 'promised', consumer: 'green' },
        { supplier: 'promised', consumer: 'stuck' },
      ],
      [
        ...fresh('supplier', 'promised', 'green', 'stuck', 'overrun', 'fine'),
        { keyResultId: 'fell', at: '2027-01-20T09:00:00Z', confidence: 0.9, value: 40 },
        { keyResultId: 'fell', at: '2027-02-07T09:00:00Z', confidence: 0.6, value: 50 },
      ],
    )
    const { sections, stops, asExpected } = walk(snapshot)
    expect(Object.keys(sections)).toEqual([...walkSections])
    const ids = Object.fromEntries(walkSections.map((section) => [section, sections[section].map(({ keyResultId }) => keyResultId)]))
    expect(ids).toEqual({
      changed: ['supplier', 'promised', 'green', 'stuck', 'overrun', 'fell', 'fine'],
      promises: ['promised'],
      disagreements: ['green'],
      blocked: ['stuck'],
      late: ['overrun'],
      fell: ['fell'],
      stale: ['silent'],
      wins: ['fell'],
    })
    expect(stops.map(({ keyResultId }) => keyResultId)).toEqual(['promised', 'green', 'stuck', 'overrun', 'fell', 'silent'])
    expect(asExpected).toBe(2)
  })

  test('ST84: broken and late promises come by what lies behind them: key results first, then areas', () => {
    const snapshot = network(
      { s: {}, one: {}, two: { area: 'x' }, three: {}, x1: { area: 'x' }, x2: { area: 'y' }, y1: {}, y2: {} },
      [
        { supplier: 's', consumer: 'one', ...late },
        { supplier: 's', consumer: 'two', state: 'declined' },
        { supplier: 's', consumer: 'three', state: 'requested', neededOn: '2027-02-01' },
        { supplier: 'two', consumer: 'y1' },
        { supplier: 'two', consumer: 'y2' },
        { supplier: 'three', consumer: 'x1' },
        { supplier: 'three', consumer: 'x2' },
      ],
      fresh('s', 'one', 'two', 'three', 'x1', 'x2', 'y1', 'y2'),
    )
    const { promises } = walk(snapshot).sections
    expect(promises.map(({ keyResultId, dependencyId, behind }) => [keyResultId, dependencyId, behind.keyResults, behind.areas])).toEqual([
      ['three', 'd3', 2, 2],
      ['two', 'd2', 2, 1],
      ['one', 'd1', 0, 0],
    ])
  })

  test('ST84: each broken promise is a stop of its own; one of a done key result is none, and neither is a backwards one', () => {
    const snapshot = network(
      { s: {}, a: {}, done: { metric: { kind: 'boolean', current: 1 } } },
      [
        { supplier: 's', consumer: 'a', state: 'revoked' },
        { supplier: 's', consumer: 'a', state: 'declined' },
        { supplier: 's', consumer: 'a', neededOn: '2027-03-01', promisedOn: '2027-03-02' },
        { supplier: 's', consumer: 'done', state: 'declined' },
      ],
      fresh('s', 'a', 'done'),
    )
    expect(walk(snapshot).sections.promises.map(({ dependencyId }) => dependencyId)).toEqual(['d1', 'd2'])
  })

  test('ST85: a key result stops once, in the first section that it fits', () => {
    const snapshot = network({ s: {}, a: { confidence: 0.9, dueOn: '2027-01-15' } }, [{ supplier: 's', consumer: 'a', ...late }], fresh('s'))
    const { sections, stops } = walk(snapshot)
    expect(stops.map(({ section, keyResultId }) => [section, keyResultId])).toEqual([['promises', 'a']])
    expect(sections.stale).toEqual([])
  })

  test('ST86: a fall of two points is a stop, less is not', () => {
    const said = (keyResultId: string, now: number) => [
      { keyResultId, at: '2027-01-20T09:00:00Z', confidence: 0.9 },
      { keyResultId, at: '2027-02-07T09:00:00Z', confidence: now },
    ]
    const { fell } = walk(network({ a: {}, b: {} }, [], [...said('a', 0.7), ...said('b', 0.71)])).sections
    expect(fell.map(({ keyResultId }) => keyResultId)).toEqual(['a'])
  })

  test('ST87: one win for each area: the largest rise, and none where nothing rose', () => {
    const said = (keyResultId: string, from: number, to: number) => [
      { keyResultId, at: '2027-01-30T09:00:00Z', value: from },
      { keyResultId, at: '2027-02-07T09:00:00Z', value: to },
    ]
    const keyResults = {
      a: { metric: percent, area: 'x' },
      b: { metric: percent, area: 'x' },
      c: { metric: percent, area: 'y' },
      d: { metric: percent, area: 'z' },
    }
    const { wins } = walk(network(keyResults, [], [...said('a', 10, 20), ...said('b', 10, 40), ...said('c', 0, 5), ...said('d', 30, 20)])).sections
    expect(wins.map(({ areaId, keyResultId }) => [areaId, keyResultId])).toEqual([
      ['x', 'b'],
      ['y', 'c'],
    ])
  })

  test('ST88: key results of another cycle are not walked', () => {
    const snapshot = needsNetwork({ a: { cycle: 'old', dueOn: '2027-01-01' } }, [], { cycle: [{ id: 'q' }, { id: 'old' }] })
    expect(walk(snapshot)).toMatchObject({ stops: [], asExpected: 0 })
  })
})
