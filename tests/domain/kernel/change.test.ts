import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Change, diff, isSame, reverse, reverseAll, squash, valueAt, withFields } from '../../../lib/domain/change.ts'
import type { KeyResult } from '../../../lib/domain/entity.ts'
import { applyChanges, fork, makeSnapshot, referring, type Snapshot } from '../../../lib/domain/snapshot.ts'
import { runs } from '../../property-runs.ts'
import { needsNetwork, record, textOf } from '../sketch.ts'

const area = record('area', { id: 'a' })
const increase = { kind: 'increase', baseline: 1, target: 5, current: 2 }

function keyResult(fields: object = {}): KeyResult {
  return record('keyResult', { id: 'k', objectiveId: 'o', metric: increase, ...fields })
}

describe('a change', () => {
  test('CH1: of a new or deleted record is the whole record on one side', () => {
    expect(diff('area', null, area)).toEqual({ entity: 'area', id: 'a', before: null, after: area })
    expect(diff('area', area, null)).toEqual({ entity: 'area', id: 'a', before: area, after: null })
  })

  test('CH2: of an edited record names only the paths that differ, on both sides the same ones', () => {
    const change = diff('area', area, { ...area, name: 'new', colour: 'red' })
    expect(change).toEqual({ entity: 'area', id: 'a', before: { name: 'a', colour: null }, after: { name: 'new', colour: 'red' } })
  })

  test('CH2: where nothing differs there is none, whatever the order of keys', () => {
    expect(diff('area', area, { ...area })).toBeNull()
    expect(isSame({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 })).toBe(true)
    expect(isSame({ a: 0 }, { a: -0 })).toBe(true)
  })

  test.each([
    [{ a: 1 }, { a: 1, b: undefined }],
    [
      [1, 2],
      [2, 1],
    ],
    [[], {}],
    [null, {}],
    [0, null],
    ['1', 1],
  ])('CH2: %j and %j differ', (a, b) => {
    expect(isSame(a, b)).toBe(false)
  })

  test('CH3: a metric is addressed by its parts, so a check-in and an edit of the target do not meet', () => {
    const before = keyResult()
    expect(diff('keyResult', before, { ...before, metric: { ...before.metric, ...{ current: 3 } } as KeyResult['metric'] })).toMatchObject({
      before: { 'metric.current': 2 },
      after: { 'metric.current': 3 },
    })
  })

  test('CH3: a metric that changes its kind is one path', () => {
    const change = diff('keyResult', keyResult(), keyResult({ metric: { kind: 'boolean', current: 1 } }))
    expect(Object.keys(change?.after ?? {})).toEqual(['metric'])
    expect(change?.before).toMatchObject({ metric: increase })
  })

  test('CH3: paths are read and written by their parts', () => {
    expect(valueAt(keyResult(), 'metric.target')).toBe(5)
    expect(valueAt(keyResult(), 'title')).toBe('k')
    expect(valueAt(area, 'metric.target')).toBeUndefined()
    const before = keyResult()
    expect(withFields(before, { 'metric.target': 9, title: 'new' })).toMatchObject({ title: 'new', metric: { ...increase, target: 9 } })
    expect(before).toEqual(keyResult())
  })

  test('CH4: reversed twice is the change itself', () => {
    const change = diff('area', area, { ...area, name: 'new' })
    if (!change) throw new Error('there is a change')
    expect(reverse(reverse(change))).toEqual(change)
    expect(reverse(change)).toEqual({ entity: 'area', id: 'a', before: { name: 'new' }, after: { name: 'a' } })
  })

  test('CH7: an update of a record that is not there is a bug and says so', () => {
    expect(() => applyChanges(makeSnapshot({}), [{ entity: 'area', id: 'x', before: { name: 'a' }, after: { name: 'b' } }])).toThrow(
      'area x, which is not there',
    )
  })
})

/** A step of a random history of key results `k0` to `k3`: what becomes of one of them. */
type Step = { readonly id: string; readonly to: object | null }

