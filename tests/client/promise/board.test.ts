import { describe, expect, test } from 'vitest'
import { boardOf, total } from '../../../app/components/board/board-model.ts'
import { assess } from '../../../lib/domain/okr/assess.ts'
import { askBoard } from '../../../lib/domain/promise/board.ts'
import type { Snapshot } from '../../../lib/domain/snapshot.ts'
import { needsNetwork, type SketchedNeed } from '../../domain/sketch.ts'

const today = '2027-02-10'

const keyResults = {
  a1: { node: 'a', area: 'left' },
  b1: { node: 'b', area: 'left' },
  c1: { node: 'c', area: 'right' },
}

const needs: readonly SketchedNeed[] = [
  { supplier: 'a1', consumer: 'c1', state: 'promised', promisedOn: '2027-03-01' },
  { supplier: 'a1', consumer: 'c1', state: 'promised', promisedOn: '2027-02-01' },
  { supplier: 'b1', consumer: 'c1', state: 'requested' },
  { supplier: 'c1', consumer: 'a1', state: 'declined' },
  { supplier: 'c1', consumer: 'b1', state: 'draft' },
  { supplier: 'c1', consumer: 'b1', state: 'withdrawn' },
]

function board(snapshot: Snapshot, unfolded: readonly string[]) {
  const assessment = assess(snapshot, { today, cycleId: 'q' })
  return boardOf(snapshot, assessment, { cells: askBoard(snapshot, assessment).cells, unfolded })
}

describe('the board of asks', () => {
  const snapshot = needsNetwork(keyResults, needs)
  test('late and refused ones are trouble and counted once; drafts and what has ended are not on it', () => {
    const { all } = board(snapshot, ['left', 'right'])
    expect(all).toEqual({ open: 1, promised: 1, trouble: 2, ids: ['d1', 'd2', 'd3', 'd4'] })
    expect(total(all)).toBe(all.ids.length)
  })
  test('unfolded areas show their nodes, folded ones stand for them, with the same sums', () => {
    const open = board(snapshot, ['left', 'right'])
    expect(open.givers.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(open.takers.map(({ id }) => id)).toEqual(['a', 'c'])
    const folded = board(snapshot, ['right'])
    expect(folded.givers.map(({ id }) => id)).toEqual(['left', 'c'])
    const [left, c] = folded.givers
    const taker = folded.takers.find(({ id }) => id === 'c')
    expect(left && taker && folded.cell(left, taker)).toMatchObject({ open: 1, promised: 1, trouble: 1 })
    expect(c && folded.ofGiver(c)).toMatchObject({ trouble: 1 })
    expect(folded.all).toEqual(open.all)
  })
  test('the sums of the rows and those of the columns are both the sum of all', () => {
    const { givers, takers, ofGiver, ofTaker, all } = board(snapshot, [])
    const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0)
    expect(sum(givers.map((line) => total(ofGiver(line))))).toBe(total(all))
    expect(sum(takers.map((line) => total(ofTaker(line))))).toBe(total(all))
  })
})
