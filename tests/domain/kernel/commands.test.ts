import { describe, expect, test } from 'vitest'
import { system } from '../../../lib/domain/access.ts'
import { reverseAll } from '../../../lib/domain/change.ts'
import { type CommandCall, call } from '../../../lib/domain/command/call.ts'
import type { CommandContext } from '../../../lib/domain/command/command.ts'
import { runCommands } from '../../../lib/domain/command/run.ts'
import { DomainError } from '../../../lib/domain/error.ts'
import { applyChanges, get, listOf, type Snapshot } from '../../../lib/domain/snapshot.ts'
import { needsNetwork, textOf } from '../sketch.ts'

const ctx: CommandContext = { actor: 'ana', who: system, now: '2027-02-10T09:00:00Z' }
const metric = { kind: 'increase' as const, baseline: 0, target: 10, current: 2 }

function network(): Snapshot {
  const snapshot = needsNetwork({ a: { metric }, b: {} }, [{ supplier: 'a', consumer: 'b' }], { person: [{ id: 'ana' }] })
  snapshot.revision = 9
  return snapshot
}

function run(snapshot: Snapshot, ...calls: CommandCall[]) {
  return runCommands(snapshot, calls, ctx)
}

/** The refusal of commands; the test fails where they are not refused. */
function refusal(snapshot: Snapshot, calls: readonly CommandCall[], context = ctx): DomainError {
  try {
    runCommands(snapshot, calls, context)
  } catch (error) {
    if (error instanceof DomainError) return error
    throw error
  }
  throw new Error('was not refused')
}

describe('several commands', () => {
  test('CH10: each sees what the ones before it did, and together they are one change for each record', () => {
    const snapshot = network()
    const changes = run(
      snapshot,
      call('area.create', { id: 'new', name: 'New' }),
      call('node.create', { id: 'n', areaId: 'new', name: 'Node' }),
      call('node.update', { id: 'n', set: { name: 'Better' } }),
    )
    expect(changes.map(({ entity, id }) => [entity, id])).toEqual([
      ['area', 'new'],
      ['node', 'n'],
    ])
    expect(changes[1]?.after).toMatchObject({ name: 'Better' })
    expect(get(snapshot, 'node', 'n').name).toBe('Better')
  })

  test('CH11: where one is refused nothing has happened, and the refusal says which one', () => {
    const snapshot = network()
    const before = textOf(snapshot)
    const error = refusal(snapshot, [
      call('area.create', { id: 'x', name: 'X' }),
      call('node.delete', { id: 'node_a', carry: true }),
      call('area.delete', { id: 'nobody' }),
    ])
    expect([error.code, error.details['at']]).toEqual(['NOT_FOUND', 2])
    expect(textOf(snapshot)).toBe(before)
    expect(listOf(snapshot, 'node').map(({ id }) => id)).toEqual(['node_a', 'node_b'])
  })

  test('CH11: the reverse of what is committed restores the network', () => {
    const snapshot = network()
    const before = textOf(snapshot)
    const changes = run(
      snapshot,
      call('keyResult.update', { id: 'a', set: { metric: { target: 12 } } }),
      call('keyResult.delete', { id: 'a', carry: true }),
    )
    expect(textOf(snapshot)).not.toBe(before)
    applyChanges(snapshot, reverseAll(changes))
    expect(textOf(snapshot)).toBe(before)
  })

  test('CH12: an unknown command and an unknown field are refused with their path', () => {
    expect(refusal(network(), [{ name: 'area.explode' as 'area.create', input: {} }]).code).toBe('VALIDATION')
    const error = refusal(network(), [{ name: 'area.create', input: { id: 'x', name: 'X', shape: 'round' } }])
    expect(error.code).toBe('VALIDATION')
    expect(JSON.stringify(error.details.faults)).toContain('shape')
  })
})

