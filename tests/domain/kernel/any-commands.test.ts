import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { system } from '../../../lib/domain/access.ts'
import type { CommandCall, CommandName } from '../../../lib/domain/command/call.ts'
import type { CommandContext } from '../../../lib/domain/command/command.ts'
import { commands } from '../../../lib/domain/command/registry.ts'
import { runCommands } from '../../../lib/domain/command/run.ts'
import { entitySchemas } from '../../../lib/domain/entity.ts'
import { DomainError } from '../../../lib/domain/error.ts'
import { type EntityName, entityNames } from '../../../lib/domain/ids.ts'
import { references, referencesFrom } from '../../../lib/domain/references.ts'
import { faultsOf } from '../../../lib/domain/rules.ts'
import { applyChanges, countReferring, find, fork, latestCheckIn, makeSnapshot, referring, type Snapshot } from '../../../lib/domain/snapshot.ts'
import { decideUndo } from '../../../lib/domain/undo.ts'
import { promiseMoves } from '../../../lib/domain/vocabulary.ts'
import { runs } from '../../property-runs.ts'
import { sketch, textOf } from '../sketch.ts'

const ctx: CommandContext = { actor: 'ana', who: system, now: '2027-02-10T09:00:00Z' }
const now = { direction: 'undo', now: ctx.now } as const

function start(): Snapshot {
  return sketch({
    area: [{ id: 'area0' }, { id: 'area1' }],
    node: [
      { id: 'node0', areaId: 'area0' },
      { id: 'node1', areaId: 'area0', slot: 1 },
      { id: 'node2', areaId: 'area1' },
    ],
    person: [{ id: 'person0' }],
    team: [{ id: 'team0' }],
    cycle: [{ id: 'cycle0' }],
    goal: [{ id: 'goal0' }],
    objective: [
      { id: 'objective0', nodeId: 'node0', cycleId: 'cycle0', goalIds: ['goal0'] },
      { id: 'objective1', nodeId: 'node1', cycleId: 'cycle0' },
    ],
    keyResult: [
      { id: 'keyResult0', objectiveId: 'objective0', metric: { kind: 'increase', baseline: 0, target: 9, current: 1 } },
      { id: 'keyResult1', objectiveId: 'objective1' },
      { id: 'keyResult2', objectiveId: 'objective1' },
    ],
    dependency: [
      { id: 'dependency0', supplierKeyResultId: 'keyResult0', consumerKeyResultId: 'keyResult1' },
      { id: 'dependency1', supplierNodeId: 'node2', consumerKeyResultId: 'keyResult0' },
    ],
  })
}

const id = (entity: EntityName) => fc.nat(3).map((at) => `${entity}${at}`)
const perhapsId = (entity: EntityName) => fc.option(id(entity), { nil: null })

const fields: { readonly [E in EntityName]?: Record<string, fc.Arbitrary<unknown>> } = {
  area: { name: fc.constantFrom('one', 'two') },
  node: { name: fc.constantFrom('one', 'two'), areaId: id('area'), closeness: fc.constantFrom(null, 'core', 'contributing') },
  person: { name: fc.constantFrom('Ana', 'Lee') },
  team: { name: fc.constantFrom('Red', 'Blue') },
  participation: { nodeId: id('node'), personId: perhapsId('person'), teamId: perhapsId('team'), tier: fc.constantFrom('lead', 'core') },
  exchange: { fromNodeId: id('node'), toNodeId: id('node'), deliverable: fc.constantFrom('Trust', 'Money'), kind: fc.constant('intangible') },
  cycle: { name: fc.constant('Q'), startsOn: fc.constantFrom('2027-01-01', '2027-04-01'), endsOn: fc.constantFrom('2027-03-31', '2027-06-30') },
  goal: { name: fc.constant('G'), areaId: perhapsId('area'), keyResultId: perhapsId('keyResult') },
  objective: {
    nodeId: id('node'),
    cycleId: id('cycle'),
    title: fc.constantFrom('O', 'P'),
    goalIds: fc.uniqueArray(id('goal'), { maxLength: 2 }),
    ownerId: perhapsId('person'),
  },
  keyResult: {
    objectiveId: id('objective'),
    title: fc.constantFrom('K', 'L'),
    metric: fc.constantFrom<unknown>({ kind: 'boolean', current: 1 }, { kind: 'increase', target: 4 }, { kind: 'milestone', steps: [{ name: 'x' }] }),
    confidence: fc.constantFrom(null, 0.5),
  },
  dependency: {
    consumerKeyResultId: id('keyResult'),
    supplierKeyResultId: perhapsId('keyResult'),
    supplierNodeId: perhapsId('node'),
    what: fc.constantFrom('', 'SSO'),
    strength: fc.constantFrom(0.5, 1),
    state: fc.constantFrom('draft', 'requested', 'promised'),
  },
  checkIn: {
    keyResultId: id('keyResult'),
    value: fc.constantFrom<unknown>(null, 1, 'target', [1]),
    confidence: fc.constantFrom(null, 0.8),
    at: fc.constantFrom('2027-02-01T09:00:00Z', '2027-02-02T09:00:00Z'),
  },
}

