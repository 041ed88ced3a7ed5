import { describe, expect, test } from 'vitest'
import { lastVote, othersOf, voteKeys } from '../../../lib/domain/ritual/plan/vote.ts'
import { record, sketch } from '../sketch.ts'

describe('the votes of a planning session', () => {
  test('PL79: the first vote is asked for by itself, a further one by who leads', () => {
    expect(voteKeys({ revealed: ['draft:platform'], place: null })).toEqual({ asked: 'confidence', shown: null, next: 'confidence' })
    expect(voteKeys({ revealed: ['confidence'], place: null })).toEqual({ asked: null, shown: 'confidence', next: 'confidence:2' })
    expect(voteKeys({ revealed: ['confidence'], place: 'confidence:2' })).toMatchObject({ asked: 'confidence:2', shown: 'confidence' })
    expect(voteKeys({ revealed: ['confidence', 'confidence:2'], place: 'confidence:2' })).toMatchObject({ asked: null, shown: 'confidence:2' })
    expect(voteKeys({ revealed: ['confidence:9'], place: 'confidence:9' })).toEqual({ asked: null, shown: 'confidence:9', next: null })
  })

  test('PL79: the last vote that was opened counts, and only where somebody voted', () => {
    const tally = (id: string, key: string, voters: number, nodeId: string | null = null) => ({
      id,
      ritualId: 'plan',
      key,
      nodeId,
      voters,
      counts: [voters],
    })
    const snapshot = sketch({
      area: [{ id: 'area' }],
      node: [{ id: 'platform', areaId: 'area' }],
      ritual: [{ id: 'plan', kind: 'plan', phase: 'vote' }],
      tally: [
        tally('t1', 'confidence', 2),
        tally('t2', 'confidence:2', 3),
        tally('t3', 'confidence:2', 3, 'platform'),
        tally('t4', 'confidence:3', 0),
        tally('t5', 's1', 4),
      ],
    })
    expect(lastVote(snapshot, 'plan').map(({ id }) => id)).toEqual(['t2', 't3'])
    expect(lastVote(snapshot, 'another')).toEqual([])
    expect(othersOf(lastVote(snapshot, 'plan'))).toBeNull()
  })

  test('PL74: what no node is told of stands together; where no node is told, all is all', () => {
    const tally = (nodeId: string | null, counts: number[]) =>
      record('tally', { id: `t${nodeId}`, ritualId: 'plan', key: 'confidence', nodeId, counts })
    const withVoters = (each: ReturnType<typeof tally>) => ({ ...each, voters: each.counts.reduce((sum, count) => sum + count, 0) })
    const all = withVoters(tally(null, [1, 0, 2, 0, 4, 1]))
    const billing = withVoters(tally('billing', [0, 0, 2, 0, 1, 0]))
    expect(othersOf([all, billing])).toEqual({ counts: [1, 0, 0, 0, 3, 1], voters: 5 })
    expect(othersOf([billing, { ...billing, nodeId: null }])).toBeNull()
    expect(othersOf([all])).toBeNull()
  })
})
