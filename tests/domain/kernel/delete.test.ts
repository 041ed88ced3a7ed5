import { describe, expect, test } from 'vitest'
import { system } from '../../../lib/domain/access.ts'
import { reverseAll } from '../../../lib/domain/change.ts'
import { type CommandCall, call } from '../../../lib/domain/command/call.ts'
import { carriedBy, planDelete } from '../../../lib/domain/command/cascade.ts'
import type { CommandContext } from '../../../lib/domain/command/command.ts'
import { runCommands } from '../../../lib/domain/command/run.ts'
import { DomainError } from '../../../lib/domain/error.ts'
import { type EntityName, entityNames } from '../../../lib/domain/ids.ts'
import { faultsOf } from '../../../lib/domain/rules.ts'
import { applyChanges, find, get, listOf, type Snapshot } from '../../../lib/domain/snapshot.ts'
import { decideUndo } from '../../../lib/domain/undo.ts'
import { goldenNetwork, needsNetwork, sketch, textOf } from '../sketch.ts'

const ctx: CommandContext = { actor: 'ana', who: system, now: '2027-02-10T09:00:00Z' }
const undone = { direction: 'undo', now: ctx.now } as const

function run(snapshot: Snapshot, ...calls: CommandCall[]) {
  return runCommands(snapshot, calls, ctx)
}

/** Every broken rule and every reference that leads nowhere. */
function allFaults(snapshot: Snapshot): string[] {
  const has = (entity: EntityName, id: string) => find(snapshot, entity, id) !== undefined
  return entityNames.flatMap((entity) =>
    [...snapshot.tables[entity].values()].flatMap((record) => faultsOf(entity, record, has).map(({ message }) => `${record.id}: ${message}`)),
  )
}

/** A node on which 40 records hang, and others beside it that refer to them. */
function crowded(): Snapshot {
  const each = <T>(count: number, make: (at: number) => T) => Array.from({ length: count }, (_, at) => make(at))
  return sketch({
    area: [{ id: 'a' }],
    node: [
      { id: 'n', areaId: 'a' },
      { id: 'm', areaId: 'a', slot: 1 },
    ],
    person: [{ id: 'ana' }],
    cycle: [{ id: 'q' }],
    participation: each(5, (at) => ({ id: `p${at}`, nodeId: 'n', personId: 'ana', from: `2027-01-0${at + 1}` })),
    exchange: each(6, (at) => ({ id: `e${at}`, fromNodeId: at % 2 === 0 ? 'n' : 'm', toNodeId: at % 2 === 0 ? 'm' : 'n' })),
    objective: [...each(4, (at) => ({ id: `o${at}`, nodeId: 'n', cycleId: 'q' })), { id: 'om', nodeId: 'm', cycleId: 'q' }],
    keyResult: [
      ...each(12, (at) => ({ id: `k${at}`, objectiveId: `o${at % 4}`, metric: { kind: 'increase', baseline: 0, target: 9, current: at } })),
      { id: 'km', objectiveId: 'om' },
    ],
    goal: [{ id: 'g', keyResultId: 'k0', areaId: 'a' }],
    dependency: [
      ...each(5, (at) => ({ id: `d${at}`, consumerKeyResultId: `k${at}`, supplierKeyResultId: 'km' })),
      { id: 'asked', consumerKeyResultId: 'km', supplierNodeId: 'n' },
      { id: 'given', consumerKeyResultId: 'km', supplierKeyResultId: 'k3' },
    ],
    checkIn: each(6, (at) => ({ id: `c${at}`, keyResultId: `k${at}`, at: '2027-01-20T09:00:00Z', personId: 'ana' })),
  })
}

