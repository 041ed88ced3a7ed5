import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reverseAll } from '../../../lib/domain/change.ts'
import { entitySchemas, type StructurePlan, structurePlanSchema } from '../../../lib/domain/entity.ts'
import { entityNames } from '../../../lib/domain/ids.ts'
import { planChanges } from '../../../lib/domain/review/plan.ts'
import { faultsOf } from '../../../lib/domain/rules.ts'
import { applyChanges, find, fork, listOf, type Snapshot } from '../../../lib/domain/snapshot.ts'
import { decideUndo } from '../../../lib/domain/undo.ts'
import { promiseStates, tiers } from '../../../lib/domain/vocabulary.ts'
import { runs } from '../../property-runs.ts'
import { sketch, textOf } from '../sketch.ts'

const [nodes, objectives] = [5, 8]
const at = '2027-01-20T09:00:00Z'
const node = fc.nat(nodes - 1).map((number) => `n${number}`)

/** A few nodes on two rings, with everything that can hang on them. */
const anyNetwork: fc.Arbitrary<Snapshot> = fc
  .record({
    homes: fc.array(node, { minLength: objectives, maxLength: objectives }),
    exchanges: fc.array(
      fc.tuple(node, node).filter(([from, to]) => from !== to),
      { minLength: 2, maxLength: 8 },
    ),
    needs: fc.array(
      fc.record({
        from: fc.nat(objectives - 1),
        to: fc.nat(objectives - 1),
        asks: fc.constantFrom('result', 'node', 'both'),
        of: node,
        state: fc.constantFrom(...promiseStates),
      }),
      { minLength: 2, maxLength: 8 },
    ),
    parts: fc.array(fc.record({ nodeId: node, personId: fc.constantFrom('p0', 'p1'), tier: fc.constantFrom(...tiers) }), { maxLength: 8 }),
    talk: fc.array(fc.tuple(fc.constantFrom('node', 'exchange', 'objective'), node, fc.nat(7)), { maxLength: 6 }),
  })
  .map(({ homes, exchanges, needs, parts, talk }) => {
    const subject = (kind: string, nodeId: string, number: number) => ({
      subject: kind,
      subjectId: kind === 'node' ? nodeId : kind === 'exchange' ? `x${number % exchanges.length}` : `o${number}`,
    })
    return sketch({
      area: [{ id: 'a0' }, { id: 'a1' }],
      node: Array.from({ length: nodes }, (_, number) => ({
        id: `n${number}`,
        areaId: `a${number % 2}`,
        slot: Math.floor(number / 2),
        activities: [`does ${number % 3}`],
      })),
      person: [{ id: 'p0' }, { id: 'p1' }],
      participation: parts.map((part, number) => ({ id: `part${number}`, ...part })),
      exchange: exchanges.map(([fromNodeId, toNodeId], number) => ({ id: `x${number}`, fromNodeId, toNodeId })),
      exchangeCheck: exchanges.map((_, number) => ({ id: `look${number}`, exchangeId: `x${number}` })),
      cycle: [{ id: 'q' }],
      objective: homes.map((nodeId, number) => ({ id: `o${number}`, nodeId, cycleId: 'q' })),
      keyResult: homes.map((_, number) => ({ id: `k${number}`, objectiveId: `o${number}` })),
      checkIn: homes.map((_, number) => ({ id: `c${number}`, keyResultId: `k${number}`, at })),
      dependency: needs
        .filter(({ from, to }) => from !== to)
        .map(({ from, to, asks, of, state }, number) => ({
          id: `d${number}`,
          consumerKeyResultId: `k${to}`,
          supplierKeyResultId: asks === 'node' ? null : `k${from}`,
          supplierNodeId: asks === 'node' ? of : asks === 'both' ? (homes[from] ?? null) : null,
          state,
        })),
      comment: talk.map(([kind, nodeId, number], place) => ({ id: `t${place}`, ...subject(kind, nodeId, number), at })),
      source: talk.flatMap(([kind, nodeId, number], place) => (kind === 'objective' ? [] : [{ id: `s${place}`, ...subject(kind, nodeId, number) }])),
    })
  })

/** A plan that fits: its choices are made among what the network holds. */
function planIn(snapshot: Snapshot, kind: 'add' | 'merge' | 'split' | 'retire' | 'end', picks: readonly number[]): StructurePlan {
  const pick = (place: number) => picks[place % picks.length] ?? 0
  const [first, second, third] = [pick(0) % nodes, (pick(0) + 1 + (pick(1) % (nodes - 1))) % nodes, pick(2)]
  const nodeId = `n${first}`
  if (kind === 'add') return parse({ kind, areaId: `a${third % 2}`, name: 'New' })
  if (kind === 'merge') return parse({ kind, nodeIds: [nodeId], intoId: `n${second}` })
  if (kind === 'retire') return parse({ kind, nodeId, heirId: `n${second}` })
  if (kind === 'end') return parse({ kind: 'retire', nodeId })
  const share = <T extends { readonly id: string }>(held: readonly T[], part: number) =>
    held.filter((_, place) => pick(place + 3) % 3 === part).map(({ id }) => id)
  const on = (record: object) => ['nodeId', 'fromNodeId', 'toNodeId'].some((field) => Reflect.get(record, field) === nodeId)
  const [o, x, p] = [listOf(snapshot, 'objective').filter(on), listOf(snapshot, 'exchange').filter(on), listOf(snapshot, 'participation').filter(on)]
  const part = (number: number) => ({ objectiveIds: share(o, number), exchangeIds: share(x, number), participationIds: share(p, number) })
  return parse({
    kind,
    nodeId,
    parts: [
      { name: 'One', areaId: third % 2 === 0 ? null : 'a0' },
      { name: 'Two', ...part(1) },
      { name: 'Three', areaId: 'a1', ...part(2) },
    ],
  })
}

