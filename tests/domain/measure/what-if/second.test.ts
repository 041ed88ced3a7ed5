import { describe, expect, test } from 'vitest'
import { finish } from '../../../../lib/domain/measure/step.ts'
import { suppose } from '../../../../lib/domain/measure/what-if/apply.ts'
import { compareWhatIf } from '../../../../lib/domain/measure/what-if/compare.ts'
import { comparisonSentences } from '../../../../lib/domain/measure/what-if/compare-sentence.ts'
import { type WhatIfEdit, whatIfEditsSchema } from '../../../../lib/domain/measure/what-if/edit.ts'
import { lossSteps } from '../../../../lib/domain/measure/what-if/losses.ts'
import { joinChance } from '../../../../lib/domain/measure/what-if/second.ts'
import { sentenceText } from '../../../../lib/domain/plan/sentence.ts'
import type { Snapshot } from '../../../../lib/domain/snapshot.ts'
import { runs } from '../../../property-runs.ts'
import { goldenNetwork, needsNetwork } from '../../sketch.ts'
import { type Drawn, dice, drawGraph } from '../chance/chance-sketch.ts'

const today = '2027-02-20'

function second(dependencyId: string, supplierKeyResultId: string): WhatIfEdit {
  return { kind: 'second', dependencyId, supplierKeyResultId }
}

function answered(before: Snapshot, edits: readonly WhatIfEdit[], goal: string, cycleId = 'q') {
  const { snapshot, goneNodeIds, seconds, unfit } = suppose(before, whatIfEditsSchema.parse(edits), today)
  const options = { goneNodeIds, seconds, cycleId, today }
  return {
    comparison: compareWhatIf(before, snapshot, { ...options, goalIds: [goal] }),
    losses: finish(lossSteps(before, snapshot, { ...options, edits })),
    unfit,
  }
}

/** Need by number, and the key result that may meet it as well. */
type Also = readonly [need: number, from: number]

/** The chances by the definition: a need is missed where all that may meet it are; every state of all key results is summed up. */
function byDefinition({ own, needs }: Drawn, also: readonly Also[]): number[] {
  const chances = own.map(() => 0)
  for (let state = 0; state < 2 ** own.length; state += 1) {
    const isMet = (at: number) => (state & (1 << at)) !== 0
    const isMissed = (need: number, from: number) => !isMet(from) && also.every(([of, other]) => of !== need || !isMet(other))
    const probability = own.reduce((product, chance, at) => {
      const given = needs.reduce((rest, [from, to, strength], need) => (to === at && isMissed(need, from) ? rest * (1 - strength) : rest), chance)
      return product * (isMet(at) ? given : 1 - given)
    }, 1)
    for (const at of own.keys()) if (isMet(at)) chances[at] = (chances[at] ?? 0) + probability
  }
  return chances
}

function networkOf({ own, needs }: Drawn): Snapshot {
  return needsNetwork(
    Object.fromEntries(own.map((confidence, at) => [`k${at}`, { confidence }])),
    needs.map(([from, to, strength]) => ({ supplier: `k${from}`, consumer: `k${to}`, strength })),
  )
}