describe('create', () => {
  test('CH13: goes to the end of its list, or where rank says', () => {
    const snapshot = network()
    run(
      snapshot,
      call('node.create', { id: 'last', areaId: 'area', name: 'Last' }),
      call('node.create', { id: 'first', areaId: 'area', name: 'First', rank: 0.5 }),
    )
    expect(listOf(snapshot, 'node').map(({ id }) => id)).toEqual(['first', 'node_a', 'node_b', 'last'])
  })

  test('CH13: an id that is taken is refused', () => {
    expect(refusal(network(), [call('node.create', { id: 'node_a', areaId: 'area', name: 'Twice' })]).code).toBe('ID_TAKEN')
    expect(
      refusal(network(), [
        call('checkIn.create', { id: 'c', keyResultId: 'a', value: 1 }),
        call('checkIn.create', { id: 'c', keyResultId: 'a', value: 1 }),
      ]).code,
    ).toBe('ID_TAKEN')
  })

  test.each([
    ['UNKNOWN_REFERENCE', 'areaId', call('node.create', { id: 'n', areaId: 'nowhere', name: 'N' })],
    ['UNKNOWN_REFERENCE', 'goalIds[1]', call('objective.create', { id: 'o', nodeId: 'node_a', cycleId: 'q', title: 'O', goalIds: ['g', 'nothing'] })],
    ['SELF_EXCHANGE', 'toNodeId', call('exchange.create', { id: 'e', fromNodeId: 'node_a', toNodeId: 'node_a', deliverable: 'E', kind: 'tangible' })],
    [
      'SELF_DEPENDENCY',
      'supplierKeyResultId',
      call('dependency.create', { id: 'd', consumerKeyResultId: 'a', supplierKeyResultId: 'a', what: '', strength: 1, state: 'draft' }),
    ],
    ['SUPPLIER_MISSING', 'supplierNodeId', call('dependency.create', { id: 'd', consumerKeyResultId: 'a', what: '', strength: 1, state: 'draft' })],
    ['CYCLE_DATES', 'endsOn', call('cycle.create', { id: 'c', name: 'C', startsOn: '2027-02-02', endsOn: '2027-02-01' })],
    ['PARTICIPANT_MISSING', 'personId', call('participation.create', { id: 'p', nodeId: 'node_a', tier: 'lead' })],
    ['PARTICIPANT_MISSING', 'personId', call('participation.create', { id: 'p', nodeId: 'node_a', personId: 'ana', teamId: 't', tier: 'lead' })],
  ])('CH13: %s at %s', (code, path, command) => {
    const error = refusal(network(), [call('goal.create', { id: 'g', name: 'G' }), call('team.create', { id: 't', name: 'T' }), command])
    expect(error.code).toBe(code)
    expect(error.details.faults?.[0]).toMatchObject({ path, remedy: expect.any(String) })
  })
})

describe('update', () => {
  test('CH14: is partial: what is not given stays', () => {
    const snapshot = network()
    const changes = run(snapshot, call('keyResult.update', { id: 'a', set: { title: 'New' } }))
    expect(changes).toEqual([{ entity: 'keyResult', id: 'a', before: { title: 'a' }, after: { title: 'New' } }])
  })

  test('CH14: nothing new is no change', () => {
    expect(run(network(), call('node.update', { id: 'node_a', set: { name: 'node_a' } }))).toEqual([])
  })

  test('CH14: null clears an optional field and is refused for a required one', () => {
    const snapshot = network()
    run(snapshot, call('keyResult.update', { id: 'a', set: { confidence: 0.5 } }), call('keyResult.update', { id: 'a', set: { confidence: null } }))
    expect(get(snapshot, 'keyResult', 'a').confidence).toBeNull()
    expect(refusal(snapshot, [{ name: 'keyResult.update', input: { id: 'a', set: { title: null } } }]).code).toBe('VALIDATION')
  })

  test('CH14: neither the id nor a place on a ring can be set', () => {
    expect(refusal(network(), [{ name: 'node.update', input: { id: 'node_a', set: { slot: 4 } } }]).code).toBe('VALIDATION')
    expect(refusal(network(), [{ name: 'node.update', input: { id: 'node_a', set: { id: 'x' } } }]).code).toBe('VALIDATION')
  })

  test('CH14: it may not break a rule together with what stays', () => {
    const snapshot = network()
    run(snapshot, call('exchange.create', { id: 'e', fromNodeId: 'node_a', toNodeId: 'node_b', deliverable: 'E', kind: 'tangible' }))
    expect(refusal(snapshot, [call('exchange.update', { id: 'e', set: { toNodeId: 'node_a' } })]).code).toBe('SELF_EXCHANGE')
    expect(refusal(snapshot, [call('cycle.update', { id: 'q', set: { endsOn: '2026-01-01' } })]).code).toBe('CYCLE_DATES')
  })

  test('CH15: a metric may be given in parts; the others stay', () => {
    const snapshot = network()
    const changes = run(snapshot, call('keyResult.update', { id: 'a', set: { metric: { target: 20 } } }))
    expect(changes[0]?.after).toEqual({ 'metric.target': 20 })
    expect(get(snapshot, 'keyResult', 'a').metric).toMatchObject({ ...metric, target: 20 })
  })

  test('CH15: another kind replaces the metric, and a part that does not fit is refused with its path', () => {
    const snapshot = network()
    run(snapshot, call('keyResult.update', { id: 'a', set: { metric: { kind: 'maintain', lower: 1 } } }))
    expect(get(snapshot, 'keyResult', 'a').metric).toEqual({ kind: 'maintain', lower: 1, upper: null, current: null, unit: null })
    const error = refusal(network(), [call('keyResult.update', { id: 'a', set: { metric: { lower: 1 } } })])
    expect([error.code, error.details.faults?.[0]?.path]).toEqual(['VALIDATION', 'metric.lower'])
    expect(refusal(network(), [call('keyResult.update', { id: 'a', set: { metric: { target: 'many' } } })]).details.faults?.[0]?.path).toBe(
      'metric.target',
    )
  })
})

