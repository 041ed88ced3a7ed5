import { describe, expect, test } from 'vitest'
import type { CommandInputs } from '../../../lib/domain/command/call.ts'
import { find, get, referring } from '../../../lib/domain/snapshot.ts'
import { summarise } from '../../../lib/domain/summary.ts'
import { textOf } from '../sketch.ts'
import { network, refused, run } from './kit.ts'

const support = { name: 'Support', objectiveIds: ['o-care-2'], exchangeIds: ['care-brand'], participationIds: ['red-care'] }
const onboarding = { name: 'Onboarding', objectiveIds: ['o-care'] }

function input(parts: readonly object[], more: object = {}): CommandInputs['node.split'] {
  return { nodeId: 'care', nodeIds: ['new-1', 'new-2'].slice(0, parts.length - 1), carry: true, parts, ...more } as CommandInputs['node.split']
}

function split(parts: readonly object[]) {
  const snapshot = network()
  const changes = run(snapshot, null, 'node.split', input(parts))
  return { snapshot, changes }
}

describe('split', () => {
  test('RV40: the old node is the first part; others are new nodes of its kind', () => {
    const { snapshot } = split([{ name: 'Care desk' }, { name: 'Support' }])
    expect(get(snapshot, 'node', 'care')).toMatchObject({ name: 'Care desk', slot: 0, description: 'Keeps customers happy.' })
    expect(get(snapshot, 'node', 'new-1')).toMatchObject({ name: 'Support', areaId: 'customer', closeness: null, description: null, activities: [] })
    expect(referring(snapshot, 'objective', 'nodeId', 'care')).toHaveLength(2)
    expect(get(snapshot, 'comment', 'about-care').subjectId).toBe('care')
  })

  test('RV41: a part takes what it names, and a need follows the key result that it asks for', () => {
    const { snapshot } = split([{ name: 'Care' }, support, onboarding])
    expect(get(snapshot, 'objective', 'o-care-2').nodeId).toBe('new-1')
    expect(get(snapshot, 'objective', 'o-care').nodeId).toBe('new-2')
    expect(get(snapshot, 'exchange', 'care-brand').fromNodeId).toBe('new-1')
    expect(get(snapshot, 'exchange', 'care-growth').fromNodeId).toBe('care')
    expect(get(snapshot, 'participation', 'red-care').nodeId).toBe('new-1')
    expect(get(snapshot, 'dependency', 'promised').supplierNodeId).toBe('new-2')
    expect(get(snapshot, 'dependency', 'asked').supplierNodeId).toBe('care')
  })

  test('RV42: new nodes take the lowest free places of their rings, nobody else moves', () => {
    const { snapshot } = split([{ name: 'Care' }, support, { ...onboarding, areaId: 'image' }])
    expect(['care', 'growth', 'brand', 'new-1', 'new-2'].map((id) => [id, get(snapshot, 'node', id).slot])).toEqual([
      ['care', 0],
      ['growth', 1],
      ['brand', 0],
      ['new-1', 2],
      ['new-2', 1],
    ])
  })

  test('RV42: a first part that goes to another area takes a free place there', () => {
    const { snapshot } = split([{ name: 'Care', areaId: 'image' }, support])
    expect(get(snapshot, 'node', 'care')).toMatchObject({ areaId: 'image', slot: 1 })
    expect(find(snapshot, 'node', 'new-1')).toMatchObject({ areaId: 'customer', slot: 0 })
  })

  test('RV43: in which order a part names what it takes does not matter', () => {
    const both = { name: 'Both', objectiveIds: ['o-care', 'o-care-2'], exchangeIds: ['care-growth', 'care-brand'] }
    const turned = { name: 'Both', objectiveIds: both.objectiveIds.toReversed(), exchangeIds: both.exchangeIds.toReversed() }
    expect(textOf(split([{ name: 'Care' }, turned]).snapshot)).toBe(textOf(split([{ name: 'Care' }, both]).snapshot))
  })

  test('RV21: what does not fit is refused, each misfit with its field', () => {
    const misfits = (parts: readonly object[], more: object = {}) => refused(network(), null, 'node.split', input(parts, more))
    const care = { name: 'Care' }
    expect(misfits([care, support], { nodeId: 'gone' })).toEqual(['PLAN_UNFIT', 'plan.nodeId'])
    expect(misfits([care, { name: '  ' }])).toEqual(['PLAN_UNFIT', 'plan.parts[1].name'])
    expect(misfits([care, { name: 'Care ' }])).toEqual(['PLAN_UNFIT', 'plan.parts[1].name'])
    expect(misfits([care, { ...support, areaId: 'gone' }])).toEqual(['PLAN_UNFIT', 'plan.parts[1].areaId'])
    expect(misfits([care, { name: 'B', objectiveIds: ['o-brand'] }])).toEqual(['PLAN_UNFIT', 'plan.parts[1].objectiveIds[0]'])
    expect(misfits([care, { name: 'B', exchangeIds: ['brand-growth'] }])).toEqual(['PLAN_UNFIT', 'plan.parts[1].exchangeIds[0]'])
    expect(misfits([care, { name: 'B', participationIds: ['ana-growth'] }])).toEqual(['PLAN_UNFIT', 'plan.parts[1].participationIds[0]'])
    expect(misfits([care, support, { name: 'B', objectiveIds: ['o-care-2'] }])).toEqual(['PLAN_UNFIT', 'plan.parts[2].objectiveIds[0]'])
    expect(misfits([care, { name: 'B', objectiveIds: ['o-care', 'o-care'] }])).toEqual(['PLAN_UNFIT', 'plan.parts[1].objectiveIds[1]'])
  })

  test('RV22: it needs as many new ids as it makes nodes, none of them in use', () => {
    const ids = (nodeIds: readonly string[]) => refused(network(), null, 'node.split', input([{ name: 'Care' }, support, onboarding], { nodeIds }))
    expect(ids([])).toEqual(['PLAN_UNFIT', 'nodeIds'])
    expect(ids(['new-1'])).toEqual(['PLAN_UNFIT', 'nodeIds'])
    expect(ids(['new-1', 'brand'])).toEqual(['PLAN_UNFIT', 'nodeIds[1]'])
    expect(ids(['new-1', 'new-1'])).toEqual(['PLAN_UNFIT', 'nodeIds[1]'])
  })

  test('RV36: a promise that moves to a new node is told first', () => {
    expect(refused(network(), null, 'node.split', input([{ name: 'Care' }, onboarding], { carry: false }))).toEqual(['DELETE_CARRIES_OTHERS'])
  })

  test('RV57: who takes part in the node may split it, as far as the new node is theirs too', () => {
    const taking = { ...support, exchangeIds: [], participationIds: ['ana-care'] }
    run(network(), 'eve', 'node.split', input([{ name: 'Care' }, support]))
    expect(refused(network(), 'ben', 'node.split', input([{ name: 'Care' }, taking]))).toEqual(['FORBIDDEN'])
    expect(refused(network(), 'ana', 'node.split', input([{ name: 'Care' }, support]))).toEqual(['FORBIDDEN'])
  })

  test('RV58: the log says what was split off what', () => {
    const { snapshot, changes } = split([{ name: 'Care desk' }, support, onboarding])
    expect(summarise(snapshot, changes)).toBe('Split “Support”, “Onboarding” off “Care desk”')
  })
})
