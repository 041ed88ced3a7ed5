import { describe, expect, test } from 'vitest'
import { call } from '../../../../lib/domain/command/call.ts'
import { usualNeededOn } from '../../../../lib/domain/ritual/plan/fit/dates.ts'
import { get } from '../../../../lib/domain/snapshot.ts'
import { promiseStates } from '../../../../lib/domain/vocabulary.ts'
import { findings, fixCalls, plan, run, said } from './kit.ts'
import { churn, fixIdsOf, login, quarter } from './quarter.ts'

describe('rings', () => {
  const ring = [
    { consumerKeyResultId: 'churn', supplierKeyResultId: 'login', what: 'SSO', state: 'promised', neededOn: '2027-05-01', promisedOn: '2027-05-01' },
    { consumerKeyResultId: 'login', supplierKeyResultId: 'churn', what: 'Cases', strength: 0.5, neededOn: '2027-05-01' },
  ]

  test('PL39: key results that wait for each other, with the need whose end frees them', () => {
    const snapshot = plan({ churn, login }, ring)
    expect(said(snapshot, 'ring')).toEqual([
      '“Reduce churn” and “One login” wait for each other. Dropping one need frees them: “One login” needs “Reduce churn”.',
    ])
    const [found] = findings(snapshot)
    expect(found).toMatchObject({
      id: 'ring:churn',
      severity: 'high',
      nodeIds: ['billing', 'platform'],
      subjects: [
        { entity: 'keyResult', id: 'churn' },
        { entity: 'keyResult', id: 'login' },
        { entity: 'dependency', id: 'd2' },
      ],
    })
  })

  test('PL39: a need that frees them as cheaply is named too', () => {
    const [first = {}, second = {}] = ring
    const snapshot = plan({ churn, login }, [first, { ...second, strength: 1 }])
    expect(said(snapshot, 'ring')[0]).toMatch(/Dropping one need frees them: “.+” needs “.+”; or instead “.+” needs “.+”\.$/)
  })

  test('PL39: one key drops the cut, and the ring is gone', () => {
    const snapshot = plan({ churn, login }, ring)
    run(snapshot, 'ben', fixCalls(snapshot, 'ring', 'drop'))
    expect(get(snapshot, 'dependency', 'd2').state).toBe('withdrawn')
    expect(said(snapshot, 'ring')).toEqual([])
  })

  test('PL39: a cut that cannot be dropped without a reason, or at all, has no such key', () => {
    const offered = plan({ churn, login }, [ring[0] ?? {}, { ...ring[1], state: 'offered' }])
    expect(fixIdsOf(offered, 'ring')).toEqual([])
    const delivered = plan({ churn, login }, [ring[0] ?? {}, { ...ring[1], state: 'delivered' }])
    expect(fixIdsOf(delivered, 'ring')).toEqual([])
  })
})