function callsOf(entity: EntityName): fc.Arbitrary<CommandCall>[] {
  const shape = fields[entity] ?? {}
  const name = (verb: string) => castName(`${entity}.${verb}`)
  const create = fc.record({ id: id(entity), ...shape }).map((input): CommandCall => ({ name: name('create'), input }))
  const update = fc
    .record({ id: id(entity), set: fc.record(shape, { requiredKeys: [] }) })
    .map((input): CommandCall => ({ name: name('update'), input }))
  const remove = fc.record({ id: id(entity), carry: fc.boolean() }).map((input): CommandCall => ({ name: name('delete'), input }))
  return [create, update, remove].filter((_, at) => commands.has(name(['create', 'update', 'delete'][at] ?? '')))
}

/** Guaranteed by the filter above: only names that the registry knows are used. */
function castName(name: string): CommandName {
  return name as CommandName
}

const anyMove = fc
  .record({
    id: id('dependency'),
    moveId: fc.integer({ min: 0, max: 40 }).map((at) => `promiseMove${at}`),
    move: fc.constantFrom(...promiseMoves),
    reason: fc.constantFrom(null, 'because'),
    terms: fc.constantFrom(null, { on: '2027-03-01' }, { what: 'SSO' }),
    answerBy: fc.constantFrom(null, '2027-02-20'),
  })
  .map((input): CommandCall => ({ name: 'promise.move', input }))

const anyCall = fc.oneof(...entityNames.flatMap(callsOf), { arbitrary: anyMove, weight: 6 })
const batches = fc.array(fc.array(anyCall, { minLength: 1, maxLength: 4 }), { maxLength: 12 })

/** Runs a batch; a refusal is an expected answer, anything else is a bug. */
function attempt(snapshot: Snapshot, batch: readonly CommandCall[]) {
  try {
    return runCommands(snapshot, batch, ctx)
  } catch (error) {
    if (error instanceof DomainError) return null
    throw error
  }
}

function expectSound(snapshot: Snapshot): void {
  const has = (entity: EntityName, key: string) => find(snapshot, entity, key) !== undefined
  for (const entity of entityNames)
    for (const record of snapshot.tables[entity].values()) {
      expect(faultsOf(entity, record, has)).toEqual([])
      expect(entitySchemas[entity].safeParse(record)).toMatchObject({ success: true, data: record })
    }
  const places = Array.from(snapshot.tables.node.values(), ({ areaId, closeness, slot }) => `${areaId} ${closeness ?? 'contributing'} ${slot}`)
  expect(new Set(places).size).toBe(places.length)
}

