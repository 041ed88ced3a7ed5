import { describe, expect, test } from 'vitest'
import { inTenSeconds } from '../../../../lib/domain/measure/figure/ten-seconds.ts'
import { type DatesQuestion, datesSteps } from '../../../../lib/domain/measure/schedule/dates.ts'
import { toldWeeks } from '../../../../lib/domain/measure/schedule/told-weeks.ts'
import { finish } from '../../../../lib/domain/measure/step.ts'
import { sentenceText } from '../../../../lib/domain/plan/sentence.ts'
import type { Snapshot } from '../../../../lib/domain/snapshot.ts'
import { goldenNetwork, needsNetwork, type SketchedKeyResult, type SketchedNeed } from '../../sketch.ts'
import { measured, told } from '../figure/measured.ts'

const weeks = (optimistic: number, likely = optimistic, pessimistic = likely) => ({ estimateWeeks: { optimistic, likely, pessimistic } })
const onNode = (consumer: string): SketchedNeed => ({ supplier: null, supplierNodeId: 'legal', consumer })

function network(keyResults: Readonly<Record<string, SketchedKeyResult>>, needs: readonly SketchedNeed[]): Snapshot {
  return needsNetwork(keyResults, needs, { node: [{ id: 'legal', areaId: 'area' }] })
}

const datesOf = (snapshot: Snapshot, question: DatesQuestion) => finish(datesSteps(snapshot, question))
const chain = (snapshot: Snapshot) => told(measured(snapshot, 'goal'), 'chain')

describe('what waits for a node without a key result', () => {
  const needs: SketchedNeed[] = [{ supplier: 'a', consumer: 'goal' }, onNode('a')]

  test('CN65, IN9: takes at least as long as is known, and the sentence says what is missing', () => {
    const snapshot = network({ a: weeks(4), goal: weeks(3) }, needs)
    expect(chain(snapshot)).toEqual({
      value: 'at least 7 weeks',
      reading: 'The longest chain is 2 results and at least 7 weeks; the cycle has 13. 1 need is on a node that has no key result for it.',
      count: '2 of 2 results estimated, 1 need on a node without a key result for it',
    })
    const { numbers } = measured(snapshot, 'goal').looked
    expect(numbers?.pert).toMatchObject({ finishWeeks: null, criticalChain: null, finishAtLeastWeeks: 7, atLeastChain: ['a', 'goal'] })
    expect(numbers?.pert.earliestStart).toEqual({ a: null, goal: null })
  })

  test('CN4, OR23: does not wait for nobody', () => {
    expect(chain(network({ goal: {}, a: {} }, [onNode('goal'), onNode('a'), onNode('a')]))?.reading).toBe(
      'All 2 results wait for something; 3 needs are on nodes that have no key result for them.',
    )
    const snapshot = network({ a: {}, goal: {}, free: {} }, needs)
    expect(measured(snapshot, 'goal').looked.numbers?.level).toEqual({ a: 1, goal: 2, free: 0 })
    expect(chain(snapshot)).toMatchObject({
      value: 'unknown',
      reading:
        '1 of 3 results waits for nothing; 2 wait for something, up to 2 steps deep, the last of them “goal”; 1 need is on a node that has no key result for it.',
    })
  })

  test('OR23: with few estimates only what is longer than the cycle is told as a least number', () => {
    const some = { a: weeks(4), b: {}, c: {}, goal: weeks(3) }
    const all: SketchedNeed[] = [...needs, { supplier: 'b', consumer: 'goal' }, { supplier: 'c', consumer: 'b' }]
    expect(chain(network({ ...some, d: {} }, all))?.value).toBe('unknown')
    expect(chain(network({ ...some, d: {}, a: weeks(12) }, all))).toMatchObject({
      value: 'at least 15 weeks',
      reading:
        'The longest chain is 2 results and at least 15 weeks; the cycle has 13. 3 of 5 results have no estimate, and 1 need is on a node that has no key result for it. Even if all goes at its best it takes at least 15 weeks.',
    })
  })

  test('CN75: the chance is a range from 0', () => {
    const dates = datesOf(network({ a: weeks(4, 6, 8), goal: weeks(3, 6, 9) }, needs), { cycleId: 'q' })
    expect(dates).toMatchObject({ cycleWeeks: 13, atBestWeeks: 7, atWorstWeeks: null, halfByWeeks: null, nineInTenByWeeks: null })
    expect(dates?.chanceInTime).toMatchObject({ value: null, low: 0 })
    expect(dates?.chanceInTime?.high).toBeGreaterThan(0.5)
    const tight = network({ a: weeks(4, 7, 8), goal: weeks(3, 7, 9) }, needs)
    expect(chain(tight)?.reading).toMatch(/The chance that all of it is done in time is at most \d\d? in 100\.$/)
    expect(chain(tight)?.count).toMatch(/; tried 10,000 times, ± \d in 100$/)
    // what no trial met may be all the same
    const hopeless = network({ a: weeks(6, 16, 20), goal: weeks(6, 16, 20) }, needs)
    expect(chain(hopeless)?.reading).toMatch(/The chance that all of it is done in time is less than 1 in 100\.$/)
  })
})

