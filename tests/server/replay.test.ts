import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeSnapshot } from '../../lib/contract/decode-snapshot.ts'
import type { SnapshotBody } from '../../lib/contract/snapshot-columns.ts'
import { type CommandCall, call } from '../../lib/domain/command/call.ts'
import { DomainError } from '../../lib/domain/error.ts'
import { applyChanges, makeSnapshot } from '../../lib/domain/snapshot.ts'
import type { CommitContext, Store } from '../../lib/server/store.ts'
import { runs } from '../property-runs.ts'
import { describeOnEachDatabase } from './describe-on-each-database.ts'
import { commit, planNetwork } from './network-kit.ts'
import { recordsOf } from './records.ts'

type Act = readonly CommandCall[] | 'undo' | 'redo'

const place = fc.integer({ min: 0, max: 5 })
const name = fc.constantFrom('One', 'Two', 'Three')

const oneCall: fc.Arbitrary<CommandCall> = fc.oneof(
  fc.tuple(place, name).map(([at, text]) => call('area.create', { id: `area-${at}`, name: text })),
  fc.tuple(place, place, name).map(([at, area, text]) => call('node.create', { id: `node-${at}`, areaId: `area-${area}`, name: text })),
  fc
    .tuple(place, place, name)
    .map(([at, node, text]) => call('objective.create', { id: `obj-${at}`, nodeId: `node-${node}`, cycleId: 'cycle', title: text })),
  fc.tuple(place, place, name).map(([at, objective, text]) =>
    call('keyResult.create', {
      id: `kr-${at}`,
      objectiveId: `obj-${objective}`,
      title: text,
      metric: { kind: 'increase', baseline: 0, target: 10 },
    }),
  ),
  fc.tuple(place, place, place).map(([at, from, to]) =>
    call('dependency.create', {
      id: `dep-${at}`,
      consumerKeyResultId: `kr-${from}`,
      supplierKeyResultId: `kr-${to}`,
      what: 'it',
      strength: 1,
      state: 'requested',
    }),
  ),
  fc
    .tuple(place, place, place)
    .map(([at, keyResult, value]) => call('checkIn.create', { id: `chk-${at}-${keyResult}`, keyResultId: `kr-${keyResult}`, value })),
  fc.tuple(place, name).map(([at, text]) => call('node.update', { id: `node-${at}`, set: { name: text } })),
  fc.tuple(place, place).map(([at, area]) => call('node.update', { id: `node-${at}`, set: { areaId: `area-${area}` } })),
  fc.tuple(place, place).map(([at, target]) => call('keyResult.update', { id: `kr-${at}`, set: { metric: { target } } })),
  fc.tuple(fc.constantFrom('area', 'node', 'objective', 'keyResult', 'dependency'), place).map(
    ([entity, at]): CommandCall => ({
      name: `${entity}.delete` as CommandCall['name'],
      input: { id: `${{ area: 'area', node: 'node', objective: 'obj', keyResult: 'kr', dependency: 'dep' }[entity]}-${at}`, carry: true },
    }),
  ),
)

const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.array(oneCall, { minLength: 1, maxLength: 2 }) },
    { weight: 2, arbitrary: fc.constant<Act>('undo') },
    { weight: 1, arbitrary: fc.constant<Act>('redo') },
  ),
  { minLength: 5, maxLength: 30, size: 'max' },
)

/** What the acts work on: three of each of their kinds, one below the other. */
const ground: readonly CommandCall[] = [0, 1, 2].flatMap((at) => [
  call('area.create', { id: `area-${at}`, name: 'Zero' }),
  call('node.create', { id: `node-${at}`, areaId: `area-${at}`, name: 'Zero' }),
  call('objective.create', { id: `obj-${at}`, nodeId: `node-${at}`, cycleId: 'cycle', title: 'Zero' }),
  call('keyResult.create', { id: `kr-${at}`, objectiveId: `obj-${at}`, title: 'Zero', metric: { kind: 'increase', baseline: 0, target: 1 } }),
])

/** Does it; a refusal is fine, a bug is not. @returns whether it went through */
async function attempt(store: Store, ctx: CommitContext, act: Act): Promise<boolean> {
  try {
    if (act === 'undo') await store.undo(ctx)
    else if (act === 'redo') await store.redo(ctx)
    else await commit(store, ctx, act)
    return true
  } catch (error) {
    if (error instanceof DomainError) return false
    throw error
  }
}

async function replayed(store: Store, networkId: string) {
  const snapshot = makeSnapshot({})
  const sets = await store.changesSince(networkId, 0, 1_000)
  if (sets === 'reset') throw new Error('the history is too long to replay')
  for (const { changes } of sets) applyChanges(snapshot, changes)
  return snapshot
}

describeOnEachDatabase('the change log', ({ store, restart, dialect }) => {
  test('replayed from nothing gives the snapshot, and so do the tables and the body', async () => {
    let through = 0
    await fc.assert(
      fc.asyncProperty(acts, async (list) => {
        const ctx = await planNetwork(store())
        await commit(store(), ctx, ground)
        for (const act of list) {
          if (await attempt(store(), ctx, act)) through += 1
          if (act === 'undo') await store().body(ctx.networkId)
        }
        const inMemory = recordsOf(await store().read(ctx.networkId))
        expect(recordsOf(await replayed(store(), ctx.networkId))).toEqual(inMemory)
        const { json } = await store().body(ctx.networkId)
        expect(recordsOf(decodeSnapshot(JSON.parse(new TextDecoder().decode(json)) as SnapshotBody))).toEqual(inMemory)
        expect(recordsOf(await (await restart()).read(ctx.networkId))).toEqual(inMemory)
      }),
      { numRuns: runs(dialect === 'sqlite' ? 60 : 15), seed: 20_270_111 },
    )
    expect(through).toBeGreaterThan(dialect === 'sqlite' ? 200 : 50)
  })
})