describe('a stale edit', () => {
  const at = '2027-02-10T08:59:58Z'
  const touched = (...paths: string[]): CommandContext => ({
    ...ctx,
    touchedSince: (entity, id, revision) =>
      entity === 'keyResult' && id === 'a' && revision === 7 ? paths.map((path) => ({ path, by: 'ana', at })) : [],
  })
  const edit = (set: object) => [call('keyResult.update', { id: 'a', set, revision: 7 })]

  test('CH16: is refused where a field of it was changed since, with both values', () => {
    const error = refusal(network(), edit({ title: 'Mine' }), touched('title'))
    expect(error.code).toBe('STALE_EDIT')
    expect(error.details['fields']).toEqual([{ field: 'title', yours: 'Mine', theirs: 'a', by: 'ana', at }])
  })

  test('CH16: not where another field was changed, and not where both want the same', () => {
    expect(runCommands(network(), edit({ title: 'Mine' }), touched('confidence'))).toHaveLength(1)
    expect(runCommands(network(), edit({ title: 'a', confidence: 0.5 }), touched('title'))).toHaveLength(1)
  })

  test('CH16: a check-in does not make an edit of the target stale', () => {
    expect(runCommands(network(), edit({ metric: { target: 11 } }), touched('metric.current'))).toHaveLength(1)
    expect(refusal(network(), edit({ metric: { target: 11 } }), touched('metric.target')).code).toBe('STALE_EDIT')
  })

  test('CH16: a metric that changed its kind meets every one of its parts, either way', () => {
    expect(refusal(network(), edit({ metric: { target: 11 } }), touched('metric')).code).toBe('STALE_EDIT')
    expect(refusal(network(), edit({ metric: { kind: 'boolean', current: 1 } }), touched('metric.current')).code).toBe('STALE_EDIT')
  })

  test('CH16: without a revision the last writer wins', () => {
    expect(runCommands(network(), [call('keyResult.update', { id: 'a', set: { title: 'Mine' } })], touched('title'))).toHaveLength(1)
  })
})