describe('when all may be there', () => {
  test('CN75: of the worked example, against the moments of each duration', () => {
    const dates = datesOf(goldenNetwork(), { cycleId: 'cycle_q' })
    expect(dates).toMatchObject({ cycleWeeks: 13, atBestWeeks: 16, atWorstWeeks: 38, chanceInTime: { value: 0, standardError: 0 }, trials: 10_000 })
    // the chain has mean 25; other chains never end earlier than it begins, so half of the trials end a little later
    expect(dates?.halfByWeeks).toBeGreaterThan(24.5)
    expect(dates?.halfByWeeks).toBeLessThan(25.5)
  })

  test('CN72, CN75: several chains of one length are later than one of them, on which the normal approximation looks', () => {
    const chains = ['a', 'b', 'c', 'd', 'e'].map((id) => [id, weeks(9, 12, 15)] as const)
    const snapshot = network(
      Object.fromEntries([...chains, ['goal', weeks(1)]]),
      chains.map(([id]) => ({ supplier: id, consumer: 'goal' })),
    )
    const { value } = Object(datesOf(snapshot, { cycleId: 'q' })?.chanceInTime)
    // one chain alone is there in 50 of 100, five of them together in 1 ÷ 2⁵
    expect(Math.abs(value - 1 / 32)).toBeLessThan(4 * Math.sqrt(1 / 32 / 10_000))
    expect(chain(snapshot)?.reading).toBe(
      'The longest chain is 2 results and about 13 weeks; the cycle has 13. The chance that all of it is done in time is 3 in 100.',
    )
    expect(chain(snapshot)?.count).toBe('6 of 6 results estimated; tried 10,000 times, ± 1 in 100')
  })

  test('CN75: the same seed says the same; nothing estimated says nothing; a plan that fits at worst needs no trials', () => {
    const snapshot = network({ a: weeks(2, 4, 6), goal: weeks(2, 4, 6) }, [{ supplier: 'a', consumer: 'goal' }])
    expect(datesOf(snapshot, { cycleId: 'q', seed: 5 })).toEqual(datesOf(snapshot, { cycleId: 'q', seed: 5 }))
    expect(chain(snapshot)?.reading).toBe(
      'The longest chain is 2 results and about 8 weeks; the cycle has 13. Even if all goes at its worst it takes 12 weeks.',
    )
    expect(datesOf(network({ a: {} }, []), { cycleId: 'q' })).toBeNull()
  })

  test('CN75, IN7: with a ring they are without its cheapest cut, and say so', () => {
    const snapshot = network({ a: weeks(4), goal: weeks(3) }, [
      { supplier: 'a', consumer: 'goal' },
      { supplier: 'goal', consumer: 'a', strength: 0.2 },
    ])
    const { looked, results } = measured(snapshot, 'goal')
    expect(results.dates).toMatchObject({ atBestWeeks: 7, withoutDependencies: ['d2'] })
    expect(chain(snapshot)?.reading).toMatch(/^Without the rings the longest chain is 2 results and about 7 weeks/)
    expect(sentenceText(inTenSeconds(looked))).toContain('Without the rings the longest chain takes about 7 weeks')
  })
})

describe('weeks in words', () => {
  test('CN76: whole, and with a decimal where the side of the limit would be hidden', () => {
    const cases: [number, number | null, string][] = [
      [13.4, 13, '13.4 weeks'],
      [13.04, 13, '13.1 weeks'],
      [13.6, 13, '14 weeks'],
      [13, 13, '13 weeks'],
      [12.7, 13, '13 weeks'],
      [13.4, null, '13 weeks'],
      [1.2, 13, '1 week'],
      [0.3, 13, 'less than 1 week'],
      [0, 13, '0 weeks'],
    ]
    for (const [given, limit, text] of cases) expect(toldWeeks(given, limit)).toBe(text)
  })

  test('CN76: figure and ten seconds tell an overrun in the same words', () => {
    const over = network({ a: { ...weeks(10.4), confidence: 0.9 }, goal: { ...weeks(3), confidence: 0.9 } }, [{ supplier: 'a', consumer: 'goal' }])
    expect(chain(over)).toMatchObject({
      value: '13.4 weeks',
      reading: 'The longest chain is 2 results and about 13.4 weeks; the cycle has 13. Even if all goes at its best it takes 13.4 weeks.',
    })
    expect(sentenceText(inTenSeconds(measured(over, 'goal').looked))).toContain('The longest chain takes about 13.4 weeks, and the cycle has 13.')
  })
})