function parse(plan: unknown): StructurePlan {
  return structurePlanSchema.parse(plan)
}

const kinds = ['add', 'merge', 'split', 'retire', 'end'] as const
const given = fc.tuple(anyNetwork, fc.constantFrom(...kinds), fc.array(fc.nat(1_000), { minLength: 4, maxLength: 24 }))
const newIds = { nodeIds: ['new-1', 'new-2'] }

function done(before: Snapshot, plan: StructurePlan) {
  const changes = planChanges(before, plan, newIds)
  const after = fork(before)
  applyChanges(after, changes)
  return { changes, after }
}

describe('any plan', () => {
  test('RV20: its reverse and its undo lead back to the first byte, and each record changes once', () => {
    fc.assert(
      fc.property(given, ([before, kind, picks]) => {
        const { changes, after } = done(before, planIn(before, kind, picks))
        expect(new Set(changes.map(({ entity, id }) => `${entity} ${id}`)).size).toBe(changes.length)
        const undone = fork(after)
        applyChanges(undone, decideUndo(after, changes, { direction: 'undo', now: at }))
        applyChanges(after, reverseAll(changes))
        expect([textOf(after), textOf(undone)]).toEqual([textOf(before), textOf(before)])
      }),
      { numRuns: runs(300) },
    )
  })

  test('RV20: leaves a sound network: no reference leads nowhere, no two nodes share a place', () => {
    fc.assert(
      fc.property(given, ([before, kind, picks]) => {
        const { after } = done(before, planIn(before, kind, picks))
        for (const entity of entityNames)
          for (const record of after.tables[entity].values()) {
            expect(faultsOf(entity, record, (to, id) => find(after, to, id) !== undefined)).toEqual([])
            expect(entitySchemas[entity].safeParse(record).success).toBe(true)
          }
        const places = [...after.tables.node.values()].map(({ areaId, closeness, slot }) => `${areaId} ${closeness} ${slot}`)
        expect(new Set(places).size).toBe(places.length)
      }),
      { numRuns: runs(300) },
    )
  })

  const homes = new Set(['nodeId', 'fromNodeId', 'toNodeId', 'supplierNodeId', 'subjectId'])
  const carried = ['objective', 'keyResult', 'dependency', 'promiseMove', 'checkIn', 'goal', 'person'] as const
  /** Every record of the kinds that a plan may move and not lose, without where it lives. */
  function contentOf(snapshot: Snapshot): string[] {
    return carried.flatMap((entity) =>
      listOf(snapshot, entity).map((each) => JSON.stringify([entity, ...Object.entries(each).filter(([field]) => !homes.has(field))])),
    )
  }

  test('RV30, RV34, RV41: merged, split or retired with an heir, every objective, key result, need and check-in is there exactly once, as it was', () => {
    fc.assert(
      fc.property(given, ([before, kind, picks]) => {
        fc.pre(kind !== 'end')
        const { after } = done(before, planIn(before, kind, picks))
        expect(contentOf(after)).toEqual(contentOf(before))
        expect(listOf(after, 'comment').filter(({ subject }) => subject !== 'exchange')).toHaveLength(
          listOf(before, 'comment').filter(({ subject }) => subject !== 'exchange').length,
        )
      }),
      { numRuns: runs(300) },
    )
  })

  test('RV31: merged, exactly the exchanges between the two nodes end', () => {
    fc.assert(
      fc.property(anyNetwork, fc.array(fc.nat(1_000), { minLength: 4, maxLength: 8 }), (before, picks) => {
        const plan = planIn(before, 'merge', picks)
        if (plan.kind !== 'merge') return
        const pair = new Set<string>([...plan.nodeIds, plan.intoId])
        const kept = listOf(before, 'exchange').filter(({ fromNodeId, toNodeId }) => !(pair.has(fromNodeId) && pair.has(toNodeId)))
        const { after } = done(before, plan)
        expect(listOf(after, 'exchange').map(({ id }) => id)).toEqual(kept.map(({ id }) => id))
        expect(listOf(after, 'exchangeCheck').map(({ exchangeId }) => exchangeId)).toEqual(kept.map(({ id }) => id))
      }),
      { numRuns: runs(200) },
    )
  })

  test('RV43: the order of the records in the network does not matter', () => {
    fc.assert(
      fc.property(given, ([before, kind, picks]) => {
        const turned = fork(before)
        for (const table of Object.values(turned.tables)) {
          const held = [...table.entries()].toReversed()
          table.clear()
          for (const [id, record] of held) Reflect.apply(table.set, table, [id, record])
        }
        const plan = planIn(before, kind, picks)
        expect(textOf(done(turned, plan).after)).toBe(textOf(done(before, plan).after))
      }),
      { numRuns: runs(150) },
    )
  })
})