describe('a delete', () => {
  test('CH20: of a record on which others hang lists first what goes with it, and changes nothing', () => {
    const snapshot = crowded()
    const before = textOf(snapshot)
    try {
      run(snapshot, call('node.delete', { id: 'n' }))
      throw new Error('was not refused')
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      expect(error.code).toBe('DELETE_CARRIES_OTHERS')
      expect(error.details['carried']).toEqual(
        expect.arrayContaining([
          { entity: 'participation', count: 5 },
          { entity: 'exchange', count: 6 },
          { entity: 'objective', count: 4 },
          { entity: 'keyResult', count: 12 },
          { entity: 'dependency', count: 7 },
          { entity: 'checkIn', count: 6 },
        ]),
      )
      expect(error.message).toContain('40 other records')
      expect(error.message).toMatch(/12 key results/)
    }
    expect(textOf(snapshot)).toBe(before)
  })

  test('CH20: of a record that nothing hangs on needs no confirmation', () => {
    expect(run(sketch({ area: [{ id: 'a' }] }), call('area.delete', { id: 'a' }))).toHaveLength(1)
  })

  test('CH22: of a node with 40 children and its undo bring all of it back, ids included, byte by byte', () => {
    const snapshot = crowded()
    const before = textOf(snapshot)
    const changes = run(snapshot, call('node.delete', { id: 'n', carry: true }))
    expect(carriedBy(changes, 'n').total).toBe(40)
    expect(snapshot.tables.keyResult.size).toBe(1)
    applyChanges(snapshot, decideUndo(snapshot, changes, undone))
    expect(textOf(snapshot)).toBe(before)
    for (const entity of entityNames) expect(listOf(snapshot, entity)).toEqual(listOf(crowded(), entity))
  })

  test('CH20: what goes along is counted as people say it, one as well as many', () => {
    const said = (exchangeCheck: number, comment: number) => {
      const list = (count: number, of: object) => Array.from({ length: count }, (_, at) => ({ id: `r${at}`, ...of }))
      const snapshot = sketch({
        area: [{ id: 'a' }],
        node: [
          { id: 'm', areaId: 'a' },
          { id: 'n', areaId: 'a' },
        ],
        exchange: [{ id: 'x', fromNodeId: 'm', toNodeId: 'n' }],
        exchangeCheck: list(exchangeCheck, { exchangeId: 'x' }),
        comment: list(comment, { subject: 'exchange', subjectId: 'x', at: '2027-01-10T09:00:00Z' }),
      })
      return carriedBy(planDelete(snapshot, 'exchange', 'x'), 'x').sentence
    }
    expect(said(2, 3)).toBe('3 comments and 2 looks at relationships')
    expect(said(1, 1)).toBe('1 comment and 1 look at a relationship')
    expect(said(0, 0)).toBe('')
  })

  test('CH22: children go before what they hang on, so the reverse puts parents back first', () => {
    const changes = planDelete(crowded(), 'area', 'a')
    const place = (entity: string) => changes.flatMap((change, at) => (change.entity === entity && change.after === null ? [at] : []))
    const order = ['area', 'node', 'objective', 'keyResult', 'dependency']
    for (const [at, parent] of order.slice(0, -1).entries())
      expect(Math.min(...place(parent))).toBeGreaterThan(Math.max(...place(order[at + 1] ?? '')))
    expect(Math.min(...place('keyResult'))).toBeGreaterThan(Math.max(...place('checkIn')))
  })

  test('CH23: what stays lets go of what went, and keeps the rest of its lists', () => {
    const snapshot = crowded()
    run(
      snapshot,
      call('goal.create', { id: 'g2', name: 'G2' }),
      call('objective.update', { id: 'om', set: { goalIds: ['g', 'g2'], ownerId: 'ana' } }),
    )
    run(snapshot, call('node.delete', { id: 'n', carry: true }), call('goal.delete', { id: 'g' }), call('person.delete', { id: 'ana', carry: true }))
    expect(get(snapshot, 'objective', 'om')).toMatchObject({ goalIds: ['g2'], ownerId: null })
    expect(allFaults(snapshot)).toEqual([])
  })

  test('CH23: a goal that was measured by what went stays, without its measure', () => {
    const snapshot = crowded()
    run(snapshot, call('keyResult.delete', { id: 'k0', carry: true }))
    expect(get(snapshot, 'goal', 'g')).toMatchObject({ keyResultId: null, areaId: 'a' })
  })
})

