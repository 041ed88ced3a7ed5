import { describe, expect, test } from 'vitest'
import { nodeNeeds } from '../../../lib/domain/network/node-needs.ts'
import { assess } from '../../../lib/domain/okr/assess.ts'
import { openAsks } from '../../../lib/domain/ritual/open-asks.ts'
import { type PromiseState, promiseStates } from '../../../lib/domain/vocabulary.ts'
import { needsNetwork } from '../sketch.ts'

const today = '2027-02-10'

type Expected = {
  readonly list: 'unanswered' | 'refused' | 'unsent' | null
  readonly link: 'promised' | 'open' | 'refused' | 'draft' | null
}

const nothing: Expected = { list: null, link: null }
const promised: Expected = { list: null, link: 'promised' }
const open: Expected = { list: 'unanswered', link: 'open' }
const refused: Expected = { list: 'refused', link: 'refused' }

const expectations: Record<PromiseState, Expected> = {
  draft: { list: 'unsent', link: 'draft' },
  offered: open,
  requested: open,
  countered: open,
  deferred: open,
  promised,
  delivered: promised,
  accepted: promised,
  declined: refused,
  revoked: refused,
  withdrawn: nothing,
  cancelled: nothing,
}

function oneNeed(state: PromiseState) {
  const checkIn = ['a', 'b'].map((keyResultId) => ({ id: `c_${keyResultId}`, keyResultId, at: '2027-02-09T09:00:00Z' }))
  return needsNetwork({ a: {}, b: {} }, [{ supplier: 'a', consumer: 'b', state }], { checkIn })
}

describe.each(promiseStates)('a need that is %s', (state) => {
  const { list, link } = expectations[state]
  const snapshot = oneNeed(state)
  const assessment = assess(snapshot, { today, cycleId: 'q' })

  test('ST90: stands in one list of planning, or in none', () => {
    const asks = openAsks(snapshot, assessment)
    const found = (['unanswered', 'refused', 'unsent'] as const).filter((each) => asks[each].length > 0)
    expect(found).toEqual(list === null ? [] : [list])
  })

  test('ST55: is counted in one class of the link between the nodes, or there is no link', () => {
    const counts = nodeNeeds(assessment).links.map(({ promised, open, refused, draft, count }) => ({ promised, open, refused, draft, count }))
    const none = { promised: 0, open: 0, refused: 0, draft: 0 }
    expect(counts).toEqual(link === null ? [] : [{ ...none, [link]: 1, count: 1 }])
  })
})
