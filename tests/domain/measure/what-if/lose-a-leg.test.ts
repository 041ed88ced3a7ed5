import { describe, expect, test } from 'vitest'
import { supplyGraph } from '../../../../lib/domain/measure/chance/supply.ts'
import { goalMeasures } from '../../../../lib/domain/measure/contribution/goal-measures.ts'
import { finish } from '../../../../lib/domain/measure/step.ts'
import { suppose } from '../../../../lib/domain/measure/what-if/apply.ts'
import { compareWhatIf } from '../../../../lib/domain/measure/what-if/compare.ts'
import { comparisonSentences } from '../../../../lib/domain/measure/what-if/compare-sentence.ts'
import type { WhatIfEdit } from '../../../../lib/domain/measure/what-if/edit.ts'
import { lossSteps } from '../../../../lib/domain/measure/what-if/losses.ts'
import { sentenceText } from '../../../../lib/domain/plan/sentence.ts'
import type { Snapshot } from '../../../../lib/domain/snapshot.ts'
import { runs } from '../../../property-runs.ts'
import { needsNetwork, type SketchedKeyResult, type SketchedNeed } from '../../sketch.ts'
import { dice } from '../chance/chance-sketch.ts'

const today = '2027-02-20'

function withoutNode(before: Snapshot, nodeId: string, goal: string) {
  const edits: WhatIfEdit[] = [{ kind: 'without', entity: 'node', id: nodeId }]
  const { snapshot, goneNodeIds } = suppose(before, edits, today)
  const options = { goneNodeIds, cycleId: 'q', today }
  return {
    comparison: compareWhatIf(before, snapshot, { ...options, goalIds: [goal] }),
    losses: finish(lossSteps(before, snapshot, { ...options, edits })),
  }
}

const done = { metric: { kind: 'boolean', current: 1 } }

/** A random network of key results, some without a confidence, some done, and of needs, some on a node that has no key result for them. */
function drawn(seed: number): { readonly snapshot: Snapshot; readonly goal: string; readonly nodes: readonly string[] } {
  const next = dice(seed)
  const [size, nodes] = [2 + Math.floor(next() * 6), 2 + Math.floor(next() * 3)]
  const nodeOf = () => `n${Math.floor(next() * nodes)}`
  const results = Array.from({ length: size }, (_, at): [string, SketchedKeyResult] => [
    `k${at}`,
    { node: nodeOf(), confidence: next() < 0.15 ? null : [0, 0.4, 0.8, 1][Math.floor(next() * 4)], ...(next() < 0.15 ? done : {}) },
  ])
  const needs = Array.from({ length: Math.floor(next() * size * 2) }, (): SketchedNeed => {
    const to = 1 + Math.floor(next() * (size - 1))
    const strength = [0.3, 0.7, 1][Math.floor(next() * 3)]
    return next() < 0.4
      ? { supplier: null, supplierNodeId: nodeOf(), consumer: `k${to}`, strength }
      : { supplier: `k${Math.floor(next() * to)}`, consumer: `k${to}`, strength }
  })
  const free = Array.from({ length: nodes }, (_, at) => ({ id: `n${at}`, areaId: 'area' }))
  const used = new Set(results.map(([, { node }]) => node))
  const snapshot = needsNetwork(Object.fromEntries(results), needs, { node: free.filter(({ id }) => !used.has(id)) })
  return { snapshot, goal: `k${size - 1}`, nodes: free.map(({ id }) => id) }
}

