import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assess } from '../../../lib/domain/okr/assess.ts'
import { askBoard } from '../../../lib/domain/promise/board.ts'
import { ledgerOf } from '../../../lib/domain/promise/ledger.ts'
import { promiseMeasures } from '../../../lib/domain/promise/measures.ts'
import { listOf, type Snapshot } from '../../../lib/domain/snapshot.ts'
import { promiseStates } from '../../../lib/domain/vocabulary.ts'
import { network, promise, today } from './kit.ts'

type Loose = Readonly<Record<string, unknown>>

const need = { supplier: 'give', consumer: 'need', what: 'SSO' }
const assessed = (snapshot: Snapshot, cycleId: string | null = 'q') => assess(snapshot, { today, cycleId })

describe('the ask board', () => {
  const needs = [
    { ...need, state: 'requested', neededOn: '2027-02-01' },
    { ...need, state: 'promised', promisedOn: '2027-02-01' },
    { ...need, state: 'declined' },
    { ...need, state: 'withdrawn' },
    { ...need, supplier: null, supplierNodeId: 'third', state: 'draft' },
    { ...need, supplier: 'beside', state: 'accepted' },
  ]

  test('PR80-PR81: a cell for each pair, counted by class, with what is late and overdue; ended ones are in none', () => {
    const { cells, givers, takers, counts } = askBoard(network(needs), assessed(network(needs)))
    expect(givers).toEqual(['billing', 'platform', 'third'])
    expect(takers).toEqual(['billing'])
    expect(
      cells.map(({ supplierNodeId, consumerNodeId, counts: each, late, overdue, dependencyIds }) => [
        supplierNodeId,
        consumerNodeId,
        each,
        late,
        overdue,
        dependencyIds,
      ]),
    ).toEqual([
      ['billing', 'billing', { draft: 0, open: 0, promised: 1, refused: 0 }, 0, 0, ['d6']],
      ['platform', 'billing', { draft: 0, open: 1, promised: 1, refused: 1 }, 1, 1, ['d1', 'd2', 'd3']],
      ['third', 'billing', { draft: 1, open: 0, promised: 0, refused: 0 }, 0, 0, ['d5']],
    ])
    expect(counts).toEqual({ draft: 1, open: 1, promised: 2, refused: 1 })
  })

  test('PR80: another cycle has another board', () => {
    expect(askBoard(network(needs), assessed(network(needs), 'other')).cells).toEqual([])
  })

  test('PR82: asks without an answer, oldest first', () => {
    const moves = ['d1', 'd2', 'd3'].map((dependencyId, at) => ({
      id: `m${at}`,
      dependencyId,
      move: 'request',
      to: 'requested',
      side: 'consumer',
      at: `2027-02-0${[3, 1, 2][at]}T09:00:00Z`,
    }))
    const snapshot = network(
      [1, 2, 3].map(() => ({ ...need, state: 'requested' })),
      { promiseMove: moves },
    )
    expect(askBoard(snapshot, assessed(snapshot)).unanswered.map(({ dependencyId, ageDays }) => [dependencyId, ageDays])).toEqual([
      ['d2', 9],
      ['d3', 8],
      ['d1', 7],
    ])
  })
})

describe('the ledger of a node', () => {
  test('PR83: what it owes and what it is owed; not drafts, refusals, ends and what stays inside', () => {
    const snapshot = network([...promiseStates.map((state) => ({ ...need, state })), { ...need, supplier: 'beside', state: 'promised' }])
    const open = ['offered', 'requested', 'countered', 'deferred', 'promised', 'delivered', 'accepted']
    const [billing, platform, third] = ['billing', 'platform', 'third'].map((id) => ledgerOf(snapshot, assessed(snapshot), id))
    expect(platform?.owes.map(({ state }) => state)).toEqual(expect.arrayContaining(open))
    expect(platform?.owes).toHaveLength(open.length)
    expect(platform?.owed).toEqual([])
    expect(billing?.owed.map(({ dependencyId, nodeId }) => [dependencyId, nodeId])).toEqual(
      platform?.owes.map(({ dependencyId }) => [dependencyId, 'platform']),
    )
    expect([billing?.owes, third?.owes, third?.owed]).toEqual([[], [], []])
  })

  test('PR84: what is still to come first, soonest due first', () => {
    const snapshot = network([
      { ...need, state: 'accepted', promisedOn: '2027-01-05' },
      { ...need, state: 'promised' },
      { ...need, state: 'promised', promisedOn: '2027-03-05' },
      { ...need, state: 'requested', neededOn: '2027-02-20' },
    ])
    expect(ledgerOf(snapshot, assessed(snapshot), 'platform').owes.map(({ dependencyId, dueOn }) => [dependencyId, dueOn])).toEqual([
      ['d4', '2027-02-20'],
      ['d3', '2027-03-05'],
      ['d2', null],
      ['d1', '2027-01-05'],
    ])
  })
})

