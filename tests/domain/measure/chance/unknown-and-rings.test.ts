import { describe, expect, test } from 'vitest'
import { chanceInWords } from '../../../../lib/domain/measure/chance/chance-words.ts'
import { goalKeyResultId, goalsInReach } from '../../../../lib/domain/measure/chance/goal.ts'
import { reachSets } from '../../../../lib/domain/measure/chance/reach-sets.ts'
import { krNetworkReport } from '../../../../lib/domain/measure/chance/report.ts'
import { softChances } from '../../../../lib/domain/measure/chance/soft.ts'
import { supplyGraph } from '../../../../lib/domain/measure/chance/supply.ts'
import { goalMeasures } from '../../../../lib/domain/measure/contribution/goal-measures.ts'
import { toldInHundred } from '../../../../lib/domain/measure/report/said.ts'
import { needGraph } from '../../../../lib/domain/plan/graph.ts'
import { downstreamOf, upstreamOf } from '../../../../lib/domain/plan/reach.ts'
import { runs } from '../../../property-runs.ts'
import { goldenAnswer, goldenNetwork, needsNetwork, sketch } from '../../sketch.ts'
import { dice, supplyOf } from './chance-sketch.ts'

const d13 = { id: 'd13', supplierKeyResultId: 'K7', consumerKeyResultId: 'K10', what: '', strength: 0.5, state: 'requested' }

/** Guaranteed by the report: an object. */
function castObject(value: unknown): Record<string, unknown> {
  return value as Record<string, unknown>
}

describe('the graph', () => {
  test('CN1-CN4: key results of the cycle, a stub for each need on a node alone, nothing that has ended', () => {
    const snapshot = needsNetwork({ a: { confidence: 0.9 }, b: {} }, [
      { supplier: 'a', consumer: 'b' },
      { supplier: null, supplierNodeId: 'node_a', consumer: 'b' },
      { supplier: null, supplierNodeId: 'node_a', consumer: 'b', state: 'draft' },
      { supplier: null, supplierNodeId: 'node_a', consumer: 'b', state: 'cancelled' },
      { supplier: 'b', consumer: 'a', state: 'withdrawn' },
    ])
    const { graph, keyResults, known, nodeIds } = supplyGraph(snapshot, 'q')
    expect(keyResults).toBe(2)
    expect(graph.keyResultIds.length).toBe(4)
    expect(graph.needIds).toEqual(['d1', 'd2', 'd3'])
    expect([...known]).toEqual([1, 0, 0, 0])
    expect(nodeIds).toEqual(['node_a', 'node_b', 'node_a', 'node_a'])
    const report = castObject(krNetworkReport(snapshot, { cycleId: 'q' }))
    expect(report['level']).toEqual({ a: 0, b: 1 })
    expect(report['dependsOnAll']).toEqual({ a: [], b: ['a'] })
  })

  test('CN6: the goal is the first that the cycle reaches: of its own ones, then of those that they need', () => {
    const snapshot = needsNetwork({ a: { cycle: 'old' }, b: { cycle: 'old' }, c: {}, d: {} }, [{ supplier: 'b', consumer: 'c' }], {
      cycle: [{ id: 'q' }, { id: 'old', phase: 'closed' }],
      goal: ['a', 'b', 'd', 'c', 'd'].map((keyResultId, at) => ({ id: `g${at}`, keyResultId })),
    })
    expect(goalsInReach(snapshot, needGraph(snapshot, 'q'), 'q')).toEqual(['d', 'c', 'b'])
    expect(goalsInReach(snapshot, needGraph(snapshot, null), null)).toEqual(['a', 'b', 'd', 'c'])
    expect(krNetworkReport(snapshot, { cycleId: 'q' }).goal).toBe('d')
  })

  test('CN6: or what is named', () => {
    const snapshot = sketch({
      area: [{ id: 'area' }],
      node: [{ id: 'n', areaId: 'area' }],
      cycle: [{ id: 'q' }],
      objective: [{ id: 'o', nodeId: 'n', cycleId: 'q' }],
      keyResult: [
        { id: 'a', objectiveId: 'o' },
        { id: 'b', objectiveId: 'o' },
      ],
      goal: [{ id: 'vague' }, { id: 'clear', keyResultId: 'b' }, { id: 'other', keyResultId: 'a' }],
    })
    expect(krNetworkReport(snapshot, { cycleId: 'q' }).goal).toBe('b')
    expect(goalKeyResultId(snapshot, 'other')).toBe('a')
    expect(goalKeyResultId(snapshot, 'a')).toBe('a')
    expect(goalKeyResultId(snapshot, 'vague')).toBe(null)
    expect(() => goalKeyResultId(snapshot, 'nobody')).toThrow(/no goal and no key result/)
  })

  test('CN7: reach in both directions is that of a walk, on random graphs with rings', () => {
    for (let seed = 1; seed <= runs(150); seed += 1) {
      const next = dice(seed)
      const size = 2 + Math.floor(next() * 45)
      const needs = Array.from({ length: Math.floor(next() * size * 2) }, () => [Math.floor(next() * size), Math.floor(next() * size), 1] as const)
      const { graph } = supplyOf(
        Array.from({ length: size }, () => 1),
        needs.filter(([from, to]) => from !== to),
      )
      const sets = reachSets(graph)
      for (const [vertex, id] of graph.keyResultIds.entries()) {
        const found: string[] = []
        sets.eachSupplierOf(vertex, (supplier) => found.push(graph.keyResultIds[supplier] ?? ''))
        expect(found).toEqual(graph.keyResultIds.filter((each) => upstreamOf(graph, id).has(each)))
        for (const each of found) expect(downstreamOf(graph, each).has(id)).toBe(true)
      }
    }
  })
})