describe('a need with a second supplier', () => {
  test('CN110: every chance is the sum over every state in which either will do, and none is less than before', () => {
    let grown = 0
    for (let seed = 1; seed <= runs(80); seed += 1) {
      const drawn = drawGraph(seed, 7)
      const next = dice(seed + 1_000)
      const also = drawn.needs.flatMap(([from, to], need): Also[] => {
        const other = Math.floor(next() * to)
        return other !== from && next() < 0.5 ? [[need, other]] : []
      })
      const three = also.slice(0, 3)
      const goal = `k${drawn.own.length - 1}`
      const { comparison, losses, unfit } = answered(
        networkOf(drawn),
        three.map(([need, other]) => second(`d${need + 1}`, `k${other}`)),
        goal,
      )
      const [before, after] = [byDefinition(drawn, []), byDefinition(drawn, three)]
      expect(unfit).toEqual([])
      expect(comparison.goals[0]?.chance.after?.value, `seed ${seed}`).toBeCloseTo(after.at(-1) ?? -1, 9)
      const told = new Map(losses.chances.map((each) => [each.keyResultId, each.after?.value]))
      for (const [at, chance] of after.entries()) {
        expect(told.get(`k${at}`) ?? before[at], `seed ${seed}, k${at}`).toBeCloseTo(chance, 8)
        expect(chance).toBeGreaterThanOrEqual((before[at] ?? 0) - 1e-12)
        if (chance > (before[at] ?? 0) + 1e-9) grown += 1
      }
    }
    expect(grown).toBeGreaterThan(20)
  })

  test('CN110: two second suppliers of one need are three suppliers, of which any will do', () => {
    const drawn: Drawn = { own: [0.5, 0.4, 0.3, 0.9], needs: [[0, 3, 0.8]] }
    const { comparison } = answered(networkOf(drawn), [second('d1', 'k1'), second('d1', 'k2')], 'k3')
    expect(comparison.goals[0]?.chance.after?.value).toBeCloseTo(0.9 * (1 - 0.8 * 0.5 * 0.6 * 0.7), 12)
  })

  test('CN110: a sure second source lifts the goal that one need more would lower', () => {
    const risky = needsNetwork({ part: { confidence: 0.8 }, sure: { confidence: 0.95 }, goal: { confidence: 0.9 } }, [
      { supplier: 'part', consumer: 'goal', what: 'Steel' },
    ])
    const [lift] = comparisonSentences(risky, answered(risky, [second('d1', 'sure')], 'goal').comparison)
    expect(sentenceText(lift ?? [])).toBe('The chance of “goal” would be 89 in 100 instead of 72 in 100.')
    const more: WhatIfEdit[] = [
      { kind: 'add', consumerKeyResultId: 'goal', supplierKeyResultId: 'sure', supplierNodeId: null, strength: 1, what: 'Steel' },
    ]
    expect(answered(risky, more, 'goal').comparison.goals[0]?.chance.after?.value).toBeCloseTo(0.72 * 0.95, 12)
  })

  test('CN110: without the first supplier it goes on with the second, also where the first was a node without a key result', () => {
    const asked = needsNetwork(
      { sure: { confidence: 0.5 }, goal: { confidence: 0.8 } },
      [{ supplier: null, supplierNodeId: 'n3', consumer: 'goal' }],
      { node: [{ id: 'n3', areaId: 'area' }] },
    )
    const chance = (...edits: WhatIfEdit[]) => answered(asked, edits, 'goal').comparison.goals[0]?.chance.after
    expect(chance(second('d1', 'sure'))).toMatchObject({ value: null, low: 0.4, high: 0.8 })
    expect(chance(second('d1', 'sure'), { kind: 'without', entity: 'node', id: 'n3' })?.value).toBeCloseTo(0.4, 12)
  })

  test('CN111: unknown on a ring, a range where a confidence is missing, and errors no smaller than those of the parts', () => {
    const known = { value: 0.5, low: 0.5, high: 0.5, standardError: 0.01 }
    expect(joinChance(known, null, known)).toBeNull()
    expect(joinChance(known, { ...known, value: null, low: 0 }, { ...known, value: null, low: 0, high: 0.25 })).toEqual({
      value: null,
      low: 0.5,
      high: 0.75,
      standardError: 0.03,
    })
    // trials that differ by chance take nothing away
    expect(joinChance(known, { ...known, low: 0.4 }, { ...known, low: 0.41 })?.low).toBe(0.5)
    expect(
      joinChance({ ...known, standardError: null }, { ...known, standardError: null }, { ...known, standardError: null })?.standardError,
    ).toBeNull()
  })

  test('CN111: the earlier end counts; one that nobody has estimated is not hoped for', () => {
    const weeks = (of: number) => ({ estimateWeeks: { optimistic: of, likely: of, pessimistic: of } })
    const network = needsNetwork({ slow: weeks(9), quick: weeks(2), silent: {}, goal: weeks(1) }, [{ supplier: 'slow', consumer: 'goal' }])
    const end = (other: string) => answered(network, [second('d1', other)], 'goal').comparison.goals[0]?.finish.after.weeks
    expect([end('quick'), end('silent')]).toEqual([3, 10])
  })

  test('CN112: what the cycle needs no more, of another cycle, keeps its chance and its end', () => {
    const weeks = { estimateWeeks: { optimistic: 2, likely: 2, pessimistic: 2 } }
    const before = needsNetwork(
      { P: { cycle: 'c0', confidence: 0.5, ...weeks }, Q: { confidence: 0.7, ...weeks }, G: { confidence: 0.9, ...weeks } },
      [{ supplier: 'P', consumer: 'G' }],
      { cycle: [{ id: 'q' }, { id: 'c0' }] },
    )
    for (const edits of [[second('d1', 'Q')], [{ kind: 'drop', dependencyId: 'd1' } as const]]) {
      const { comparison, losses } = answered(before, edits, 'P')
      const told = comparisonSentences(before, comparison).map((each) => sentenceText(each))
      expect(told).toContain('The chance of “P” stays at 50 in 100.')
      expect(told.filter((each) => /longest chain/.test(each))).toEqual([])
      expect(losses.chances.map(({ keyResultId }) => keyResultId)).toEqual(['G'])
    }
    const { comparison } = answered(before, [second('d1', 'Q')], 'G')
    expect(comparison.goals[0]?.chance.after?.value).toBeCloseTo(0.9 * (1 - 0.5 * 0.3), 12)
  })

  test('CN112: what only a new need reaches in another cycle has its chance with either supplier', () => {
    const before = needsNetwork({ P: { cycle: 'c0', confidence: 0.5 }, Q: { confidence: 0.8 }, G: { confidence: 0.9 } }, [], {
      cycle: [{ id: 'q' }, { id: 'c0' }],
    })
    const need = { kind: 'add', consumerKeyResultId: 'G', supplierKeyResultId: 'P', supplierNodeId: null, strength: 1, what: 'x' } as const
    const { comparison } = answered(before, [need, second('what-if_1', 'Q')], 'P')
    expect(comparison.goals[0]?.chance).toMatchObject({ before: null, after: { value: 0.5 } })
  })

  test('CN106, CN110: what waits for whom it is to help would wait for itself, and is left out', () => {
    // K2 needs K1, K1 needs K5, and K7 needs K2
    const { unfit, seconds } = suppose(goldenNetwork(), [second('d7', 'K2'), second('d7', 'K7'), second('d7', 'K3')], today)
    expect([unfit, seconds]).toEqual([[0, 1], [{ dependencyId: 'd7', supplierKeyResultId: 'K3' }]])
  })

  test('CN106, CN110: what is gone, itself, its present supplier, and a fourth one are left out and told of', () => {
    const edits = [second('d1', 'K9'), second('gone', 'K1'), second('d9', 'K7'), second('d9', 'K2'), second('d9', 'gone')]
    const { unfit } = suppose(goldenNetwork(), [...edits, second('d9', 'K6'), second('d5', 'K4'), second('d11', 'K6')], today)
    expect(unfit).toEqual([0, 1, 2, 3, 4])
    const more = suppose(goldenNetwork(), [second('d9', 'K6'), second('d5', 'K4'), second('d11', 'K6'), second('d1', 'K8')], today)
    expect([more.unfit, more.seconds.length, more.changes]).toEqual([[3], 3, []])
  })
})
