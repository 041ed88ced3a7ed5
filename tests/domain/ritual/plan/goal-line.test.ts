import { describe, expect, test } from 'vitest'
import { look } from '../../../../lib/domain/measure/figure/looked.ts'
import { sentenceText } from '../../../../lib/domain/plan/sentence.ts'
import { goalLine } from '../../../../lib/domain/ritual/plan/fit/goal-line.ts'
import type { Snapshot } from '../../../../lib/domain/snapshot.ts'
import { measured } from '../../measure/figure/measured.ts'
import { goldenNetwork, sketch } from '../../sketch.ts'

function line(snapshot: Snapshot): string | null {
  const sentence = goalLine(measured(snapshot).looked)
  return sentence && sentenceText(sentence)
}

const closing = { id: 'd13', supplierKeyResultId: 'K7', consumerKeyResultId: 'K10', what: '', strength: 0.5, state: 'requested' }

describe('the goal above the findings', () => {
  test('PL90: as drafted; with a ring before the cut and after it, with every cheapest way', () => {
    expect(line(goldenNetwork())).toBe('As drafted “Win 5 new clients” has a chance of 25 in 100.')
    // the cycle variant of the worked example: one smallest set, the need that closes the ring
    expect(line(goldenNetwork([closing]))).toMatch(
      /^Before: nobody can say how likely “Win 5 new clients” is, because it waits for results that wait for each other\. Dropping 1 need frees all \(“Win 5 new clients” → “.*”\)\. After that: 25 in 100\.$/,
    )
  })
  test('PL90: nothing where there is no goal, or nothing is measured yet', () => {
    expect(line(sketch({}))).toBeNull()
    expect(goalLine(look(measured(goldenNetwork()).input, {}))).toBeNull()
  })
})
