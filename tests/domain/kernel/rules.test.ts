import { describe, expect, test } from 'vitest'
import { system } from '../../../lib/domain/access.ts'
import { call } from '../../../lib/domain/command/call.ts'
import { runCommands } from '../../../lib/domain/command/run.ts'
import { freeSlot, isOnRingOf, lowestFree } from '../../../lib/domain/command/slot.ts'
import { entitySchemas } from '../../../lib/domain/entity.ts'
import { DomainError } from '../../../lib/domain/error.ts'
import { type EntityName, entityNames } from '../../../lib/domain/ids.ts'
import { metricSchema } from '../../../lib/domain/metric.ts'
import { idsIn, references, referencesFrom, referencesTo } from '../../../lib/domain/references.ts'
import { faultsOf, requireRules } from '../../../lib/domain/rules.ts'
import { find, type Snapshot } from '../../../lib/domain/snapshot.ts'
import { fieldWord, summarise } from '../../../lib/domain/summary.ts'
import { withFreeSlots } from '../../../lib/domain/undo-slots.ts'
import { closenesses, promiseStates } from '../../../lib/domain/vocabulary.ts'
import { needsNetwork, record, sketch } from '../sketch.ts'

const everything = () => true

function codes(entity: EntityName, fields: Record<string, unknown>, has: (entity: EntityName, id: string) => boolean = everything) {
  return faultsOf(entity, record(entity, { id: 'x', ...fields }), has).map(({ code, path }) => `${code} ${path}`)
}

describe('the rules of a record', () => {
  const need = { consumerKeyResultId: 'a' }
  const years = { startsOn: '2027-01-01' }

  test.each([
    ['participation', { nodeId: 'n', personId: 'p' }, []],
    ['participation', { nodeId: 'n' }, ['PARTICIPANT_MISSING personId']],
    ['participation', { nodeId: 'n', personId: 'p', teamId: 't' }, ['PARTICIPANT_MISSING personId']],
    ['exchange', { fromNodeId: 'a', toNodeId: 'b' }, []],
    ['exchange', { fromNodeId: 'a', toNodeId: 'a' }, ['SELF_EXCHANGE toNodeId']],
    ['cycle', { ...years, endsOn: '2027-01-01' }, []],
    ['cycle', { ...years, endsOn: '2026-12-31' }, ['CYCLE_DATES endsOn']],
    ['dependency', { ...need, supplierNodeId: 'n' }, []],
    ['dependency', need, ['SUPPLIER_MISSING supplierNodeId']],
    ['dependency', { ...need, supplierKeyResultId: 'a' }, ['SELF_DEPENDENCY supplierKeyResultId']],
    ['dependency', { ...need, supplierKeyResultId: 'a', supplierNodeId: 'n' }, ['SELF_DEPENDENCY supplierKeyResultId']],
  ] as const)('CH13: %s %j: %j', (entity, fields, expected) => {
    expect(codes(entity, fields)).toEqual(expected)
  })

  test('CH13: every reference is looked up in the list that it leads to, those of a list one by one', () => {
    const asked: string[] = []
    const has = (entity: EntityName, id: string) => {
      asked.push(`${entity} ${id}`)
      return id !== 'g2'
    }
    expect(codes('objective', { nodeId: 'n', cycleId: 'c', ownerId: 'p', goalIds: ['g1', 'g2'] }, has)).toEqual(['UNKNOWN_REFERENCE goalIds[1]'])
    expect(asked.sort()).toEqual(['cycle c', 'goal g1', 'goal g2', 'node n', 'person p'])
  })

  test('CH13: a refusal has the code of the first fault and lists them all', () => {
    const exchange = record('exchange', { id: 'x', fromNodeId: 'gone', toNodeId: 'gone' })
    const isThere = () => false
    expect(() => requireRules('exchange', exchange, isThere)).toThrow(DomainError)
    try {
      requireRules('exchange', exchange, isThere)
    } catch (error) {
      expect(error).toMatchObject({ code: 'UNKNOWN_REFERENCE', details: { entity: 'exchange', id: 'x' } })
      expect(error instanceof DomainError && error.details.faults?.map(({ path }) => path)).toEqual(['fromNodeId', 'toNodeId', 'toNodeId'])
    }
  })
})

