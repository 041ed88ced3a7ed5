import { describe, expect, test } from 'vitest'
import { find } from '../../../lib/domain/snapshot.ts'
import { fix, foundBy, nodes, plan, saidBy } from './kit.ts'

const many = (count: number, fields: Readonly<Record<string, unknown>> = {}) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`k${at}`, { node: 'n', ...fields }]))
const measured = { metric: { kind: 'increase', baseline: 1, target: 9 } }

/** One objective with some key results, and whatever else is given. */
const objective = (keyResults: number, fields: Readonly<Record<string, unknown>> = {}, more: Parameters<typeof nodes>[1] = {}) =>
  nodes(
    { n: {} },
    {
      ...more,
      objective: [{ id: 'o', title: 'Be quick', nodeId: 'n', cycleId: 'q', ...fields }],
      keyResult: Array.from({ length: keyResults }, (_, at) => ({ id: `k${at}`, objectiveId: 'o' })),
    },
  )

describe('objectives', () => {
  test('AL20: an objective without a key result; one key adds one', () => {
    const snapshot = objective(0)
    expect(saidBy('noKeyResult', snapshot)).toEqual(['“Be quick” has no key result: nobody can tell when it is reached.'])
    fix(snapshot, 'noKeyResult', 'add', { text: 'Calls answered' })
    expect(saidBy('noKeyResult', snapshot)).toEqual([])
    expect(saidBy('noKeyResult', objective(1))).toEqual([])
  })

  test('AL21: an objective that leads to no goal; one key links it where one goal is possible', () => {
    const snapshot = plan({ a: {} }, [], { goal: [{ id: 'g', name: 'Grow' }] })
    expect(saidBy('noGoal', snapshot)).toEqual(['“obj_a” serves no goal of the network, neither itself nor through what others need of it.'])
    fix(snapshot, 'noGoal', 'link')
    expect(find(snapshot, 'objective', 'obj_a')?.goalIds).toEqual(['g'])
    expect(saidBy('noGoal', snapshot)).toEqual([])
  })

  test('AL21: what a goal needs serves it, at any distance; what only needs something from it does not', () => {
    const needs = [
      { supplier: 'far', consumer: 'near' },
      { supplier: 'near', consumer: 'top' },
      { supplier: 'top', consumer: 'behind' },
    ]
    const snapshot = plan({ top: {}, near: {}, far: {}, behind: {} }, needs, { goal: [{ id: 'g', keyResultId: 'top' }] })
    expect(foundBy('noGoal', snapshot).map(({ id }) => id)).toEqual(['noGoal:obj_behind'])
  })

  test('AL21: with several goals people choose', () => {
    const snapshot = plan({ a: {} }, [], { goal: [{ id: 'g' }, { id: 'h' }] })
    expect(foundBy('noGoal', snapshot)[0]?.fixes.map(({ id }) => id)).toEqual(['accept'])
  })

  test('AL27: more than five objectives on one node', () => {
    expect(saidBy('manyObjectives', plan(many(6)))).toEqual(['n has 6 objectives: which 5 matter most?'])
    expect(saidBy('manyObjectives', plan(many(5)))).toEqual([])
  })

  test('AL28: more than five key results of one objective', () => {
    expect(saidBy('manyKeyResults', objective(6))).toEqual(['“Be quick” has 6 key results: which 5 say it all?'])
    expect(saidBy('manyKeyResults', objective(5))).toEqual([])
  })

  test('AL29: a goal to which no key result of the cycle leads', () => {
    const goal = [{ id: 'g', name: 'Grow' }]
    expect(saidBy('unreachedGoal', plan({ a: {} }, [], { goal }))).toEqual(['No key result of q leads to the goal “Grow”.'])
    expect(saidBy('unreachedGoal', plan({ a: {} }, [], { goal: [{ id: 'g', name: 'Grow', keyResultId: 'a' }] }))).toEqual([])
    const linked = (keyResults: number) => objective(keyResults, { goalIds: ['g'] }, { goal })
    expect(saidBy('unreachedGoal', linked(1))).toEqual([])
    expect(saidBy('unreachedGoal', linked(0))).toEqual(['No key result of Q1 leads to the goal “Grow”.'])
  })

  test('AL30: a node without an objective; one that is not ours needs none', () => {
    const node = (kind: string | null) => plan({ a: {} }, [], { node: [{ id: 'idle', name: 'Idle', areaId: 'area', kind }] })
    const snapshot = node(null)
    expect(saidBy('noObjective', snapshot)).toEqual(['Idle has no objective in q.'])
    expect(saidBy('noObjective', node('external'))).toEqual([])
    fix(snapshot, 'noObjective', 'add', { text: 'Be quick' })
    expect(saidBy('noObjective', snapshot)).toEqual([])
  })

  test('AL33: a value area without a key result, and key results that stand alone, as planning finds them', () => {
    const snapshot = objective(1)
    expect(saidBy('emptyArea', snapshot)).toEqual(['Nobody plans a key result for Brand value in Q1.'])
    expect(saidBy('orphan', snapshot)).toEqual(['“k0” (n) needs nobody, and nobody needs it.'])
    const tied = plan({ a: {}, b: {} }, [{ supplier: 'a', consumer: 'b' }])
    expect([...saidBy('emptyArea', tied), ...saidBy('orphan', tied)]).toEqual([])
  })
})

