import { describe, expect, test } from 'vitest'
import { draftHints } from '../../../../lib/domain/ritual/plan/hints.ts'
import { network } from './kit.ts'

type Loose = Readonly<Record<string, unknown>>

const goal = { kind: 'decrease', baseline: 6, target: 4 }

function draft(keyResults: readonly Loose[], objective: Loose = {}, more = 0) {
  const others = Array.from({ length: more }, (_, at) => ({ id: `other${at}`, nodeId: 'billing', cycleId: 'q2' }))
  const filler = others.map(({ id }) => ({ id: `kr-${id}`, objectiveId: id, title: 'Reach it', metric: goal, ownerId: 'ana' }))
  return network({
    objective: [{ id: 'obj', nodeId: 'billing', cycleId: 'q2', ...objective }, ...others],
    keyResult: [
      ...keyResults.map((each, at) => ({ id: `kr${at}`, objectiveId: 'obj', title: 'Reduce churn', metric: goal, ownerId: 'ana', ...each })),
      ...filler,
    ],
  })
}

function rules(snapshot: ReturnType<typeof network>): string[] {
  return draftHints(snapshot, 'billing', 'q2').map(({ rule, id }) => `${rule} ${id}`)
}

describe('hints while one drafts', () => {
  test('PL80: a draft in order has none, and another cycle or node is not asked about', () => {
    expect(rules(draft([{}]))).toEqual([])
    const snapshot = draft([{ metric: { kind: 'boolean' } }])
    expect([draftHints(snapshot, 'billing', 'q1'), draftHints(snapshot, 'platform', 'q2'), draftHints(snapshot, 'billing', null)]).toEqual([
      [],
      [],
      [],
    ])
  })

  test('PL80: too many objectives or key results, and an objective without any', () => {
    expect(rules(draft([{}], {}, 4))).toEqual([])
    expect(rules(draft([{}], {}, 5))).toEqual(['manyObjectives billing'])
    expect(draftHints(draft([{}], {}, 5), 'billing', 'q2')[0]?.text).toBe('6 objectives: which 5 matter most?')
    expect(rules(draft([]))).toEqual(['noKeyResult obj'])
    expect(rules(draft([{}, {}, {}, {}, {}]))).toEqual([])
    expect(rules(draft([{}, {}, {}, {}, {}, {}]))).toEqual(['manyKeyResults obj'])
  })

  test.each([
    [{ title: 'Launch the portal' }, ['output']],
    [{ metric: { kind: 'boolean' } }, ['noNumber']],
    [{ metric: { kind: 'increase', baseline: 1 } }, ['noNumber']],
    [{ metric: { kind: 'increase', stretch: 9, baseline: 1 } }, []],
    [{ metric: { kind: 'increase', target: 9 } }, ['noBaseline']],
    [{ metric: { kind: 'increase', target: 9, current: 2 } }, []],
    [{ metric: { kind: 'increase', target: 9, baseline: 0 } }, []],
    [{ metric: { kind: 'maintain' } }, ['noNumber']],
    [{ metric: { kind: 'maintain', upper: 3 } }, []],
    [{ metric: { kind: 'milestone', steps: [] } }, ['noNumber']],
    [{ metric: { kind: 'milestone', steps: [{ name: 'Pilot' }] } }, []],
    [{ metric: { kind: 'ordinal', zones: { commit: null, target: null, stretch: null } } }, ['noNumber']],
    [{ metric: { kind: 'ordinal', zones: { commit: null, target: 'Five sites', stretch: null } } }, []],
    [{ ownerId: null }, ['noOwner']],
    [{ ownerId: null, title: 'Write a handbook', metric: { kind: 'boolean' } }, ['output', 'noNumber', 'noOwner']],
  ])('PL81: %j', (fields, expected) => {
    expect(rules(draft([fields]))).toEqual(expected.map((rule) => `${rule} kr0`))
  })

  test('PL81: the owner of the objective owns its key results, too', () => {
    expect(rules(draft([{ ownerId: null }], { ownerId: 'ana' }))).toEqual([])
  })

  test.each([
    ['  launch it', true],
    ['Roll out the login', true],
    ['Set up a shop', true],
    ['Organize a fair', true],
    ['Organise a fair', true],
    ['Launches that hold', false],
    ['Running costs below 4', false],
    ['Planning takes 2 days', false],
    ['Clients who write back', false],
    ['Buildings without a fault', false],
  ])('PL82: “%s” is something to make: %s', (title, isOutput) => {
    expect(rules(draft([{ title }]))).toEqual(isOutput ? ['output kr0'] : [])
  })
})
