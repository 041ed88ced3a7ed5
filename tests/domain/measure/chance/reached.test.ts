import { describe, expect, test } from 'vitest'
import { hardChance, weakestLink } from '../../../../lib/domain/measure/chance/hard.ts'
import { softChances } from '../../../../lib/domain/measure/chance/soft.ts'
import { supplyGraph } from '../../../../lib/domain/measure/chance/supply.ts'
import { unknownBehind } from '../../../../lib/domain/measure/chance/unknown.ts'
import { goalMeasures } from '../../../../lib/domain/measure/contribution/goal-measures.ts'
import { lossesIfMissed } from '../../../../lib/domain/measure/figure/losses.ts'
import { overlayOf } from '../../../../lib/domain/measure/overlay/overlay.ts'
import { sentenceText } from '../../../../lib/domain/plan/sentence.ts'
import type { Snapshot } from '../../../../lib/domain/snapshot.ts'
import { needsNetwork } from '../../sketch.ts'
import { measured, told } from '../figure/measured.ts'

const done = { metric: { kind: 'boolean', current: 1 } }

/** `base` → `part` → `goal`, where `part` is done although its owner said 5 of 10 and `base` may still fail. */
function half(partly: Readonly<Record<string, unknown>> = done): Snapshot {
  return needsNetwork(
    { base: { confidence: 0.4 }, part: { confidence: 0.5, ...partly }, goal: { confidence: 0.9 }, other: { confidence: 0.8 } },
    [
      { supplier: 'base', consumer: 'part' },
      { supplier: 'part', consumer: 'goal', state: 'accepted' },
      { supplier: null, supplierNodeId: 'node_base', consumer: 'part' },
      { supplier: 'part', consumer: 'other' },
    ],
    { goal: [{ id: 'g', keyResultId: 'goal' }] },
  )
}

describe('what is reached', () => {
  const supply = supplyGraph(half(), 'q')
  const at = (id: string) => supply.graph.vertexById.get(id) ?? -1

  test('CN8: has chance 1 whatever its confidence and its needs, and so has nothing to do with those who need it', () => {
    const { chances } = softChances(supply)
    expect(chances[at('part')]).toMatchObject({ value: 1, low: 1, high: 1 })
    expect(chances[at('goal')]?.value).toBeCloseTo(0.9, 12)
    expect(hardChance(supply, at('goal'))).toMatchObject({ value: 0.9 })
    expect(weakestLink(supply, at('goal'))).toMatchObject({ value: 0.9 })
  })

  test('CN8: without it being done its confidence counts, and what it needs; a value to maintain is not reached by being in its band', () => {
    const maintained = { metric: { kind: 'maintain', lower: 0, upper: 10, current: 5 } }
    for (const open of [{ metric: { kind: 'boolean', current: 0 } }, maintained]) {
      const network = supplyGraph(half(open), 'q')
      const chance = softChances(network).chances[network.graph.vertexById.get('goal') ?? -1]
      expect(chance).toMatchObject({ value: null, low: 0 })
      expect(chance?.high).toBeCloseTo(0.4 * 0.5 * 0.9, 12)
    }
  })

  test('CN9: what nobody has said is not missing where it bears on nothing', () => {
    expect(unknownBehind(supply, at('goal'))).toEqual([])
    const open = supplyGraph(half({}), 'q')
    expect(unknownBehind(open, open.graph.vertexById.get('goal') ?? -1).map((vertex) => vertex >= open.keyResults)).toEqual([true])
  })

  test('CN8, CN52: rests on no node; the shares of the others sum to the chance', () => {
    const measures = goalMeasures(supply, at('goal'), ['node_base', 'node_part', 'node_goal'])
    expect(measures?.nodes.map(({ counterfactual, shapley }) => [counterfactual.value, shapley.value])).toEqual([
      [0, 0],
      [0, 0],
      [0.9, 0.9],
    ])
  })

  test('CN8: nobody is told to help it, or what its slipping would cost; others that are not reached still are', () => {
    const network = measured(half())
    expect(told(network, 'chance:goal')).toMatchObject({ value: '90 in 100' })
    expect([told(network, 'help:part'), told(network, 'slip:part')]).toEqual([null, null])
    expect([...lossesIfMissed(network.looked).keys()]).toEqual(['base', 'goal', 'other'])
    const slips = overlayOf(network.looked, 'slip')
    expect([...(slips?.keyResults.keys() ?? [])]).toEqual(['base', 'goal', 'other'])
    const said = (network.results.said ?? []).map(({ sentence }) => sentenceText(sentence))
    expect(said.filter((text) => /“part”.*(slips|certain)/.test(text))).toEqual([])
    expect(measured(half({})).results.said?.some(({ sentence }) => sentenceText(sentence).startsWith('If “base” slips'))).toBe(true)
  })

  test('CN8: a goal that is reached is called that', () => {
    const network = measured(needsNetwork({ goal: { ...done, confidence: 0.3 } }, [], { goal: [{ id: 'g', keyResultId: 'goal' }] }))
    expect(told(network, 'chance:goal')).toMatchObject({ value: '100 in 100', reading: '“goal” is reached.' })
    expect(network.results.krNetwork).toMatchObject({ vAll: 1, vNone: 1 })
  })
})
