import { describe, expect, test } from 'vitest'
import { finish } from '../../../../lib/domain/measure/step.ts'
import { suppose } from '../../../../lib/domain/measure/what-if/apply.ts'
import { type WhatIfEdit, whatIfEditsSchema } from '../../../../lib/domain/measure/what-if/edit.ts'
import { lossSteps } from '../../../../lib/domain/measure/what-if/losses.ts'
import type { Snapshot } from '../../../../lib/domain/snapshot.ts'
import { goldenNetwork, sketch } from '../../sketch.ts'

const today = '2027-02-20'
const network = goldenNetwork()

function lossesOf(...given: readonly unknown[]) {
  return lossesIn(network, given)
}

function lossesIn(before: Snapshot, given: readonly unknown[]) {
  const edits: readonly WhatIfEdit[] = whatIfEditsSchema.parse(given)
  const { snapshot, goneNodeIds } = suppose(before, edits, today)
  return finish(lossSteps(before, snapshot, { edits, goneNodeIds, cycleId: 'cycle_q', today }))
}

const without = (id: string) => ({ kind: 'without', entity: 'node', id })

describe('what a what-if would cost', () => {
  test('WI10: every key result with another chance is told with both, those that stay are not', () => {
    const { chances, stoppedIds } = lossesOf({ kind: 'confidence', keyResultId: 'K2', confidence: 1 })
    expect(chances.map(({ keyResultId }) => keyResultId)).toEqual(['K2', 'K7'])
    expect(chances[1]?.before?.value).toBeCloseTo(0.2542663704, 9)
    expect(chances[1]?.after?.value).toBeCloseTo(0.2542663704 / 0.8, 9)
    expect(stoppedIds).toEqual([])
  })

  test('WI11: what could be reached and cannot any more stops; who only leans on it goes on', () => {
    const { stoppedIds, chances } = lossesOf(without('node_innovation'))
    // K3 is of Innovation; K2 needs it wholly, K7 needs K2 wholly
    expect(stoppedIds.toSorted()).toEqual(['K2', 'K3', 'K7'])
    expect(chances.length).toBe(3)
    expect(lossesOf(without('node_talent')).stoppedIds).toEqual(['K9'])
  })

  test('WI12: the value network tells which ways are cut where a node is gone, and nothing where none is', () => {
    const { network: loss } = lossesOf(without('node_client'))
    expect(loss).toMatchObject({ pairsBefore: 42, pairsCut: 23 })
    expect(lossesOf({ kind: 'drop', dependencyId: 'd9' }).network).toBeNull()
  })

  test('WI11: what had no chance before does not stop, and what gets one is told', () => {
    const missed = suppose(network, whatIfEditsSchema.parse([{ kind: 'confidence', keyResultId: 'K2', confidence: 0 }]), today).snapshot
    const { stoppedIds, chances } = lossesIn(missed, [{ kind: 'confidence', keyResultId: 'K2', confidence: 1 }])
    expect(chances.map(({ keyResultId }) => keyResultId)).toEqual(['K2', 'K7'])
    expect(stoppedIds).toEqual([])
  })

  test('WI13: stand-ins are told for each node that is gone, in their order, and none of them is gone itself', () => {
    const shared = sketch({
      area: [{ id: 'a' }],
      node: ['build', 'sell', 'care'].map((id) => ({ id, areaId: 'a' })),
      person: [{ id: 'ana' }, { id: 'ben' }],
      participation: [
        ...['build', 'sell', 'care'].map((nodeId) => ({ id: `p_${nodeId}`, nodeId, personId: 'ana', tier: 'core' })),
        { id: 'p_lead', nodeId: 'build', personId: 'ben', tier: 'lead' },
      ],
    })
    const { standIns } = lossesIn(shared, [without('sell'), without('build')])
    expect(standIns.map(({ nodeId, nodes }) => [nodeId, nodes.map((each) => each.nodeId)])).toEqual([
      ['sell', ['care']],
      ['build', ['care']],
    ])
    const { absences } = lossesIn(shared, [{ kind: 'without', entity: 'person', id: 'ben' }])
    expect(absences).toMatchObject([{ kind: 'person', id: 'ben', nodes: [{ nodeId: 'build', losesLastLead: true, losesEverybody: false }] }])
    expect(lossesOf({ kind: 'drop', dependencyId: 'd9' })).toMatchObject({ standIns: [], absences: [] })
  })

  test('WI13: who is away is no reason why another node could stand in', () => {
    const alone = sketch({
      area: [{ id: 'a' }],
      node: ['build', 'sell'].map((id) => ({ id, areaId: 'a' })),
      person: [{ id: 'ana' }, { id: 'ben' }],
      participation: [
        { id: 'p_build', nodeId: 'build', personId: 'ana', tier: 'lead' },
        { id: 'p_sell', nodeId: 'sell', personId: 'ana', tier: 'core' },
        { id: 'p_ben', nodeId: 'sell', personId: 'ben', tier: 'core' },
      ],
    })
    const { standIns } = lossesIn(alone, [{ kind: 'without', entity: 'person', id: 'ana' }])
    expect(standIns.map(({ nodeId }) => nodeId)).toEqual(['build'])
    expect(standIns.flatMap(({ nodes }) => nodes)).toEqual([])
  })
})
