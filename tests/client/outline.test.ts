import { describe, expect, test } from 'vitest'
import { createHealthMetric } from '../../lib/client/health-line.ts'
import { createFirstKeyResult, createKeyResult } from '../../lib/client/outline/create-key-result.ts'
import { matcher } from '../../lib/client/outline/matches.ts'
import { indent, moveRow, outdent } from '../../lib/client/outline/move.ts'
import { planPaste } from '../../lib/client/outline/paste.ts'
import { rankAfter, siblingsOf } from '../../lib/client/outline/place.ts'
import { countBranches, filterTree, rowsOf, treeOf } from '../../lib/client/outline/tree.ts'
import { isSampleId, removeSample } from '../../lib/client/sample.ts'
import { system } from '../../lib/domain/access.ts'
import { type CommandCall, call } from '../../lib/domain/command/call.ts'
import { runCommands } from '../../lib/domain/command/run.ts'
import { documentToChanges } from '../../lib/domain/format/to-changes.ts'
import { newId } from '../../lib/domain/ids.ts'
import { assess } from '../../lib/domain/okr/assess.ts'
import { quickAddContext } from '../../lib/domain/quick-add/resolve.ts'
import { parseRows } from '../../lib/domain/quick-add/rows.ts'
import { applyChanges, find, get, listOf, makeSnapshot, referring, type Snapshot } from '../../lib/domain/snapshot.ts'
import { templateOf } from '../../lib/domain/template/template.ts'

const today = '2027-02-10'

function network(template: 'sample' | 'value-network'): Snapshot {
  const snapshot = makeSnapshot({})
  applyChanges(
    snapshot,
    documentToChanges(templateOf(template)?.make(today, 'Bright Clinics') ?? { format: 'weft/1', network: { id: 'n', name: 'n' } }),
  )
  return snapshot
}

const run = (snapshot: Snapshot, calls: readonly CommandCall[]) =>
  runCommands(snapshot, calls, { actor: 'test', who: system, now: `${today}T09:00:00Z` })
const activeCycle = (snapshot: Snapshot) => listOf(snapshot, 'cycle').find(({ phase }) => phase === 'active') ?? null

describe('the rows of the outline', () => {
  test('depth 1 shows areas, depth 4 everything down to key results', () => {
    const snapshot = network('sample')
    const tree = treeOf(snapshot, activeCycle(snapshot))
    const kinds = (depth: number) => new Set(rowsOf(tree, { depth, byKey: new Map() }).map(({ kind }) => kind))
    expect(kinds(1)).toEqual(new Set(['area']))
    expect(kinds(4)).toEqual(new Set(['area', 'node', 'objective', 'health', 'kr']))
    expect(kinds(5)).toContain('need')
  })
  test('what was opened by hand stays open whatever the depth', () => {
    const snapshot = network('sample')
    const [area] = listOf(snapshot, 'area')
    const rows = rowsOf(treeOf(snapshot, activeCycle(snapshot)), { depth: 1, byKey: new Map([[`area:${area?.id}`, true]]) })
    expect(rows.filter(({ kind }) => kind === 'node').length).toBe(referring(snapshot, 'node', 'areaId', area?.id ?? '').length)
  })
  test('only the objectives of the cycle in view are in it', () => {
    const snapshot = network('sample')
    const cycle = activeCycle(snapshot)
    const shown = rowsOf(treeOf(snapshot, cycle), { depth: 9, byKey: new Map() }).filter(({ kind }) => kind === 'objective')
    expect(shown.length).toBe(referring(snapshot, 'objective', 'cycleId', cycle?.id ?? '').length)
    expect(shown.length).toBeLessThan(snapshot.tables.objective.size)
  })
  test('what a node protects stands below its objectives, and is found by its words and owner', () => {
    const snapshot = network('sample')
    const tree = treeOf(snapshot, activeCycle(snapshot))
    const rows = rowsOf(tree, { depth: 3, byKey: new Map() })
    const at = rows.findIndex(({ kind }) => kind === 'health')
    const [health, before] = [rows[at], rows[at - 1]]
    expect(rows.filter(({ kind }) => kind === 'health')).toHaveLength(3)
    expect([before?.kind, before?.parentKey, health?.level, health?.hasChildren]).toEqual(['objective', health?.parentKey, 3, false])
    const assessment = assess(snapshot, { today, cycleId: null })
    const found = (q: string | null, owner: string | null) =>
      rowsOf(filterTree(tree, matcher(snapshot, assessment, { q, owner, status: [], area: [] })), { depth: 9, byKey: new Map() }).map(
        ({ kind }) => kind,
      )
    expect(found('wake-up', null)).toEqual(['area', 'node', 'health'])
    expect(found(null, 'sample_person_priya')).toContain('health')
  })
  test('a health metric moves among its own, and over the end of its node to the next', () => {
    const snapshot = network('sample')
    const [first] = listOf(snapshot, 'healthMetric')
    const made = first && createHealthMetric(snapshot, { nodeId: first.nodeId }, 'Churn ≤ 3 % ±1 @priya')
    run(snapshot, made?.calls ?? [])
    expect(get(snapshot, 'healthMetric', made?.id ?? '')).toMatchObject({
      name: 'Churn',
      upper: 3,
      tolerance: 1,
      unit: '%',
      ownerId: 'sample_person_priya',
    })
    run(snapshot, moveRow(snapshot, { kind: 'health', id: first?.id ?? '' }, 1, null))
    expect(siblingsOf(snapshot, 'health', first?.id ?? '').map(({ id }) => id)).toEqual([made?.id, first?.id])
    run(snapshot, moveRow(snapshot, { kind: 'health', id: first?.id ?? '' }, 1, null))
    expect(get(snapshot, 'healthMetric', first?.id ?? '').nodeId).not.toBe(first?.nodeId)
  })
  test('a filter keeps the ancestors of what it finds, and nothing beside them', () => {
    const snapshot = network('sample')
    const tree = treeOf(snapshot, activeCycle(snapshot))
    const wanted = rowsOf(tree, { depth: 9, byKey: new Map() }).find(({ kind }) => kind === 'kr')
    const kept = filterTree(tree, ({ id }) => (id === wanted?.id ? 'self' : false))
    expect(countBranches(kept)).toBe(4)
  })
})