describe('a node that is gone and was asked for something that no key result of it stands for', () => {
  const early = needsNetwork(
    { goal: { confidence: 0.8, node: 'n1' }, part: { confidence: 0.9, node: 'n2' } },
    [
      { supplier: 'part', consumer: 'goal' },
      { supplier: null, supplierNodeId: 'n3', consumer: 'goal' },
    ],
    { node: [{ id: 'n3', areaId: 'area' }] },
  )

  test('CN104, WI11: what cannot do without it stops, and the goal with it', () => {
    const { comparison, losses } = withoutNode(early, 'n3', 'goal')
    expect(losses.stoppedIds).toEqual(['goal'])
    expect(comparison.goals[0]?.chance.after).toMatchObject({ value: 0, low: 0, high: 0 })
    const [chance] = comparisonSentences(early, comparison)
    expect(sentenceText(chance ?? [])).toBe('The chance of “goal” would be 0 in 100 instead of between 0 and 72 in 100.')
  })

  test('CN104: what it only helps with goes on with what is left', () => {
    const leaning = needsNetwork({ goal: { confidence: 0.8 } }, [{ supplier: null, supplierNodeId: 'n3', consumer: 'goal', strength: 0.25 }], {
      node: [{ id: 'n3', areaId: 'area' }],
    })
    const { comparison, losses } = withoutNode(leaning, 'n3', 'goal')
    expect(comparison.goals[0]?.chance.after?.value).toBeCloseTo(0.6, 12)
    expect(losses).toMatchObject({ stoppedIds: [], chances: [{ keyResultId: 'goal' }] })
  })

  test('CN104, CN51: what the goal loses is what the analysis says that rests on the node, on random networks', () => {
    let stubs = 0
    for (let seed = 1; seed <= runs(120); seed += 1) {
      const { snapshot, goal, nodes } = drawn(seed)
      const supply = supplyGraph(snapshot, 'q')
      stubs += supply.own.length - supply.keyResults
      const measures = goalMeasures(supply, supply.graph.vertexById.get(goal) ?? 0, nodes)
      for (const [at, nodeId] of nodes.entries()) {
        const { before, after } = withoutNode(snapshot, nodeId, goal).comparison.goals[0]?.chance ?? {}
        const rests = measures?.nodes[at]?.counterfactual
        expect((before?.low ?? 0) - (after?.low ?? 0), `seed ${seed}, without ${nodeId}, at worst`).toBeCloseTo(rests?.low ?? -1, 9)
        expect((before?.high ?? 0) - (after?.high ?? 0), `seed ${seed}, without ${nodeId}, at best`).toBeCloseTo(rests?.high ?? -1, 9)
      }
    }
    expect(stubs).toBeGreaterThan(50)
  })
})

describe('what a node has brought, and what it still owes', () => {
  const network = needsNetwork(
    { made: { confidence: 0.5, node: 'n2', ...done }, more: { confidence: 0.8, node: 'n2' }, goal: { confidence: 0.9, node: 'n1' } },
    [
      { supplier: 'made', consumer: 'goal', state: 'accepted' },
      { supplier: 'more', consumer: 'goal', strength: 0.5, state: 'promised' },
      { supplier: null, supplierNodeId: 'n2', consumer: 'goal', strength: 0.5, state: 'promised' },
      { supplier: 'more', consumer: 'goal', strength: 0.1, state: 'requested' },
    ],
  )

  test('CN8, WI11: what is done does not stop with its node, and the goal keeps it', () => {
    const { comparison, losses } = withoutNode(network, 'n2', 'goal')
    expect(losses.stoppedIds).toEqual(['more'])
    expect(comparison.goals[0]?.chance.after?.value).toBeCloseTo(0.9 * 0.5 * 0.5 * 0.9, 12)
  })

  test('CN104, CN107: what a node that is gone has promised is promised no more, what it has brought is', () => {
    const { comparison } = withoutNode(network, 'n2', 'goal')
    expect([comparison.promises.before, comparison.promises.after]).toMatchObject([
      { promised: 3, refused: 0, total: 4 },
      { promised: 1, refused: 2, total: 4 },
    ])
    expect(comparisonSentences(network, comparison).map((sentence) => sentenceText(sentence))).toContain(
      '1 of 4 needs would be promised instead of 3 of 4.',
    )
  })

  test('CN101: what is reached can be supposed not to be, and is as likely then as is supposed', () => {
    const chances = [0, 0.5, 1].map((confidence) => {
      const { snapshot } = suppose(network, [{ kind: 'confidence', keyResultId: 'made', confidence }], today)
      const { goals, statuses } = compareWhatIf(network, snapshot, { goalIds: ['made'], cycleId: 'q', today })
      return [goals[0]?.chance.after?.value, statuses.map(({ before, after }) => [before.includes('done'), after.includes('done')])]
    })
    expect(chances).toEqual([
      [0, [[true, false]]],
      [0.5, [[true, false]]],
      [1, []],
    ])
  })
})
