import { describe, expect, test } from 'vitest'
import type { StructurePlan } from '../../../lib/domain/entity.ts'
import { effectOf, effectSentences } from '../../../lib/domain/review/effect.ts'
import { planChanges } from '../../../lib/domain/review/plan.ts'
import { applyChanges, find, fork, get, listOf, referring, type Snapshot } from '../../../lib/domain/snapshot.ts'
import { summarise } from '../../../lib/domain/summary.ts'
import { network, refusal, refused, run } from './kit.ts'

function planned(before: Snapshot, given: unknown, nodeIds: readonly string[] = []) {
  const plan = given as StructurePlan
  const changes = planChanges(before, plan, { nodeIds })
  const after = fork(before)
  applyChanges(after, changes)
  return { plan, changes, after }
}

const merge = { kind: 'merge', nodeIds: ['care'], intoId: 'growth', name: null }
const ids = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id)

describe('merge', () => {
  test('RV30: all that refers to the node that goes refers to the other one', () => {
    const { after } = planned(network(), merge)
    expect(find(after, 'node', 'care')).toBeUndefined()
    expect(ids(referring(after, 'objective', 'nodeId', 'growth'))).toEqual(['o-care', 'o-care-2', 'o-growth'])
    expect(get(after, 'dependency', 'asked').supplierNodeId).toBe('growth')
    expect(get(after, 'dependency', 'promised')).toMatchObject({ supplierNodeId: 'growth', supplierKeyResultId: 'k-care', state: 'promised' })
    expect(get(after, 'exchange', 'care-brand')).toMatchObject({ fromNodeId: 'growth', toNodeId: 'brand' })
    expect(get(after, 'comment', 'about-care').subjectId).toBe('growth')
    expect(get(after, 'source', 'of-care').subjectId).toBe('growth')
    expect(after.tables.checkIn.size).toBe(1)
  })

  test('RV31: an exchange between them ends with what hangs on it; equal ones with others are kept apart', () => {
    const before = network({ exchangeCheck: [{ id: 'look', exchangeId: 'care-growth' }] })
    run(before, null, 'exchange.create', {
      id: 'twin',
      fromNodeId: 'growth',
      toNodeId: 'brand',
      deliverable: 'Stories',
      kind: 'tangible',
    })
    const { after } = planned(before, merge)
    expect(ids(listOf(after, 'exchange'))).toEqual(['care-brand', 'brand-growth', 'twin'])
    expect([find(after, 'comment', 'about-leads'), find(after, 'exchangeCheck', 'look')]).toEqual([undefined, undefined])
  })

  test('RV32: a participation that is there already is not made twice', () => {
    const { after } = planned(network(), merge)
    expect(ids(referring(after, 'participation', 'nodeId', 'growth'))).toEqual(['ana-care', 'ana-growth', 'red-growth'])
  })

  test('RV32: other dates or another tier are another participation', () => {
    const before = network()
    run(before, null, 'participation.update', { id: 'red-care', set: { until: '2027-03-01' } })
    expect(ids(referring(planned(before, merge).after, 'participation', 'nodeId', 'growth'))).toContain('red-care')
  })

  test('RV33: the node that stays keeps its own and says what it took over', () => {
    const { after } = planned(network(), merge)
    expect(get(after, 'node', 'growth')).toMatchObject({
      name: 'Growth',
      areaId: 'customer',
      slot: 1,
      activities: ['Support', 'Campaigns', 'Onboarding'],
      description: 'Took over “Care”: Keeps customers happy.',
    })
    const renamed = planned(network(), { ...merge, nodeIds: ['brand', 'growth'], intoId: 'care', name: ' Revenue ' })
    expect(get(renamed.after, 'node', 'care')).toMatchObject({
      name: 'Revenue',
      description: 'Keeps customers happy.\n\nTook over “Brand”.\n\nTook over “Growth”.',
    })
  })

  test('RV33: the place of the node that goes is free', () => {
    const { after } = planned(network(), merge)
    run(after, null, 'node.create', { id: 'new', areaId: 'customer', name: 'New' })
    expect(get(after, 'node', 'new').slot).toBe(0)
  })

  test('RV21: what does not fit is refused, each misfit with its field', () => {
    const misfits = (input: object) => refused(network(), null, 'node.merge', { nodeIds: ['care'], intoId: 'growth', ...input })
    expect(misfits({ intoId: 'gone' })).toEqual(['PLAN_UNFIT', 'plan.intoId'])
    expect(misfits({ nodeIds: ['gone', 'care', 'care'] })).toEqual(['PLAN_UNFIT', 'plan.nodeIds[0]', 'plan.nodeIds[2]'])
    expect(misfits({ nodeIds: ['growth'] })).toEqual(['PLAN_UNFIT', 'plan.nodeIds[0]'])
    const full = network()
    run(full, null, 'node.update', {
      id: 'growth',
      set: { activities: Array.from({ length: 99 }, (_, at) => `a${at}`), description: 'x'.repeat(9_990) },
    })
    expect(refused(full, null, 'node.merge', { nodeIds: ['care'], intoId: 'growth' })).toEqual(['PLAN_UNFIT', 'plan.nodeIds', 'plan.nodeIds'])
  })

  test('RV35-RV36: what goes and which promises are touched is told first', () => {
    const error = refusal(network(), null, 'node.merge', { nodeIds: ['care'], intoId: 'growth' })
    expect(error.code).toBe('DELETE_CARRIES_OTHERS')
    expect(error.message).toBe(
      'Merge “Care” into “Growth”. Gone with it: 1 exchange and 1 comment. ' +
        'Stays as it was settled, with another node on one side: “Stories” (promised), “Leads” (asked). Confirm with carry=true; it can be undone.',
    )
    const before = network()
    run(before, null, 'node.merge', { nodeIds: ['care'], intoId: 'growth', carry: true })
    expect([get(before, 'dependency', 'promised').state, get(before, 'dependency', 'asked').state]).toEqual(['promised', 'requested'])
  })

  test('RV35: where nothing goes and no promise is touched, nothing has to be confirmed', () => {
    const before = network()
    run(before, null, 'node.create', { id: 'new', areaId: 'customer', name: 'New' })
    run(before, null, 'node.merge', { nodeIds: ['new'], intoId: 'growth' })
    expect(find(before, 'node', 'new')).toBeUndefined()
  })

  test('RV58: the log says what was merged into what', () => {
    const { after, changes } = planned(network(), merge)
    expect(summarise(after, changes)).toBe('Merged “Care” into “Growth”')
  })
})