const metrics = fc.oneof(
  fc.record({
    kind: fc.constantFrom('increase', 'decrease'),
    baseline: fc.constantFrom(null, 0, 1),
    target: fc.constantFrom(5, 6),
    current: fc.constantFrom(null, 2, 3),
  }),
  fc.record({ kind: fc.constant('boolean'), current: fc.constantFrom(0, 1) }),
  fc.record({ kind: fc.constant('milestone'), steps: fc.array(fc.record({ name: fc.constantFrom('x', 'y') }), { maxLength: 2 }) }),
)
const step: fc.Arbitrary<Step> = fc.record({
  id: fc.constantFrom('k0', 'k1', 'k2', 'k3'),
  to: fc.option(
    fc.record({ title: fc.constantFrom('one', 'two'), metric: metrics, objectiveId: fc.constantFrom('obj_a', 'obj_b'), rank: fc.constantFrom(1, 2) }),
    { nil: null, freq: 3 },
  ),
})

function start(): Snapshot {
  return needsNetwork({ a: {}, b: {} }, [])
}

/** Turns steps into changes as commands would, and applies them one after the other. */
function play(snapshot: Snapshot, steps: readonly Step[]): Change[] {
  return steps.flatMap(({ id, to }) => {
    const before = snapshot.tables.keyResult.get(keyResult({ id }).id) ?? null
    const change = diff('keyResult', before, to && keyResult({ id, ...to }))
    if (change) applyChanges(snapshot, [change])
    return change ? [change] : []
  })
}

describe('any history', () => {
  test('CH4: apply(reverse) after apply is the identity, byte by byte', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const snapshot = start()
        const changes = play(snapshot, steps)
        applyChanges(snapshot, reverseAll(changes))
        expect(textOf(snapshot)).toBe(textOf(start()))
      }),
      { numRuns: runs(1_000) },
    )
  })

  test('CH5: squashed it leads to the same network, with one change for each record', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const oneByOne = start()
        const squashed = squash(play(oneByOne, steps))
        const atOnce = start()
        applyChanges(atOnce, squashed)
        expect(textOf(atOnce)).toBe(textOf(oneByOne))
        expect(new Set(squashed.map(({ id }) => id)).size).toBe(squashed.length)
      }),
      { numRuns: runs(1_000) },
    )
  })

  test('CH6: squashed and reversed it is the identity, too', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const snapshot = start()
        const squashed = squash(play(snapshot, steps))
        applyChanges(snapshot, reverseAll(squashed))
        expect(textOf(snapshot)).toBe(textOf(start()))
      }),
      { numRuns: runs(1_000) },
    )
  })

  test('CH6: both sides of every squashed update name the same paths, and no path is the same on both', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        for (const { before, after } of squash(play(start(), steps))) {
          if (!before || !after) continue
          expect(Object.keys(before).sort()).toEqual(Object.keys(after).sort())
          for (const path of Object.keys(after)) expect(isSame(before[path], after[path])).toBe(false)
        }
      }),
      { numRuns: runs(500) },
    )
  })

  test('CH5: squashing in two parts is squashing the whole', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.array(step, { maxLength: 12 }), (first, second) => {
        const snapshot = start()
        const [left, right] = [play(snapshot, first), play(snapshot, second)]
        const [whole, parts] = [start(), start()]
        applyChanges(whole, squash([...left, ...right]))
        applyChanges(parts, squash([...squash(left), ...squash(right)]))
        expect(textOf(parts)).toBe(textOf(whole))
      }),
      { numRuns: runs(500) },
    )
  })

  test('CH8: the indexes stay true while changes are applied', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const snapshot = start()
        referring(snapshot, 'keyResult', 'objectiveId', 'obj_a')
        play(snapshot, steps)
        for (const id of ['obj_a', 'obj_b'])
          expect(referring(snapshot, 'keyResult', 'objectiveId', id)).toEqual(referring(fork(snapshot), 'keyResult', 'objectiveId', id))
      }),
      { numRuns: runs(300) },
    )
  })
})

test('CH5: made and deleted again is nothing; deleted and made again is what differs', () => {
  const made: Change = { entity: 'area', id: 'a', before: null, after: area }
  expect(squash([made, reverse(made)])).toEqual([])
  expect(squash([reverse(made), made])).toEqual([])
  expect(squash([reverse(made), { ...made, after: { ...area, name: 'new' } }])).toEqual([
    { entity: 'area', id: 'a', before: { name: 'a' }, after: { name: 'new' } },
  ])
})