describe('any commands', () => {
  test('CH40: leave every record fit for its schema and its rules, and no two nodes in one place', () => {
    fc.assert(
      fc.property(batches, (given) => {
        const snapshot = start()
        for (const batch of given) attempt(snapshot, batch)
        expectSound(snapshot)
      }),
      { numRuns: runs(400) },
    )
  })

  test('CH40: a refused batch leaves every byte as it was', () => {
    fc.assert(
      fc.property(batches, (given) => {
        const snapshot = start()
        for (const batch of given) {
          const before = textOf(snapshot)
          if (attempt(snapshot, batch) === null) expect(textOf(snapshot)).toBe(before)
        }
      }),
      { numRuns: runs(300) },
    )
  })

  test('CH41: the changes lead from the network before to the network after, on any copy of it', () => {
    fc.assert(
      fc.property(batches, (given) => {
        const [snapshot, copy] = [start(), start()]
        for (const batch of given) applyChanges(copy, attempt(snapshot, batch) ?? [])
        expect(textOf(copy)).toBe(textOf(snapshot))
      }),
      { numRuns: runs(300) },
    )
  })

  test('CH42: undone one after the other, last first, they lead back to the first byte', () => {
    fc.assert(
      fc.property(batches, (given) => {
        const snapshot = start()
        const done = given.flatMap((batch) => {
          const changes = attempt(snapshot, batch)
          return changes ? [changes] : []
        })
        for (const changes of done.reverse()) applyChanges(snapshot, decideUndo(snapshot, changes, now))
        expect(textOf(snapshot)).toBe(textOf(start()))
      }),
      { numRuns: runs(300) },
    )
  })

  test('CH43: an undo out of order is refused, or leaves a sound network; it never breaks one', () => {
    let undone = 0
    fc.assert(
      fc.property(batches, fc.nat(), (given, pick) => {
        const snapshot = start()
        const done = given.flatMap((batch) => {
          const changes = attempt(snapshot, batch)
          return changes && changes.length > 0 ? [changes] : []
        })
        const one = done[pick % Math.max(1, done.length)]
        if (!one) return
        const before = textOf(snapshot)
        try {
          applyChanges(snapshot, decideUndo(snapshot, one, now))
          undone += 1
          expectSound(snapshot)
        } catch (error) {
          if (!(error instanceof DomainError)) throw error
          expect(textOf(snapshot)).toBe(before)
        }
      }),
      { numRuns: runs(800) },
    )
    expect(undone).toBeGreaterThan(100)
  })

  test('CH8: the indexes equal those of a fresh copy after any commands and refusals', () => {
    fc.assert(
      fc.property(batches, (given) => {
        const snapshot = start()
        for (const { from, field } of references) countReferring(snapshot, from, field, 'x')
        for (const { id: key } of snapshot.tables.keyResult.values()) latestCheckIn(snapshot, key)
        for (const batch of given) {
          attempt(snapshot, batch)
          for (const { id: key } of snapshot.tables.keyResult.values()) latestCheckIn(snapshot, key)
        }
        const fresh = fork(snapshot)
        for (const { id: key } of snapshot.tables.keyResult.values()) expect(latestCheckIn(snapshot, key)?.at).toBe(latestCheckIn(fresh, key)?.at)
        for (const { from, field, to } of references)
          for (const { id: key } of snapshot.tables[to].values()) {
            expect(referring(snapshot, from, field, key)).toEqual(referring(fresh, from, field, key))
            expect(countReferring(snapshot, from, field, key)).toBe(countReferring(fresh, from, field, key))
          }
      }),
      { numRuns: runs(200) },
    )
  })
})

test('CH21: every reference of a record is in the table of references', () => {
  const idFields = entityNames.flatMap((entity) =>
    Object.keys(entitySchemas[entity].shape)
      .filter((field) => /.(Id|Ids)$/.test(field))
      .map((field) => `${entity}.${field}`),
  )
  expect([...new Set(references.map(({ from, field }) => `${from}.${field}`))].sort()).toEqual(idFields.sort())
  expect(referencesFrom('checkIn')).toHaveLength(2)
  expect(makeSnapshot({}).tables.checkIn.size).toBe(0)
})