/** A promise with moves on some days of February and March 2027, told as `move:day`. */
function told(fields: Loose, ...moves: readonly string[]) {
  const tos: Record<string, string> = {
    request: 'requested',
    promise: 'promised',
    deliver: 'delivered',
    accept: 'accepted',
    revoke: 'revoked',
    decline: 'declined',
    counter: 'countered',
    defer: 'deferred',
    withdraw: 'withdrawn',
    agree: 'promised',
    cancel: 'cancelled',
    notSatisfied: 'promised',
  }
  const consumer = new Set(['request', 'accept', 'withdraw', 'agree', 'cancel', 'notSatisfied'])
  let from: string | null = fields['first'] ? String(fields['first']) : null
  const records = moves.map((text) => {
    const [move = '', day = '', on] = text.split(':')
    const to = move === 'accept' && from !== 'delivered' ? 'promised' : (tos[move] ?? '')
    const record = {
      move,
      from,
      to,
      side: consumer.has(move) ? 'consumer' : 'supplier',
      at: `2027-${day}T09:00:00Z`,
      ...(on ? { terms: { by: 'supplier', on: `2027-${on}` } } : {}),
    }
    from = to
    return record
  })
  const { first: _first, ...rest } = fields
  return promise({ state: from ?? 'requested', ...rest }, records)
}

function measures(snapshot: Snapshot, nodeId: string | null = null, day = '2027-03-20') {
  return promiseMeasures(snapshot, assess(snapshot, { today: day, cycleId: 'q' }), nodeId, day)
}

