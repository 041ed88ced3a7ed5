import { describe, expect, test } from 'vitest'
import { calibration } from '../../../../lib/domain/measure/value/calibration.ts'
import { capacities } from '../../../../lib/domain/measure/value/capacity.ts'
import { reliabilities } from '../../../../lib/domain/measure/value/reliability.ts'
import { needsNetwork, sketch } from '../../sketch.ts'

const cycles = [
  { id: 'q0', startsOn: '2026-07-01', endsOn: '2026-09-30', phase: 'closed' },
  { id: 'q1', startsOn: '2026-10-01', endsOn: '2026-12-31', phase: 'closed' },
  { id: 'q', startsOn: '2027-01-01', endsOn: '2027-03-31' },
]

describe('asked and given', () => {
  const keyResults = {
    old: { node: 'buyer', cycle: 'q0' },
    last: { node: 'buyer', cycle: 'q1' },
    now: { node: 'buyer', cycle: 'q' },
    gives: { node: 'giver', cycle: 'q' },
  }
  const snapshot = needsNetwork(
    keyResults,
    [
      { supplier: null, supplierNodeId: 'giver', consumer: 'old', strength: 1, state: 'accepted' },
      { supplier: null, supplierNodeId: 'giver', consumer: 'old', strength: 0.5, state: 'revoked' },
      { supplier: null, supplierNodeId: 'giver', consumer: 'last', strength: 0.5, state: 'delivered' },
      { supplier: 'gives', consumer: 'now', strength: 1, state: 'promised', promisedOn: '2027-02-10' },
      { supplier: 'gives', consumer: 'now', strength: 0.8, state: 'declined' },
      { supplier: 'gives', consumer: 'now', strength: 1, state: 'draft' },
      { supplier: 'gives', consumer: 'now', strength: 1, state: 'withdrawn' },
      { supplier: 'now', consumer: 'gives', strength: 0.3, state: 'requested', neededOn: '2027-02-01' },
    ],
    { cycle: cycles, node: [{ id: 'idle', areaId: 'area' }] },
  )
  const of = (nodeId: string) => capacities(snapshot, 'q').find((each) => each.nodeId === nodeId)

  test('VN47: asked is what others need, refused or not; drafts, what has ended and what stays inside are not', () => {
    expect(of('giver')).toMatchObject({ asked: { count: 2, strength: 1.8 }, promised: { count: 1, strength: 1 } })
    const inside = needsNetwork({ a: { node: 'n' }, b: { node: 'n' } }, [{ supplier: 'a', consumer: 'b' }])
    expect(capacities(inside, 'q')).toMatchObject([{ nodeId: 'n', asked: { count: 0 }, use: null }])
  })

  test('VN48: the usual is the mean of what was delivered in earlier cycles in which something was asked', () => {
    expect(of('giver')).toMatchObject({
      usual: 0.75,
      past: [
        { cycleId: 'q0', asked: { count: 2, strength: 1.5 }, given: { count: 1, strength: 1 } },
        { cycleId: 'q1', asked: { count: 1, strength: 0.5 }, given: { count: 1, strength: 0.5 } },
      ],
    })
  })

  test('VN49: 1.8 of the usual 0.75 is 240%; without a past it is unknown', () => {
    expect(of('giver')?.use).toBeCloseTo(2.4, 12)
    expect(of('buyer')).toMatchObject({ asked: { count: 1 }, usual: null, use: null })
    expect(of('idle')).toMatchObject({ asked: { count: 0, strength: 0 }, past: [], use: null })
    expect(() => capacities(snapshot, 'nowhen')).toThrow('There is no')
  })

  test('VN50: late is promised and not there after its day, refused is declined or taken back, unanswered is not promised in time', () => {
    const find = (today: string, cycleId: string | null, nodeId: string) =>
      reliabilities(snapshot, { today, cycleId }).find((each) => each.nodeId === nodeId)
    expect(find('2027-02-11', 'q', 'giver')).toMatchObject({ asked: 2, kept: 0, late: 1, refused: 1, running: 0, share: 0 })
    expect(find('2027-02-10', 'q', 'giver')).toMatchObject({ asked: 1, late: 0, running: 1 })
    expect(find('2027-02-02', 'q', 'buyer')).toMatchObject({ asked: 1, unanswered: 1, share: 0 })
    expect(find('2027-02-02', null, 'idle')).toMatchObject({ asked: 0, share: null })
  })

  test('VN50: kept is accepted on or before its day, late after it', () => {
    const moves = (on: string, acceptedAt: string) => [
      { id: 'm1', dependencyId: 'd1', move: 'promise', from: 'requested', to: 'promised', at: '2027-01-05T09:00:00Z', terms: { by: 'supplier', on } },
      { id: 'm2', dependencyId: 'd1', move: 'accept', from: 'delivered', to: 'accepted', side: 'consumer', at: acceptedAt },
    ]
    const shareOf = (on: string) => {
      const kept = needsNetwork({ a: {}, b: {} }, [{ supplier: 'a', consumer: 'b', state: 'accepted', promisedOn: on }], {
        promiseMove: moves(on, '2027-02-01T09:00:00Z'),
      })
      return reliabilities(kept, { today: '2027-03-01', cycleId: 'q' }).find(({ nodeId }) => nodeId === 'node_a')?.share
    }
    expect([shareOf('2027-02-01'), shareOf('2027-01-31')]).toEqual([1, 0])
  })

  test('VN51: what was accepted nobody knows when, or has no day, is in no share', () => {
    const all = reliabilities(snapshot, { today: '2027-01-01', cycleId: null })
    expect(all.find(({ nodeId }) => nodeId === 'giver')).toMatchObject({ unknown: 2, refused: 2, running: 1, asked: 2 })
  })
})