describe('retire', () => {
  test('RV34: with an heir all that lives on it goes there, and its own words end', () => {
    const { after } = planned(network(), { kind: 'retire', nodeId: 'care', heirId: 'brand' })
    expect(ids(referring(after, 'objective', 'nodeId', 'brand'))).toEqual(['o-care', 'o-care-2', 'o-brand'])
    expect(get(after, 'exchange', 'care-growth').fromNodeId).toBe('brand')
    expect(find(after, 'exchange', 'care-brand')).toBeUndefined()
    expect(get(after, 'dependency', 'asked').supplierNodeId).toBe('brand')
    expect(get(after, 'comment', 'about-care').subjectId).toBe('brand')
    expect(get(after, 'node', 'brand')).toMatchObject({ description: null, activities: [] })
  })

  test('RV34-RV36: without an heir what hangs on it goes along, named first', () => {
    const before = network()
    const { plan, changes } = planned(before, { kind: 'retire', nodeId: 'care', heirId: null })
    expect(effectSentences(effectOf(before, plan, changes))).toEqual([
      'Gone with it: 2 participations, 2 exchanges, 2 objectives, 2 key results, 2 needs, 1 check-in, 2 comments and 1 source.',
      'In force and gone with it: “Stories” (promised), “Leads” (asked).',
    ])
    expect(refused(before, null, 'node.retire', { nodeId: 'care' })).toEqual(['DELETE_CARRIES_OTHERS'])
    run(before, null, 'node.retire', { nodeId: 'care', carry: true })
    expect([before.tables.node.size, before.tables.objective.size, before.tables.dependency.size]).toEqual([2, 2, 0])
  })

  test('RV36: a need that stays without what stood behind it is named as such', () => {
    const before = network()
    run(before, null, 'objective.update', { id: 'o-care', set: { nodeId: 'brand' } })
    run(before, null, 'objective.update', { id: 'o-care-2', set: { nodeId: 'growth' } })
    run(before, null, 'dependency.create', {
      id: 'other',
      consumerKeyResultId: 'k-growth',
      supplierKeyResultId: 'k-brand',
      supplierNodeId: 'growth',
      what: 'Trust',
      strength: 1,
      state: 'promised',
    })
    const { plan, changes } = planned(before, { kind: 'retire', nodeId: 'brand', heirId: null })
    expect(effectOf(before, plan, changes).promises.map(({ id, becomes }) => [id, becomes])).toContainEqual(['other', 'loosened'])
  })

  test('RV21: an heir that is not there, and a node as its own heir, do not fit', () => {
    expect(refused(network(), null, 'node.retire', { nodeId: 'care', heirId: 'care' })).toEqual(['PLAN_UNFIT', 'plan.heirId'])
    expect(refused(network(), null, 'node.retire', { nodeId: 'care', heirId: 'gone' })).toEqual(['PLAN_UNFIT', 'plan.heirId'])
    expect(refused(network(), null, 'node.retire', { nodeId: 'gone' })).toEqual(['PLAN_UNFIT', 'plan.nodeId'])
  })
})

test('RV57: who may change every node and record may do it at once', () => {
  const input = { nodeIds: ['care'], intoId: 'growth', carry: true }
  const named = { ...input, nodeIds: ['growth'], intoId: 'care' }
  run(network(), 'eve', 'node.merge', input)
  run(network(), 'ana', 'node.merge', named)
  for (const person of ['ben', 'flo', 'vic']) expect(refused(network(), person, 'node.merge', input)).toEqual(['FORBIDDEN'])
  expect(refused(network(), 'ana', 'node.merge', { ...input, intoId: 'brand' })).toEqual(['FORBIDDEN'])
})

test('RV57: a lead comes to the node that stays only by its leads', () => {
  expect(refused(network(), 'ana', 'node.merge', { nodeIds: ['care'], intoId: 'growth', carry: true })).toEqual(['FORBIDDEN'])
})