describe('measures', () => {
  test('PR90: promised so far is told of the side that needs, the rest of the side that is asked', () => {
    const snapshot = told({ promisedOn: '2027-03-01' }, 'request:02-01', 'promise:02-04:03-01')
    expect(measures(snapshot, 'billing')).toMatchObject({
      promised: { count: 1, of: 1, share: 1 },
      answered: { count: 0, of: 0, share: null },
      kept: { of: 0, share: null },
    })
    expect(measures(snapshot, 'platform')).toMatchObject({
      promised: { count: 0, of: 0, share: null },
      answered: { count: 1, of: 1 },
      kept: { count: 0, of: 1, share: 0 },
    })
  })

  test('PR90: nothing is null and never 0; what has ended is in no measure; what stays inside is only needed', () => {
    const nothing = { share: null, count: 0, of: 0, unknown: 0 }
    expect(measures(network())).toEqual({
      promised: nothing,
      answered: nothing,
      daysToAnswer: { median: null, count: 0, unknown: 0 },
      kept: nothing,
      revoked: { early: 0, late: 0 },
    })
    expect(measures(told({}, 'request:02-01', 'promise:02-04:03-01', 'cancel:03-10'))).toEqual(measures(network()))
    const inside = network([{ ...need, supplier: 'beside', state: 'promised', promisedOn: '2027-03-01' }])
    expect(measures(inside)).toMatchObject({ promised: { count: 1, of: 1 }, answered: { of: 0, unknown: 0 }, kept: { of: 0 } })
  })

  test('PR90: drafts are not asked for; refusals are still needed', () => {
    const snapshot = network(promiseStates.map((state) => ({ ...need, state })))
    expect(measures(snapshot).promised).toEqual({ count: 3, of: 9, share: 1 / 3, unknown: 0 })
  })

  test.each(['promise:02-04:03-01', 'counter:02-04:03-05', 'decline:02-04', 'defer:02-04'])(
    'PR91: answered by the first of the supplier’s moves – %s',
    (answer) => {
      expect(measures(told({}, 'request:02-01', answer))).toMatchObject({
        answered: { count: 1, of: 1, share: 1 },
        daysToAnswer: { median: 3, count: 1 },
      })
    },
  )

  test('PR91: waiting counts as one without an answer; withdrawn before one counts as none; asked again is another', () => {
    expect(measures(told({}, 'request:02-01')).answered).toMatchObject({ count: 0, of: 1, share: 0 })
    expect(measures(told({}, 'request:02-01', 'decline:02-02', 'request:02-05')).answered).toMatchObject({ count: 1, of: 2, share: 0.5 })
    const givenUp = told({}, 'request:02-01', 'withdraw:02-02', 'request:02-05', 'promise:02-06:03-01')
    expect(measures(givenUp).answered).toMatchObject({ count: 1, of: 1 })
  })

  test('PR92: the median, of an even number the mean of both in the middle', () => {
    expect(measures(told({}, 'request:02-01', 'decline:02-02', 'request:02-05', 'decline:02-09')).daysToAnswer).toEqual({
      median: 2.5,
      count: 2,
      unknown: 0,
    })
    expect(
      measures(told({}, 'request:02-01', 'decline:02-02', 'request:02-05', 'decline:02-09', 'request:02-10', 'defer:02-19')).daysToAnswer.median,
    ).toBe(4)
  })

  test('PR93: kept is accepted on or before the day that was settled last', () => {
    const kept = (...moves: string[]) => measures(told({}, 'request:02-01', 'promise:02-02:03-01', ...moves)).kept
    expect(kept('deliver:02-27', 'accept:03-01')).toMatchObject({ count: 1, of: 1, share: 1 })
    expect(kept('deliver:02-27', 'accept:03-02')).toMatchObject({ count: 0, of: 1, share: 0 })
    expect(kept('agree:02-20:03-10', 'deliver:03-01', 'accept:03-08')).toMatchObject({ count: 1, of: 1 })
    expect(kept()).toMatchObject({ count: 0, of: 1 })
    expect(kept('agree:02-20:03-20')).toMatchObject({ count: 0, of: 0, share: null })
    expect(kept('agree:02-20:03-19')).toMatchObject({ count: 0, of: 1 })
  })

  test('PR94: revoked on or before its day is early and was never due, after it is late and not kept', () => {
    const revoked = (day: string) => measures(told({}, 'request:02-01', 'promise:02-02:03-01', `revoke:${day}`))
    expect(revoked('03-01')).toMatchObject({ revoked: { early: 1, late: 0 }, kept: { count: 0, of: 0 } })
    expect(revoked('03-02')).toMatchObject({ revoked: { early: 0, late: 1 }, kept: { count: 0, of: 1 } })
  })

  test('PR95: of what came without a history only what the record tells is counted', () => {
    const alone = (fields: Loose) => measures(promise(fields))
    expect(alone({ state: 'requested' })).toMatchObject({ answered: { count: 0, of: 1, unknown: 0 } })
    expect(alone({ state: 'promised', promisedOn: '2027-03-01' })).toMatchObject({
      answered: { of: 0, unknown: 1 },
      kept: { count: 0, of: 1, unknown: 0 },
    })
    expect(alone({ state: 'promised', promisedOn: null })).toMatchObject({ kept: { of: 0, unknown: 1 } })
    expect(alone({ state: 'accepted', promisedOn: '2027-03-01' })).toMatchObject({ kept: { of: 0, unknown: 1 } })
    const answered = told({ first: 'requested' }, 'promise:02-04:03-01', 'deliver:02-20', 'accept:02-21')
    expect(measures(answered)).toMatchObject({
      answered: { count: 1, of: 1 },
      daysToAnswer: { median: null, count: 0, unknown: 1 },
      kept: { count: 1, of: 1 },
    })
    const accepted = told({ first: 'delivered', promisedOn: '2027-03-01' }, 'accept:02-21')
    expect(measures(accepted).kept).toMatchObject({ count: 1, of: 1 })
  })

  test('PR96: the nodes add up to the network', () => {
    const anyNeed = fc.record({
      supplier: fc.constantFrom('give', 'spare', 'other'),
      consumer: fc.constantFrom('need', 'beside'),
      state: fc.constantFrom(...promiseStates),
      promisedOn: fc.constantFrom(null, '2027-02-20', '2027-04-01'),
    })
    fc.assert(
      fc.property(fc.array(anyNeed, { maxLength: 12 }), (needs) => {
        const snapshot = network(needs)
        const all = listOf(snapshot, 'node').map(({ id }) => measures(snapshot, id))
        const whole = measures(snapshot)
        for (const name of ['promised', 'answered', 'kept'] as const)
          for (const part of ['count', 'of', 'unknown'] as const) expect(all.reduce((sum, each) => sum + each[name][part], 0)).toBe(whole[name][part])
        expect(all.reduce((sum, each) => sum + each.revoked.early + each.revoked.late, 0)).toBe(whole.revoked.early + whole.revoked.late)
      }),
    )
  })
})