describe('what is unknown', () => {
  test('CN24: null, and the range with it at 0 and at 1; what does not depend on it stays known', () => {
    const { chances } = softChances(supplyOf([null, 0.8, 0.9], [[0, 1, 0.5]]))
    expect(chances).toEqual([
      { value: null, low: 0, high: 1, standardError: null },
      { value: null, low: expect.closeTo(0.4, 12), high: expect.closeTo(0.8, 12), standardError: null },
      { value: 0.9, low: 0.9, high: 0.9, standardError: null },
    ])
  })

  test('CN33: importance has a range; gain and loss of the unknown one lie from 0 to its slope', () => {
    const measures = goalMeasures(supplyOf([null, 0.8], [[0, 1, 0.5]]), 1, ['node0', 'node1'])
    expect(measures?.chance).toEqual({ value: null, low: expect.closeTo(0.4, 12), high: expect.closeTo(0.8, 12), standardError: null })
    expect(measures?.importance[0]?.birnbaum.value).toBeCloseTo(0.4, 12)
    expect(measures?.importance[0]?.gain).toEqual({ value: null, low: 0, high: expect.closeTo(0.4, 12), standardError: null })
    expect(measures?.importance[1]?.gain).toEqual({ value: null, low: expect.closeTo(0.1, 12), high: expect.closeTo(0.2, 12), standardError: null })
    expect(measures?.importance[1]?.criticality).toBe(null)
    expect(measures?.nodes[1]?.counterfactual).toMatchObject({ value: null, low: expect.closeTo(0.4, 12), high: expect.closeTo(0.8, 12) })
  })

  test('CN91: the report gives the ranges, and only where something is unknown', () => {
    const report = castObject(
      krNetworkReport(needsNetwork({ a: {}, b: { confidence: 0.8 }, c: { confidence: 0.5 } }, [{ supplier: 'a', consumer: 'b' }]), { cycleId: 'q' }),
    )
    expect(report['chanceSoftExact']).toEqual({ a: null, b: null, c: 0.5 })
    expect(castObject(report['ranges'])['chanceSoftExact']).toEqual({ a: [0, 1], b: [0, 0.8] })
    expect(castObject(report['ranges'])['chanceHardExact']).toEqual({ a: [0, 1], b: [0, 0.8] })
    expect(report['goal']).toBe(null)
    expect(report['gainIfCertain']).toEqual({ a: null, b: null, c: null })
    expect(report['vAll']).toBe(null)
    expect(Object.keys(report)).not.toContain('simulated')
  })

  test('CN91: in words what is not nothing is never 0, what is not certain never 100', () => {
    expect([0, 0.001, 0.254, 0.999, 1].map(toldInHundred)).toEqual(['0', 'less than 1', '25', 'more than 99', '100'])
    expect(chanceInWords({ value: null, low: 0.08, high: 0.31 })).toBe('between 8 and 31 in 100')
    expect(chanceInWords({ value: 0.254, low: 0.254, high: 0.254 })).toBe('25 in 100')
    expect(chanceInWords(null)).toBe('unknown')
    expect(chanceInWords({ value: null, low: 0, high: 0.004 })).toBe('less than 1 in 100')
    expect(chanceInWords({ value: null, low: 0.997, high: 1 })).toBe('more than 99 in 100')
    expect(chanceInWords({ value: null, low: 0, high: 1 })).toBe('between 0 and 100 in 100')
  })
})