describe('key results', () => {
  test.each([
    [{ kind: 'boolean' }, true],
    [{ kind: 'increase', baseline: 1 }, true],
    [{ kind: 'milestone', steps: [] }, true],
    [{ kind: 'increase', stretch: 9 }, false],
    [{ kind: 'maintain', lower: 1 }, false],
    [{ kind: 'milestone', steps: [{ name: 'Pilot' }] }, false],
    [{ kind: 'ordinal', zones: { commit: null, target: 'Five', stretch: null } }, false],
  ])('AL22: without a number: %j is %s', (metric, isFound) => {
    const said = ['No number, band or step is kept with “a”: nobody can say how far it is.']
    expect(saidBy('noNumber', plan({ a: { metric } }))).toEqual(isFound ? said : [])
  })

  test('AL23: a way without a start; one key says where it stands', () => {
    const snapshot = plan({ a: { metric: { kind: 'decrease', target: 4 } } })
    expect(saidBy('noBaseline', snapshot)).toEqual(['“a” says where it goes and not where it starts.'])
    fix(snapshot, 'noBaseline', 'set', { value: 6 })
    expect(saidBy('noBaseline', snapshot)).toEqual([])
    expect(saidBy('noBaseline', plan({ a: { metric: { kind: 'decrease', target: 4, current: 5 } } }))).toEqual([])
    expect(saidBy('noBaseline', plan({ a: { metric: { kind: 'decrease' } } }))).toEqual([])
  })

  test('AL24: nobody owns it, nor its objective; one key gives it an owner', () => {
    const snapshot = plan({ a: {} }, [], { person: [{ id: 'ana' }] })
    expect(saidBy('noOwner', snapshot)).toEqual(['Nobody owns “a”.'])
    fix(snapshot, 'noOwner', 'set', { ownerId: 'ana' })
    expect(saidBy('noOwner', snapshot)).toEqual([])
  })

  test('AL25: no day of its own; one key sets it', () => {
    const snapshot = plan({ a: {} })
    expect(saidBy('noDate', snapshot)).toEqual(['“a” has no day of its own and counts as due on 31 Mar, when q ends.'])
    fix(snapshot, 'noDate', 'set')
    expect(find(snapshot, 'keyResult', 'a')?.dueOn).toBe('2027-03-31')
    expect(saidBy('noDate', snapshot)).toEqual([])
  })

  test('AL26: something to make, with the word that says so', () => {
    const said = saidBy('output', plan({ a: { title: 'Publish 12 case studies' } }))
    expect(said).toEqual(['“Publish 12 case studies” tells of something to make (“Publish”). What changes for somebody once it is there?'])
    expect(saidBy('output', plan({ a: { title: 'Published studies are cited' } }))).toEqual([])
    const snapshot = plan({ a: { title: 'Publish 12 case studies' } })
    expect(foundBy('output', snapshot)[0]?.fixes[0]).toMatchObject({ asks: ['text'], suggested: { text: 'Publish 12 case studies' } })
    fix(snapshot, 'output', 'title', { text: 'Half of our leads have read a case study' })
    expect([saidBy('output', snapshot), snapshot.tables.keyResult.get('a')?.title]).toEqual([[], 'Half of our leads have read a case study'])
  })

  test('AL31: said to be on track, and blocked or late', () => {
    const needs = (state: string) => plan({ a: { confidence: 0.8 }, b: {} }, [{ supplier: 'b', consumer: 'a', state, what: 'Leads' }])
    expect(saidBy('disagrees', needs('declined'))).toEqual(['“a” is said to be on track, 8 of 10, and is blocked: “Leads” from “b” was declined.'])
    expect(saidBy('disagrees', needs('promised'))).toEqual([])
    const late = plan({ a: { confidence: 0.7, dueOn: '2027-01-20', metric: { kind: 'boolean', current: 0 } } })
    expect(saidBy('disagrees', late)).toEqual(['“a” is said to be on track, 7 of 10, and was due on 20 Jan: it is 12 days late.'])
  })

  test('AL32: nobody has checked in for more than eight days of an active cycle', () => {
    const checkIn = (at: string) => plan({ a: {} }, [], { checkIn: [{ id: 'c', keyResultId: 'a', at: `${at}T09:00:00Z` }] })
    expect(saidBy('stale', checkIn('2027-01-23'))).toEqual(['Nobody has checked in on “a” for 9 days.'])
    expect(saidBy('stale', checkIn('2027-01-24'))).toEqual([])
    expect(saidBy('stale', plan({ a: {} }), '2027-01-10')).toEqual(['Nobody has checked in on “a” for 9 days.'])
    expect(saidBy('stale', plan({ a: { metric: { kind: 'boolean', current: 1 } } }))).toEqual([])
    expect(saidBy('stale', plan({ a: {} }, [], { cycle: [{ id: 'q', phase: 'planning' }] }))).toEqual([])
    expect(saidBy('stale', plan({ a: {} }), '2027-04-20')).toEqual([])
  })

  test('AL9: what every one of many lacks is one finding, what some lack is one for each', () => {
    const all = foundBy('noNumber', plan(many(8)))
    expect(all.map(({ id }) => id)).toEqual(['noNumber:net'])
    expect(all[0]?.subjects).toHaveLength(9)
    expect(foundBy('noNumber', plan(many(7)))).toHaveLength(7)
    expect(foundBy('noNumber', plan({ ...many(8), b: { node: 'n', ...measured } }))).toHaveLength(8)
  })
})