describe('moving rows', () => {
  test('a row swaps with its neighbour, and back', () => {
    const snapshot = network('value-network')
    const [area] = listOf(snapshot, 'area')
    const order = () => referring(snapshot, 'node', 'areaId', area?.id ?? '').map(({ name }) => name)
    const before = order()
    const [first] = referring(snapshot, 'node', 'areaId', area?.id ?? '')
    run(snapshot, moveRow(snapshot, { kind: 'node', id: first?.id ?? '' }, 1, null))
    expect(order()).toEqual([before[1], before[0], ...before.slice(2)])
    run(snapshot, moveRow(snapshot, { kind: 'node', id: first?.id ?? '' }, -1, null))
    expect(order()).toEqual(before)
  })
  test('over the end of its area a node becomes the first of the next', () => {
    const snapshot = network('value-network')
    const [one, two] = listOf(snapshot, 'area')
    const last = referring(snapshot, 'node', 'areaId', one?.id ?? '').at(-1)
    run(snapshot, moveRow(snapshot, { kind: 'node', id: last?.id ?? '' }, 1, null))
    expect(referring(snapshot, 'node', 'areaId', two?.id ?? '')[0]?.id).toBe(last?.id)
  })
  test('the last row of all stays', () => {
    const snapshot = network('value-network')
    const lastArea = listOf(snapshot, 'area').at(-1)
    const last = referring(snapshot, 'node', 'areaId', lastArea?.id ?? '').at(-1)
    expect(moveRow(snapshot, { kind: 'node', id: last?.id ?? '' }, 1, null)).toEqual([])
  })
  test('a rank lies between its neighbours', () => {
    const list = [
      { id: 'a', rank: 1 },
      { id: 'b', rank: 2 },
    ]
    expect(rankAfter(list, 'a')).toBe(1.5)
    expect(rankAfter(list, 'b')).toBe(3)
    expect(rankAfter(list, null)).toBe(0)
    expect(rankAfter([], null)).toBe(1)
  })
  test('an objective with key results is not indented, a key result with check-ins not outdented: nothing is lost', () => {
    const snapshot = network('sample')
    const objective = listOf(snapshot, 'objective').find(({ id }) => referring(snapshot, 'keyResult', 'objectiveId', id).length > 0)
    const reported = listOf(snapshot, 'keyResult').find(({ id }) => referring(snapshot, 'checkIn', 'keyResultId', id).length > 0)
    expect(indent(snapshot, 'objective', objective?.id ?? '')).toBeNull()
    expect(outdent(snapshot, 'kr', reported?.id ?? '')).toBeNull()
  })
  test('an empty objective becomes a key result of the one above, and an objective again', () => {
    const snapshot = network('sample')
    const above = listOf(snapshot, 'objective')[0]
    if (!above) throw new Error('the sample has objectives')
    const id = newId('objective', 'empty')
    const rank = rankAfter(siblingsOf(snapshot, 'objective', above.id), above.id)
    run(snapshot, [call('objective.create', { id, nodeId: above.nodeId, cycleId: above.cycleId, title: 'Small step', rank })])
    const down = indent(snapshot, 'objective', id)
    run(snapshot, down?.calls ?? [])
    expect(get(snapshot, 'keyResult', down?.newId ?? '')).toMatchObject({ objectiveId: above.id, title: 'Small step' })
    const up = outdent(snapshot, 'kr', down?.newId ?? '')
    run(snapshot, up?.calls ?? [])
    expect(get(snapshot, 'objective', up?.newId ?? '')).toMatchObject({ nodeId: above.nodeId, title: 'Small step' })
    expect(find(snapshot, 'keyResult', down?.newId ?? '')).toBeUndefined()
  })
})

