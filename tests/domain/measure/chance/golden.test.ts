import { describe, expect, test } from 'vitest'
import { krNetworkReport } from '../../../../lib/domain/measure/chance/report.ts'
import { goldenAnswer, goldenNetwork } from '../../sketch.ts'

const forbidden = ['chanceHardNaiveWRONG', 'chanceSoftOnePassApprox']
const ofNodes = ['contributionCounterfactual', 'contributionShapley']

/** Guaranteed by the fixture and the report: an object. */
function castObject(value: unknown): Record<string, unknown> {
  return value as Record<string, unknown>
}

const answers = castObject(goldenAnswer('krNetwork'))
const report = castObject(krNetworkReport(goldenNetwork(), { cycleId: 'cycle_q', deadlineWeeks: 24 }))

/** The answers name nodes by a short name, the document by an id. */
function withNodeIds(key: string, value: unknown): unknown {
  if (key === 'nodesWithKRs' && Array.isArray(value)) return value.map((id) => `node_${id}`)
  if (!ofNodes.includes(key)) return value
  return Object.fromEntries(Object.entries(castObject(value)).map(([id, each]) => [`node_${id}`, each]))
}

function expectSame(found: unknown, wanted: unknown, path: string): void {
  if (typeof wanted === 'number') {
    expect(typeof found, path).toBe('number')
    expect(Math.abs(Number(found) - wanted), path).toBeLessThanOrEqual(1e-9)
  } else if (typeof wanted === 'object' && wanted !== null) {
    expect(Object.keys(castObject(found)).sort(), path).toEqual(Object.keys(wanted).sort())
    for (const [key, each] of Object.entries(wanted)) expectSame(castObject(found)[key], each, `${path}.${key}`)
  } else expect(found, path).toBe(wanted)
}

describe('the worked example', () => {
  test('CN90: the keys of the report are those of the answers, without the forbidden ones', () => {
    expect(Object.keys(report).sort()).toEqual(
      Object.keys(answers)
        .filter((key) => !forbidden.includes(key))
        .sort(),
    )
  })

  test.each(Object.keys(answers).filter((key) => !forbidden.includes(key)))('%s, value by value', (key) => {
    expectSame(report[key], withNodeIds(key, answers[key]), key)
  })

  test('CN11: the product step by step, which counts shared suppliers twice, is not what is returned', () => {
    expect(castObject(report['chanceHardExact'])['K7']).not.toBeCloseTo(Number(castObject(answers['chanceHardNaiveWRONG'])['K7']), 2)
    expect(castObject(report['chanceHardExact'])['K2']).not.toBeCloseTo(Number(castObject(answers['chanceHardNaiveWRONG'])['K2']), 2)
  })

  test('CN21: the approximation in one pass over marginals is not what is returned', () => {
    expect(castObject(report['chanceSoftExact'])['K7']).not.toBeCloseTo(Number(castObject(answers['chanceSoftOnePassApprox'])['K7']), 2)
  })

  test('CN90: without a deadline there is no chance by it', () => {
    expect(Object.keys(castObject(krNetworkReport(goldenNetwork(), { cycleId: 'cycle_q' })['pert']))).not.toContain('chanceBy24WeeksNormal')
  })
})