describe('days that do not fit', () => {
  const late = { state: 'promised', promisedOn: '2027-05-11' }

  test('PL40: promised for a day after the one on which it is needed', () => {
    const snapshot = quarter(late)
    expect(said(snapshot, 'backwards')).toEqual(['Platform promised “SSO live” for 11 May, 10 days after “Reduce churn” needs it (1 May).'])
    expect(findings(snapshot).find(({ rule }) => rule === 'backwards')).toMatchObject({ id: 'backwards:d1', nodeIds: ['billing', 'platform'] })
    for (const state of promiseStates.filter((each) => each !== 'promised')) expect(said(quarter({ ...late, state }), 'backwards'), state).toEqual([])
    expect(said(quarter({ ...late, promisedOn: '2027-05-01' }), 'backwards')).toEqual([])
    expect(said(quarter({ ...late, neededOn: null }), 'backwards')).toEqual([])
  })

  test('PL51: the consumer needs it later, or asks for the earlier day', () => {
    const later = quarter(late)
    run(later, 'ana', fixCalls(later, 'backwards', 'later'))
    expect(get(later, 'dependency', 'd1')).toMatchObject({ neededOn: '2027-05-11', state: 'promised' })
    expect(said(later, 'backwards')).toEqual([])
    const earlier = quarter(late)
    run(earlier, 'ana', fixCalls(earlier, 'backwards', 'earlier'))
    expect(get(earlier, 'dependency', 'd1').terms).toMatchObject({ by: 'consumer', on: '2027-05-01' })
    expect(fixIdsOf(earlier, 'backwards')).toEqual(['later', 'drop'])
    run(earlier, 'ben', call('promise.move', { id: 'd1', moveId: 'm9', move: 'agree' }))
    expect(said(earlier, 'backwards')).toEqual([])
  })

  test('PL41: comes only after the key result that needs it is due', () => {
    expect(said(quarter({ neededOn: '2027-07-05' }), 'afterDue')).toEqual(['“SSO live” is needed for 5 Jul; “Reduce churn” is due on 30 Jun.'])
    const own = quarter({ ...late, neededOn: '2027-05-11' }, {}, { churn: { ...churn, dueOn: '2027-05-10' }, login })
    expect(said(own, 'afterDue')).toEqual(['“SSO live” is promised for 11 May; “Reduce churn” is due on 10 May.'])
    run(own, 'ana', fixCalls(own, 'afterDue', 'earlier'))
    expect(get(own, 'dependency', 'd1').terms?.on).toBe('2027-05-10')
    for (const state of ['delivered', 'accepted', 'declined', 'revoked', 'withdrawn'])
      expect(said(quarter({ neededOn: '2027-07-05', state }), 'afterDue'), state).toEqual([])
  })

  test('PL51: what comes too late is asked for in time: an ask anew, an offer or other terms by a counter', () => {
    const asked = quarter({ neededOn: '2027-07-05' })
    run(asked, 'ana', fixCalls(asked, 'afterDue', 'later'))
    expect(said(asked, 'afterDue')).toEqual([])
    expect([...asked.tables.dependency.values()].map(({ state, neededOn }) => [state, neededOn])).toEqual([
      ['withdrawn', '2027-07-05'],
      ['requested', '2027-06-30'],
    ])
    for (const state of ['offered', 'countered']) {
      const answered = quarter({ neededOn: '2027-07-05', state, ...(state === 'countered' ? { counteredBy: 'supplier' } : {}) })
      run(answered, 'ana', fixCalls(answered, 'afterDue', 'earlier'))
      expect(get(answered, 'dependency', 'd1'), state).toMatchObject({ state: 'countered', counteredBy: 'consumer', terms: { on: '2027-06-30' } })
    }
    expect(fixIdsOf(quarter({ neededOn: '2027-07-05', state: 'countered', counteredBy: 'consumer' }), 'afterDue')).not.toContain('earlier')
  })

  test('PL51: nobody asks for a day that is past', () => {
    const over = quarter({ neededOn: '2027-03-20' }, {}, { churn: { ...churn, dueOn: '2027-03-01' }, login })
    expect(said(over, 'afterDue')).toHaveLength(1)
    expect(fixIdsOf(over, 'afterDue').filter((id) => id === 'later' || id === 'earlier')).toEqual([])
  })

  test('PL46: waited for without a day; the usual one is two weeks before it is due, but not in the past', () => {
    expect(said(quarter({ neededOn: null }), 'undated')).toEqual(['No day is set for “SSO live”, which “Reduce churn” needs of Platform.'])
    for (const state of ['delivered', 'accepted', 'declined', 'revoked', 'cancelled'])
      expect(said(quarter({ neededOn: null, state }), 'undated'), state).toEqual([])
    expect(usualNeededOn('2027-06-30', '2027-03-15')).toBe('2027-06-16')
    expect(usualNeededOn('2027-03-20', '2027-03-15')).toBe('2027-03-15')
  })

  test.each(['draft', 'requested', 'deferred', 'promised'])('PL51: a need without a day that is %s gets the usual one', (state) => {
    const snapshot = quarter({ neededOn: null, state })
    const fix = state === 'promised' ? 'earlier' : 'later'
    run(snapshot, 'ana', fixCalls(snapshot, 'undated', fix))
    if (state === 'promised') expect(get(snapshot, 'dependency', 'd1').terms?.on).toBe('2027-06-16')
    else expect(said(snapshot, 'undated')).toEqual([])
    const asked = [...snapshot.tables.dependency.values()].filter((each) => each.state !== 'withdrawn')
    expect(asked.map(({ state: now, what, supplierKeyResultId }) => [now, what, supplierKeyResultId])).toEqual([
      [state === 'draft' || state === 'promised' ? state : 'requested', 'SSO live', 'login'],
    ])
  })
})