describe('lines and pasted rows', () => {
  test('one line is one key result at its place, with a new owner', () => {
    const snapshot = network('sample')
    const cycle = activeCycle(snapshot)
    const [first, second] = listOf(snapshot, 'keyResult')
    const made = createKeyResult(
      { snapshot, cycle, today },
      { kind: 'kr', parentId: first?.objectiveId ?? '', afterId: first?.id ?? null },
      'Reduce churn 6% -> 4% @zoë',
      quickAddContext(snapshot, today, cycle),
    )
    run(snapshot, made?.calls ?? [])
    const order = referring(snapshot, 'keyResult', 'objectiveId', first?.objectiveId ?? '').map(({ id }) => id)
    expect(order[1]).toBe(made?.id)
    expect(order[2]).toBe(second?.id)
    expect(get(snapshot, 'keyResult', made?.id ?? '')).toMatchObject({
      title: 'Reduce churn',
      metric: { kind: 'decrease', baseline: 6, target: 4, unit: '%' },
    })
    expect(listOf(snapshot, 'person').some(({ name }) => name === 'Zoë')).toBe(true)
  })
  test('the first key result of a node makes an objective around it, in one step', () => {
    const snapshot = network('value-network')
    const node = listOf(snapshot, 'node')[0]
    const cycle = activeCycle(snapshot)
    const made = createFirstKeyResult({ snapshot, cycle, today }, node?.id ?? '', 'Hires 0 -> 3', quickAddContext(snapshot, today, cycle))
    run(snapshot, made?.calls ?? [])
    expect(get(snapshot, 'keyResult', made?.id ?? '')).toMatchObject({ title: 'Hires', objectiveId: made?.objectiveId })
    expect(get(snapshot, 'objective', made?.objectiveId ?? '')).toMatchObject({ nodeId: node?.id, cycleId: cycle?.id })
  })
  test('a name that occurs in several rows is one person, and an unknown objective is made once', () => {
    const snapshot = network('value-network')
    const node = listOf(snapshot, 'node')[0]
    const text = ['Key result\tTarget\tOwner\tObjective', 'A\t5\tZoë\tGrow', 'B\t6\tZoë\tGrow', 'C\t7\tzoë\tgrow'].join('\n')
    const drafts = parseRows(text, quickAddContext(snapshot, today)).rows
    const plan = planPaste({ snapshot, cycle: activeCycle(snapshot), today, target: { nodeId: node?.id ?? null, objectiveId: null } }, drafts)
    run(snapshot, plan.calls)
    expect(snapshot.tables.keyResult.size).toBe(3)
    expect(listOf(snapshot, 'objective').map(({ title }) => title)).toEqual(['Grow'])
    expect(listOf(snapshot, 'person').map(({ name }) => name)).toEqual(['Zoë'])
  })
  test('a row without a place is left out and says so', () => {
    const snapshot = network('value-network')
    const drafts = parseRows('Something\t1\t2', quickAddContext(snapshot, today)).rows
    const plan = planPaste({ snapshot, cycle: activeCycle(snapshot), today, target: { nodeId: null, objectiveId: null } }, drafts)
    expect(plan.rows.map(({ place }) => place)).toEqual([null])
    expect(plan.calls).toEqual([])
  })
})

describe('removing the sample', () => {
  test('all of it goes but areas and cycles', () => {
    const snapshot = network('sample')
    run(snapshot, removeSample(snapshot))
    for (const entity of ['node', 'person', 'team', 'exchange', 'goal', 'objective', 'keyResult', 'dependency', 'checkIn'] as const)
      expect(snapshot.tables[entity].size, entity).toBe(0)
    expect(snapshot.tables.area.size).toBe(4)
    expect(snapshot.tables.cycle.size).toBeGreaterThan(0)
  })
  test('what was made stays, with all it refers to', () => {
    const snapshot = network('sample')
    const supplier = listOf(snapshot, 'keyResult')[0]
    const node = listOf(snapshot, 'node')[0]
    const cycle = activeCycle(snapshot)
    if (!supplier || !node || !cycle) throw new Error('the sample has all of these')
    const [objectiveId, keyResultId, needId] = [newId('objective', 'mine'), newId('keyResult', 'mine'), newId('dependency', 'mine')]
    run(snapshot, [
      call('objective.create', { id: objectiveId, nodeId: node.id, cycleId: cycle.id, title: 'Mine' }),
      call('keyResult.create', { id: keyResultId, objectiveId, title: 'Mine', metric: { kind: 'boolean' } }),
      call('dependency.create', {
        id: needId,
        consumerKeyResultId: keyResultId,
        supplierKeyResultId: supplier.id,
        what: 'help',
        strength: 1,
        state: 'requested',
      }),
    ])
    run(snapshot, removeSample(snapshot))
    expect(find(snapshot, 'dependency', needId)).toMatchObject({ supplierKeyResultId: supplier.id })
    expect(find(snapshot, 'keyResult', supplier.id)).toBeDefined()
    expect(find(snapshot, 'node', node.id)).toBeDefined()
    expect([...snapshot.tables.keyResult.keys()].filter(isSampleId)).toEqual([supplier.id])
  })
})