describe('rings', () => {
  const report = castObject(krNetworkReport(goldenNetwork([d13]), { cycleId: 'cycle_q', deadlineWeeks: 24 }))

  test('CN5: on a ring there is no level, no soft chance, no date; reach and hard chance are there', () => {
    for (const key of ['level', 'chanceSoftExact', 'birnbaumToGoal', 'contributionShapley', 'pathWeightToGoal'])
      expect(new Set(Object.values(castObject(report[key])))).toEqual(new Set([null]))
    expect(report['hasCycle']).toBe(true)
    expect(castObject(report['neededByCount'])['K7']).toBe(9)
    expect(castObject(report['pert'])['finishWeeks']).toBe(null)
    expect(castObject(report['chanceHardExact'])['K10']).toBeCloseTo(0.1316818944, 9)
  })

  test('CN92: after the cheapest cut the numbers are those of the worked example', () => {
    expect(report['rings']).toEqual([
      { keyResultIds: ['K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'K7', 'K8', 'K9', 'K10'], cut: { needIds: ['d13'], isExact: true } },
    ])
    const after = castObject(report['afterCut'])
    expect(after['withoutDependencies']).toEqual(['d13'])
    expect(after['level']).toEqual(goldenAnswer('krNetwork', 'level'))
    expect(castObject(after['chanceSoftExact'])['K7']).toBeCloseTo(0.2542663704, 9)
    expect(castObject(after['pert'])['finishWeeks']).toBe(25)
  })

  test('CN35: a goal behind a ring has no chance; one before it does, and what lies behind means nothing for it', () => {
    const ringed = supplyOf(
      [0.9, 0.8, 0.7, 0.6],
      [
        [0, 1, 1],
        [1, 2, 1],
        [2, 1, 1],
        [2, 3, 1],
      ],
    )
    expect(goalMeasures(ringed, 3, [])).toBe(null)
    const first = goalMeasures(ringed, 0, [])
    expect(first?.chance.value).toBeCloseTo(0.9, 12)
    expect(first?.importance.map(({ birnbaum }) => birnbaum.value)).toEqual([1, 0, 0, 0])
  })
})

describe('networks with little in them', () => {
  test.each([
    ['no key result', needsNetwork({}, [])],
    ['one key result', needsNetwork({ a: { confidence: 0.4 } }, [])],
    ['two without a need', needsNetwork({ a: { confidence: 0.4 }, b: {} }, [])],
  ])('CN66: %s gives an answer without NaN', (_, snapshot) => {
    const report = krNetworkReport(snapshot, { cycleId: 'q', deadlineWeeks: 5 })
    expect(JSON.stringify(report, (_key, value) => (typeof value === 'number' && !Number.isFinite(value) ? 'NaN!' : value))).not.toContain('NaN!')
    expect(castObject(report.pert)['finishWeeks']).toBe(null)
    expect(report.writtenCommitmentCoverage).toBe(null)
  })
})
