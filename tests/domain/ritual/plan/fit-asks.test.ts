import { describe, expect, test } from 'vitest'
import { find, get } from '../../../../lib/domain/snapshot.ts'
import { findings, fixCalls, run, said } from './kit.ts'
import { churn, login, quarter } from './quarter.ts'

describe('asks', () => {
  const at = '2027-03-06T08:00:00Z'
  const moved = (move: string, to: string, side = 'consumer') => ({ promiseMove: [{ id: 'm1', dependencyId: 'd1', move, to, side, at }] })

  test.each([
    [{ state: 'requested' }, moved('request', 'requested'), 'Platform has not answered: “Reduce churn” asked for “SSO live” 9 days ago.'],
    [{ state: 'requested' }, {}, 'Platform has not answered: “Reduce churn” asked for “SSO live”.'],
    [{ state: 'requested', what: '' }, {}, 'Platform has not answered: “Reduce churn” asked for “One login”.'],
    [
      { state: 'deferred', answerBy: '2027-03-20' },
      moved('request', 'requested'),
      'Platform will answer by 20 Mar: “Reduce churn” asked for “SSO live” 9 days ago.',
    ],
    [{ state: 'offered' }, moved('offer', 'offered', 'supplier'), '“Reduce churn” has not answered: Platform offered “SSO live” 9 days ago.'],
    [
      { state: 'countered', counteredBy: 'supplier' },
      moved('counter', 'countered', 'supplier'),
      '“Reduce churn” has not answered: Platform proposed other terms for “SSO live” 9 days ago.',
    ],
    [
      { state: 'countered', counteredBy: 'consumer' },
      moved('counter', 'countered'),
      'Platform has not answered: “Reduce churn” proposed other terms for “SSO live” 9 days ago.',
    ],
  ])('PL43: %j', (fields, more, sentence) => {
    expect(said(quarter(fields, more), 'unanswered')).toEqual([sentence])
  })

  test('PL43: an ask of a node without a name for the thing', () => {
    const snapshot = quarter({ what: '', supplierKeyResultId: null, supplierNodeId: 'brand' })
    expect(said(snapshot, 'unanswered')).toEqual(['Brand has not answered: “Reduce churn” asked for something.'])
  })

  test('PL42: declined or taken back, and still needed; it can be given up', () => {
    expect(said(quarter({ state: 'declined' }), 'refused')).toEqual(['Platform declined “SSO live”; “Reduce churn” still needs it.'])
    expect(said(quarter({ state: 'revoked' }), 'refused')).toEqual(['Platform took “SSO live” back; “Reduce churn” still needs it.'])
    const given = quarter({ state: 'revoked' })
    run(given, 'ana', fixCalls(given, 'refused', 'drop'))
    expect(get(given, 'dependency', 'd1').state).toBe('withdrawn')
  })

  test('PL44: written down and asked of nobody; one key deletes it', () => {
    expect(said(quarter({ state: 'draft' }), 'unsent')).toEqual(['“Reduce churn” needs “SSO live” of Platform and has not asked for it.'])
    const gone = quarter({ state: 'draft' })
    run(gone, 'ana', fixCalls(gone, 'unsent', 'drop'))
    expect(find(gone, 'dependency', 'd1')).toBeUndefined()
  })

  test.each([
    ['draft', 'unsent', 'Ask now'],
    ['declined', 'refused', 'Ask again'],
    ['revoked', 'refused', 'Ask again'],
  ] as const)('PL52: a need that is %s is asked by one key', (state, rule, label) => {
    const snapshot = quarter({ state })
    expect(findings(snapshot).find((each) => each.rule === rule)?.fixes[0]).toMatchObject({ id: 'ask', key: 'Y', label, asks: [] })
    run(snapshot, 'ana', fixCalls(snapshot, rule, 'ask'))
    expect(get(snapshot, 'dependency', 'd1').state).toBe('requested')
  })

  test.each([
    ['draft', null],
    ['requested', 'withdrawn'],
    ['deferred', 'withdrawn'],
    ['offered', 'declined'],
    ['countered', 'withdrawn'],
    ['promised', 'cancelled'],
    ['declined', 'withdrawn'],
    ['revoked', 'withdrawn'],
  ])('PL50: a need that is %s is dropped: %s', (state, after) => {
    const snapshot = quarter({
      state,
      promisedOn: state === 'promised' ? '2027-05-11' : null,
      counteredBy: state === 'countered' ? 'supplier' : null,
    })
    const rule = findings(snapshot).find(({ subjects: [first] }) => first.id === 'd1')?.rule
    run(snapshot, 'ana', fixCalls(snapshot, rule ?? 'ring', 'drop'))
    expect(find(snapshot, 'dependency', 'd1')?.state ?? null).toBe(after)
    const asks = findings(quarter({ state, promisedOn: '2027-05-11' }))[0]?.fixes.find(({ id }) => id === 'drop')?.asks
    expect(asks).toEqual(state === 'offered' ? ['text'] : [])
  })

  test('PL35: a cycle says nothing of the needs of another', () => {
    expect(findings(quarter({}, {}, { churn: { ...churn, cycle: 'q1' }, login: { ...login, cycle: 'q1' } })).map(({ rule }) => rule)).toEqual([
      'emptyArea',
    ])
  })
})
