import { describe, expect, test } from 'vitest'
import { structurePlanSchema } from '../../../lib/domain/entity.ts'
import { measuresOf } from '../../../lib/domain/review/measures.ts'
import { previewPlan } from '../../../lib/domain/review/preview.ts'
import { makeSnapshot } from '../../../lib/domain/snapshot.ts'
import { sketch, textOf } from '../sketch.ts'
import { network, run } from './kit.ts'

const merge = structurePlanSchema.parse({ kind: 'merge', nodeIds: ['care'], intoId: 'growth' })

describe('measures', () => {
  test('RV60-RV62: are counts, the busiest node with its share of all links', () => {
    expect(measuresOf(network())).toEqual({
      nodes: 3,
      exchanges: 3,
      objectives: 4,
      crossNodeNeeds: 2,
      busiest: { nodeId: 'care', name: 'Care', load: 4, of: 5 },
    })
  })

  test('RV61: needs that ended, stay inside a node or ask nobody are not between nodes', () => {
    const given = { objective: 'q', consumer: 'k' }
    const needs = (state: string, supplierNodeId: string) =>
      sketch({
        area: [{ id: 'a' }],
        node: [
          { id: 'n', areaId: 'a' },
          { id: 'm', areaId: 'a', slot: 1 },
        ],
        cycle: [{ id: given.objective }],
        objective: [{ id: 'o', nodeId: 'n', cycleId: given.objective }],
        keyResult: [{ id: given.consumer, objectiveId: 'o' }],
        dependency: [{ id: 'd', consumerKeyResultId: given.consumer, supplierNodeId, state }],
      })
    expect(measuresOf(needs('declined', 'm')).crossNodeNeeds).toBe(1)
    for (const state of ['withdrawn', 'cancelled']) expect(measuresOf(needs(state, 'm')).crossNodeNeeds).toBe(0)
    expect(measuresOf(needs('promised', 'n'))).toMatchObject({ crossNodeNeeds: 0, busiest: null })
  })

  test('RV62: of equally busy nodes the first is named; where nothing goes between nodes nobody is', () => {
    expect(measuresOf(makeSnapshot({})).busiest).toBeNull()
    const even = network()
    even.tables.dependency.clear()
    expect(measuresOf(even).busiest).toEqual({ nodeId: 'care', name: 'Care', load: 2, of: 3 })
  })
})

describe('preview', () => {
  test('RV60, RV63: says what would differ, and changes nothing', () => {
    const snapshot = network()
    const { comparison, before, after, carried, promises } = previewPlan(snapshot, merge)
    expect(textOf(snapshot)).toBe(textOf(network()))
    expect([before.nodes, after.nodes, before.exchanges, after.exchanges, before.objectives, after.objectives]).toEqual([3, 2, 3, 2, 4, 4])
    expect(after.busiest).toEqual({ nodeId: 'growth', name: 'Growth', load: 3, of: 3 })
    expect(comparison.byRecord.get('node:care')).toMatchObject({ kind: 'removed', name: 'Care' })
    expect(comparison.byRecord.get('objective:o-care')).toMatchObject({ kind: 'changed' })
    expect([carried.total, promises.map(({ id }) => id)]).toEqual([2, ['promised', 'asked']])
  })

  test('RV63: is what accepting does then', () => {
    const snapshot = network()
    const preview = previewPlan(snapshot, merge)
    run(snapshot, null, 'node.merge', { nodeIds: ['care'], intoId: 'growth', carry: true })
    expect(textOf(preview.snapshot)).toBe(textOf(snapshot))
  })

  test('RV63: a plan that does not fit has no preview', () => {
    const snapshot = network()
    run(snapshot, null, 'node.delete', { id: 'care', carry: true })
    expect(() => previewPlan(snapshot, merge)).toThrow('There is no node “care”')
  })
})