describe('calibration', () => {
  const snapshot = sketch({
    area: [{ id: 'a' }],
    node: [{ id: 'n', areaId: 'a' }],
    cycle: [{ id: 'q' }, { id: 'next', startsOn: '2027-04-01', endsOn: '2027-06-30' }],
    objective: [
      { id: 'sure', nodeId: 'n', cycleId: 'q', kind: 'committed' },
      { id: 'bold', nodeId: 'n', cycleId: 'q', kind: 'aspirational' },
      { id: 'other', nodeId: 'n', cycleId: 'next' },
    ],
    keyResult: [
      { id: 'k1', objectiveId: 'sure', grade: 0.9, confidence: 0.9 },
      { id: 'k2', objectiveId: 'bold', grade: 0.7, confidence: 0.2 },
      { id: 'k3', objectiveId: 'bold', grade: 0.3, confidence: null },
      { id: 'k4', objectiveId: 'bold', grade: null, confidence: 0.5 },
      { id: 'k5', objectiveId: 'other', grade: 1, confidence: 0.5 },
    ],
    checkIn: [
      { id: 'c1', keyResultId: 'k2', at: '2027-01-10T09:00:00Z', confidence: 0.5 },
      { id: 'c2', keyResultId: 'k2', at: '2027-03-10T09:00:00Z', confidence: 0.8 },
      { id: 'c3', keyResultId: 'k2', at: '2027-04-10T09:00:00Z', confidence: 1 },
      { id: 'c4', keyResultId: 'k2', at: '2027-01-02T09:00:00Z', confidence: null },
    ],
  })

  test('VN52: met is the grade that the kind expects; those without a grade or a confidence are counted apart', () => {
    expect(calibration(snapshot, 'q', 'last')).toMatchObject({ count: 2, left: 2, met: 0.5 })
    expect(calibration(snapshot, 'next', 'last')).toMatchObject({ count: 1, left: 0, met: 1 })
  })

  test('VN53: the first or the last that was said in the cycle, else what the key result says', () => {
    expect(calibration(snapshot, 'q', 'first').said).toBeCloseTo((0.9 + 0.5) / 2, 12)
    expect(calibration(snapshot, 'q', 'last').said).toBeCloseTo((0.9 + 0.8) / 2, 12)
  })

  test('VN54: the Brier score, what was said and met, and the same by stated status', () => {
    const { brier, optimism, groups } = calibration(snapshot, 'q', 'first')
    expect(brier).toBeCloseTo((0.9 ** 2 + 0.5 ** 2) / 2, 12)
    expect(optimism).toBeCloseTo(0.7 - 0.5, 12)
    expect(groups).toEqual([
      { stated: 'on-track', count: 1, met: 0, said: 0.9 },
      { stated: 'at-risk', count: 1, met: 1, said: 0.5 },
      { stated: 'off-track', count: 0, met: 0, said: null },
    ])
    const nothing = sketch({ cycle: [{ id: 'q' }] })
    expect(calibration(nothing, 'q', 'first')).toMatchObject({ count: 0, brier: null, said: null, met: null, optimism: null })
  })
})