describe('the table of references', () => {
  test('CH21: holds each field of a record that is called an id of another one, and no other field', () => {
    const fields = entityNames.flatMap((from) =>
      Object.keys(entitySchemas[from].shape)
        .filter((field) => /.Ids?$/.test(field))
        .map((field) => `${from}.${field}`),
    )
    expect([...new Set(references.map(({ from, field }) => `${from}.${field}`))].sort()).toEqual(fields.sort())
  })

  test('CH21: a reference that a record cannot be without is never cleared', () => {
    const cleared = references.filter(({ onDelete }) => onDelete === 'clear')
    for (const { from, field } of cleared) expect(Object(entitySchemas[from].shape)[field].safeParse(undefined).success).toBe(true)
    const needed = references.filter(({ from, field }) => !Object(entitySchemas[from].shape)[field].safeParse(undefined).success)
    expect(new Set(needed.map(({ onDelete }) => onDelete))).toEqual(new Set(['cascade']))
  })

  test('CH21: is found from both ends', () => {
    expect(referencesFrom('checkIn').map(({ field }) => field)).toEqual(['keyResultId', 'personId'])
    expect(referencesTo('team').map(({ from }) => from)).toEqual(['participation', 'person'])
    expect(referencesTo('checkIn').map(({ from, subject }) => [from, subject])).toEqual([
      ['comment', 'checkIn'],
      ['source', 'checkIn'],
    ])
    expect([referencesTo('promiseMove'), referencesFrom('area')]).toEqual([[], []])
    expect([idsIn({ a: 'x' }, 'a'), idsIn({ a: ['x', 'y'] }, 'a'), idsIn({ a: null }, 'a'), idsIn({}, 'a')]).toEqual([['x'], ['x', 'y'], [], []])
  })
})

describe('words for people', () => {
  test('CH60: no field of any record is told by its name in the program', () => {
    const parts = metricSchema.options.flatMap((option) => Object.keys(option.shape).map((part) => `metric.${part}`))
    const paths = [...entityNames.flatMap((entity) => Object.keys(entitySchemas[entity].shape)), ...parts].filter((path) => path !== 'slot')
    expect(paths.filter((path) => !/^[a-z][a-z' -]*$/.test(fieldWord(path)))).toEqual([])
  })

  test('CH60: three fields are named, one word is said once, and other records are counted', () => {
    const snapshot = needsNetwork({ a: {}, b: {}, c: {} }, [{ supplier: 'a', consumer: 'b', what: 'Help', state: 'draft' }])
    const ctx = { actor: 'ana', who: system, now: '2027-02-10T09:00:00Z' }
    const edit = { neededOn: '2027-02-01', note: 'x', strength: 0.5, condition: 'y' }
    const many = runCommands(snapshot, [call('dependency.update', { id: 'd1', set: edit })], ctx)
    expect(
      summarise(snapshot, many)
        .replace(/^Changed (.*) of need “Help”$/, '$1')
        .split(', '),
    ).toHaveLength(3)
    const supplier = { supplierKeyResultId: 'c', supplierNodeId: 'node_c' }
    const moved = runCommands(snapshot, [call('dependency.update', { id: 'd1', set: supplier })], ctx)
    expect(summarise(snapshot, moved)).toBe('Changed supplier of need “Help”')
    const two = [call('keyResult.update', { id: 'a', set: { title: 'A' } }), call('keyResult.update', { id: 'b', set: { title: 'B' } })]
    expect(summarise(snapshot, runCommands(snapshot, two, ctx))).toBe('Changed title of key result “A” and 1 more')
  })

  test('CH60: no word stands twice in a list that people choose from', () => {
    for (const words of [promiseStates, closenesses]) expect(new Set<string>(words).size).toBe(words.length)
  })
})

describe('places on a ring', () => {
  const nodes = [
    { id: 'n0', areaId: 'a', slot: 0 },
    { id: 'n2', areaId: 'a', slot: 2, closeness: 'contributing' },
    { id: 'core', areaId: 'a', slot: 0, closeness: 'core' },
  ]

  function ring(): Snapshot {
    return sketch({ area: [{ id: 'a' }, { id: 'b' }], node: nodes })
  }

  function back(id: string, slot: number) {
    return { entity: 'node' as const, id, before: null, after: record('node', { id, areaId: 'a', slot }) }
  }

  test('CH18: the lowest free place of the same area and closeness, where none is contributing', () => {
    const place = (closeness: (typeof closenesses)[number] | null) => freeSlot(ring(), record('node', { id: 'new', areaId: 'a', closeness }))
    expect([place(null), place('contributing'), place('core'), place('peripheral')]).toEqual([1, 1, 1, 0])
    expect([lowestFree(new Set()), lowestFree(new Set([0, 1, 3]))]).toEqual([0, 2])
    expect(isOnRingOf({ id: '1', areaId: 'a', closeness: null }, { id: '2', areaId: 'a', closeness: 'contributing' })).toBe(true)
    expect(isOnRingOf({ id: '1', areaId: 'a', closeness: null }, { id: '2', areaId: 'b', closeness: null })).toBe(false)
  })

  test('CH36: two nodes that come back to one taken place get two places', () => {
    const slots = withFreeSlots(ring(), [back('x', 0), back('y', 0)]).map(({ after }) => after?.['slot'])
    expect(slots).toEqual([1, 3])
  })

  test('CH36: a place that is free is kept, one that is left in the same undo too, and other changes stay as they are', () => {
    const snapshot = ring()
    const gone = { entity: 'node' as const, id: 'n0', before: find(snapshot, 'node', 'n0') ?? null, after: null }
    const renamed = { entity: 'node' as const, id: 'n2', before: { name: 'n2' }, after: { name: 'N' } }
    const given = [gone, back('x', 0), back('y', 7), renamed]
    expect(withFreeSlots(snapshot, given)).toEqual(given)
  })
})