describe('a need whose supplier goes', () => {
  test('CH24: keeps asking the node of the key result that went', () => {
    const snapshot = needsNetwork({ a: {}, b: {} }, [{ supplier: 'a', consumer: 'b', state: 'promised' }])
    run(snapshot, call('keyResult.delete', { id: 'a', carry: true }))
    expect(get(snapshot, 'dependency', 'd1')).toMatchObject({ supplierKeyResultId: null, supplierNodeId: 'node_a', state: 'promised' })
  })

  test('CH24: keeps asking the node that it names, where it names one', () => {
    const snapshot = needsNetwork({ a: {}, b: {}, c: {} }, [{ supplier: 'a', consumer: 'b', supplierNodeId: 'node_c' }])
    run(snapshot, call('objective.delete', { id: 'obj_a', carry: true }))
    expect(get(snapshot, 'dependency', 'd1')).toMatchObject({ supplierKeyResultId: null, supplierNodeId: 'node_c' })
  })

  test('CH24: goes where the node goes too', () => {
    const snapshot = needsNetwork({ a: {}, b: {} }, [{ supplier: 'a', consumer: 'b' }])
    run(snapshot, call('node.delete', { id: 'node_a', carry: true }))
    expect(find(snapshot, 'dependency', 'd1')).toBeUndefined()
    expect(find(snapshot, 'keyResult', 'b')).toBeDefined()
  })

  test('CH24: stays with its key result where that lives on another node than the one that went', () => {
    const snapshot = needsNetwork({ a: {}, b: {}, c: {} }, [{ supplier: 'a', consumer: 'b', supplierNodeId: 'node_c' }])
    run(snapshot, call('node.delete', { id: 'node_c', carry: true }))
    expect(get(snapshot, 'dependency', 'd1')).toMatchObject({ supplierKeyResultId: 'a', supplierNodeId: null })
  })

  test('CH24: goes with its consumer', () => {
    const snapshot = needsNetwork({ a: {}, b: {} }, [{ supplier: 'a', consumer: 'b' }])
    run(snapshot, call('keyResult.delete', { id: 'b', carry: true }))
    expect(snapshot.tables.dependency.size).toBe(0)
  })
})

describe('deleting anything', () => {
  const golden = goldenNetwork()
  const subjects = (['area', 'node', 'exchange', 'cycle', 'goal', 'objective', 'keyResult', 'dependency'] as const).flatMap((entity) =>
    listOf(golden, entity).map(({ id }) => [entity, id] as const),
  )

  test('CH25: from the worked example leaves no reference that leads nowhere, and its undo restores every byte', () => {
    const before = textOf(golden)
    expect(subjects.length).toBe(60)
    for (const [entity, id] of subjects) {
      const snapshot = goldenNetwork()
      const changes = planDelete(snapshot, entity, id)
      applyChanges(snapshot, changes)
      expect(allFaults(snapshot)).toEqual([])
      expect(find(snapshot, entity, id)).toBeUndefined()
      applyChanges(snapshot, decideUndo(snapshot, changes, undone))
      expect(textOf(snapshot)).toBe(before)
    }
  })

  test('CH25: the plan alone changes nothing, and its reverse fits', () => {
    const snapshot = goldenNetwork()
    const before = textOf(snapshot)
    const changes = planDelete(snapshot, 'area', 'area_customer')
    expect(textOf(snapshot)).toBe(before)
    applyChanges(snapshot, changes)
    applyChanges(snapshot, reverseAll(changes))
    expect(textOf(snapshot)).toBe(before)
  })

  test('CH20: what goes is told in a sentence', () => {
    expect(carriedBy(planDelete(goldenNetwork(), 'objective', 'obj_K4'), 'obj_K4').sentence).toBe('1 key result and 1 need')
    expect(carriedBy(planDelete(goldenNetwork(), 'keyResult', 'K2'), 'K2').sentence).toBe('2 needs')
    expect(carriedBy([], 'x').sentence).toBe('')
  })
})
