import { describe, expect, test } from 'vitest'
import { hardChance, weakestLink } from '../../../../lib/domain/measure/chance/hard.ts'
import { softChances } from '../../../../lib/domain/measure/chance/soft.ts'
import { supplyGraph } from '../../../../lib/domain/measure/chance/supply.ts'
import { unknownBehind } from '../../../../lib/domain/measure/chance/unknown.ts'
import { goalMeasures } from '../../../../lib/domain/measure/contribution/goal-measures.ts'
import { lossesIfMissed } from '../../../../lib/domain/measure/figure/losses.ts'
import { inTenSeconds } from '../../../../lib/domain/measure/figure/ten-seconds.ts'
import { overlayOf } from '../../../../lib/domain/measure/overlay/overlay.ts'
import { compareWhatIf } from '../../../../lib/domain/measure/what-if/compare.ts'
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

describe('what is told of what is reached', () => {
  const weeks = (of: number) => ({ estimateWeeks: { optimistic: of, likely: of, pessimistic: of } })
  const goal = { goal: [{ id: 'g', keyResultId: 'goal' }] }
  const saidOf = (network: ReturnType<typeof measured>) =>
    Object.fromEntries((network.results.said ?? []).map(({ key, sentence }) => [key, sentenceText(sentence)]))

  test('CN8, IN16: a refusal behind a reached result, or of a reached goal, is none', () => {
    const refused = (part: object, last: object) =>
      sentenceText(
        inTenSeconds(
          measured(
            needsNetwork(
              { base: { confidence: 0.5 }, part: { confidence: 0.5, ...part }, goal: { confidence: 0.9, ...last } },
              [
                { supplier: 'base', consumer: 'part', state: 'declined', what: 'Money' },
                { supplier: 'part', consumer: 'goal' },
              ],
              goal,
            ),
          ).looked,
        ),
      )
    expect(refused({}, {})).toContain('“Money” of node_base, on which it depends completely, was declined.')
    expect(refused(done, {})).not.toContain('declined')
    expect(refused({}, done)).toBe('“goal” is reached.')
  })

  test('CN8, CN75: takes no more time: nothing is said of dates where all is reached, else what is left', () => {
    const line = (part: object, last: object) =>
      measured(
        needsNetwork(
          { part: { ...weeks(9), ...part }, goal: { ...weeks(9), ...last } },
          [
            { supplier: 'part', consumer: 'goal' },
            { supplier: null, supplierNodeId: 'node_part', consumer: 'part', state: 'accepted' },
          ],
          goal,
        ),
      )
    const all = line(done, done)
    expect(all.results.dates).toBeNull()
    expect([told(all, 'chain'), saidOf(all)['chain'], saidOf(all)['order']]).toEqual([null, undefined, undefined])
    const rest = line(done, {})
    expect(rest.results.dates).toMatchObject({ atBestWeeks: 9, atWorstWeeks: 9, chanceInTime: { value: 1 } })
    expect(rest.results.krNetwork).toMatchObject({ pert: { finishWeeks: 9, criticalChain: ['goal'] } })
    // what was done last was not waited for: whoever gives to it may still take its weeks, side by side with the goal
    expect(line({}, done).results.dates).toMatchObject({ atBestWeeks: 9, atWorstWeeks: null })
  })

  test('CN75, CN107: a what-if reckons the longest chain in the same way', () => {
    const network = needsNetwork({ base: weeks(9), part: { ...weeks(9), ...done }, goal: weeks(4) }, [
      { supplier: 'base', consumer: 'part' },
      { supplier: 'part', consumer: 'goal' },
      { supplier: null, supplierNodeId: 'node_base', consumer: 'part' },
    ])
    const { goals } = compareWhatIf(network, network, { goalIds: ['goal'], cycleId: 'q', today: '2027-02-10' })
    expect(goals[0]?.finish.before).toEqual({ weeks: 4, atLeast: 4 })
  })

  test('CN75: without an estimate of anything that is still to do there are no dates', () => {
    const network = measured(needsNetwork({ part: { ...weeks(9), ...done }, goal: {} }, [{ supplier: 'part', consumer: 'goal' }], goal))
    expect(network.results.dates).toBeNull()
  })

  test('IN9: estimates are counted of what is still to do, and what is reached beside it', () => {
    const network = needsNetwork(
      { old: done, part: weeks(4), goal: weeks(5) },
      [
        { supplier: 'old', consumer: 'part' },
        { supplier: 'part', consumer: 'goal' },
      ],
      goal,
    )
    expect(told(measured(network), 'chain')).toMatchObject({ value: '9 weeks', count: '2 of 2 results estimated, 1 reached' })
  })

  /** `base` → `part` → `goal`, and `base` → `other`. */
  const fan = (reached: readonly string[]) =>
    measured(
      needsNetwork(
        Object.fromEntries(['base', 'part', 'goal', 'other'].map((id) => [id, { confidence: 0.5, ...(reached.includes(id) ? done : {}) }])),
        [
          { supplier: 'base', consumer: 'part' },
          { supplier: 'part', consumer: 'goal' },
          { supplier: 'base', consumer: 'other' },
        ],
        goal,
      ),
    )

  test('CN8, OR26, IN6: who is reached, or waits only through what is reached, feels nothing', () => {
    expect(saidOf(fan([]))['slip']).toMatch(/^If “base” slips, 3 results feel it/)
    expect(saidOf(fan(['part']))['slip']).toBeUndefined()
    expect(saidOf(fan(['goal', 'part', 'other']))['slip']).toBeUndefined()
    expect(told(fan(['other']), 'slip:base')?.reading).toMatch(/^If “base” slips, 2 results feel it/)
  })

  test('CN8, IN22: who waits is counted of those that are not reached; how many need it stays as it is drawn', () => {
    expect(told(fan([]), 'needed:base')).toMatchObject({ value: '3 results' })
    expect(told(fan(['part']), 'needed:base')).toMatchObject({
      value: '1 result',
      reading: '1 result waits for “base”, directly or through others.',
    })
    expect(fan(['part']).looked.numbers?.neededByCount).toEqual({ base: 3, part: 1, goal: 0, other: 0 })
    const drawn = overlayOf(fan(['part']).looked, 'needed')
    expect([drawn?.keyResults.get('base')?.value, drawn?.nodes.get('node_base')?.value, drawn?.nodes.get('node_part')?.value]).toEqual([
      '1',
      '1',
      '0',
    ])
    expect(told(fan(['base']), 'needed:base')).toMatchObject({ value: '0 results', reading: '“base” is reached; nobody waits for it any more.' })
  })
})