describe('a check-in', () => {
  const report = (fields: object) => call('checkIn.create', { id: 'c', keyResultId: 'a', ...fields })

  test('CH17: is kept, and the key result takes over its value and confidence', () => {
    const snapshot = network()
    const changes = run(snapshot, report({ value: 7, confidence: 0.4 }))
    expect(changes.map(({ entity }) => entity)).toEqual(['checkIn', 'keyResult'])
    expect(changes[1]).toMatchObject({ before: { 'metric.current': 2, confidence: null }, after: { 'metric.current': 7, confidence: 0.4 } })
    expect(get(snapshot, 'checkIn', 'c')).toMatchObject({ at: ctx.now, value: 7 })
  })

  test('CH17: one dated before the latest does not change the key result', () => {
    const snapshot = network()
    run(snapshot, report({ value: 7, at: '2027-02-09T09:00:00Z' }))
    expect(run(snapshot, call('checkIn.create', { id: 'c2', keyResultId: 'a', value: 3, at: '2027-02-01T09:00:00Z' }))).toHaveLength(1)
    expect(get(snapshot, 'keyResult', 'a').metric).toMatchObject({ current: 7 })
  })

  test('CH17: half a second later is later, though its text sorts before', () => {
    const snapshot = network()
    run(
      snapshot,
      report({ value: 7, at: '2027-02-09T09:00:00Z' }),
      call('checkIn.create', { id: 'c2', keyResultId: 'a', value: 8, at: '2027-02-09T09:00:00.500Z' }),
    )
    expect(get(snapshot, 'keyResult', 'a').metric).toMatchObject({ current: 8 })
    run(snapshot, call('checkIn.create', { id: 'c3', keyResultId: 'a', value: 1, at: '2027-02-09T09:00:00Z' }))
    expect(get(snapshot, 'keyResult', 'a').metric).toMatchObject({ current: 8 })
  })

  test('CH17: confidence alone leaves the value alone, and a note alone leaves both', () => {
    expect(run(network(), report({ confidence: 0.9 }))[1]?.after).toEqual({ confidence: 0.9 })
    expect(run(network(), report({ note: 'quiet week' }))).toHaveLength(1)
  })

  test.each([
    [metric, 'target'],
    [{ kind: 'boolean' }, 2],
    [{ kind: 'ordinal', zones: {} }, 1],
    [{ kind: 'maintain', lower: 1 }, [1]],
    [{ kind: 'milestone', steps: [{ name: 'x' }] }, [1, 1]],
  ])('CH17: a value that does not fit %j is refused with what fits', (of, value) => {
    const snapshot = needsNetwork({ a: { metric: of } }, [])
    const error = refusal(snapshot, [report({ value })])
    expect(error.code).toBe('VALUE_MISFIT')
    expect(error.details.faults?.[0]).toMatchObject({ path: 'value', remedy: expect.stringMatching(/^Give /) })
  })

  test('CH17: steps report the share done of each, in order', () => {
    const snapshot = needsNetwork({ a: { metric: { kind: 'milestone', steps: [{ name: 'x', weight: 2 }, { name: 'y' }] } } }, [])
    run(snapshot, report({ value: [1, 0.5] }))
    expect(get(snapshot, 'keyResult', 'a').metric).toMatchObject({
      steps: [
        { name: 'x', weight: 2, done: 1 },
        { name: 'y', done: 0.5 },
      ],
    })
  })

  test('CH17: of a key result that is not there is refused', () => {
    expect(refusal(network(), [call('checkIn.create', { id: 'c', keyResultId: 'nobody' })]).code).toBe('NOT_FOUND')
  })
})

describe('places on the map', () => {
  const slots = (snapshot: Snapshot) => Object.fromEntries(listOf(snapshot, 'node').map(({ id, slot }) => [id, slot]))
  const add = (id: string, areaId = 'area') => call('node.create', { id, areaId, name: id })

  function three(): Snapshot {
    const snapshot = needsNetwork({}, [])
    run(snapshot, call('area.create', { id: 'other', name: 'Other' }), add('x'), add('y'), add('z'))
    return snapshot
  }

  test('CH18: a new node takes the lowest free place of its ring', () => {
    const snapshot = three()
    expect(slots(snapshot)).toEqual({ x: 0, y: 1, z: 2 })
    run(snapshot, call('node.delete', { id: 'y' }), add('w'))
    expect(slots(snapshot)).toEqual({ x: 0, z: 2, w: 1 })
  })

  test('CH18: adding, renaming, linking and deleting others moves nobody', () => {
    const snapshot = three()
    run(
      snapshot,
      call('node.delete', { id: 'x' }),
      call('node.update', { id: 'z', set: { name: 'Z', kind: 'platform' } }),
      call('exchange.create', { id: 'e', fromNodeId: 'y', toNodeId: 'z', deliverable: 'E', kind: 'tangible' }),
    )
    expect(slots(snapshot)).toEqual({ y: 1, z: 2 })
  })

  test('CH18: an edit that names the same area or the same ring again moves nobody', () => {
    const snapshot = three()
    run(snapshot, call('node.delete', { id: 'x' }), call('node.update', { id: 'z', set: { areaId: 'area', closeness: 'contributing' } }))
    expect(slots(snapshot)).toEqual({ y: 1, z: 2 })
  })

  test('CH18: a node that comes to another ring takes the lowest free place there, and leaves its old one free', () => {
    const snapshot = three()
    run(
      snapshot,
      add('o', 'other'),
      call('node.update', { id: 'z', set: { areaId: 'other' } }),
      call('node.update', { id: 'y', set: { closeness: 'core' } }),
    )
    expect(slots(snapshot)).toEqual({ x: 0, y: 0, z: 1, o: 0 })
    run(snapshot, add('w'))
    expect(slots(snapshot)['w']).toBe(1)
  })
})
