import { describe, expect, test } from 'vitest'
import { system } from '../../../lib/domain/access.ts'
import { openMoves } from '../../../lib/domain/promise/moves.ts'
import { settle } from '../../../lib/domain/promise/terms.ts'
import { get, listOf } from '../../../lib/domain/snapshot.ts'
import { summarise } from '../../../lib/domain/summary.ts'
import { move, moveCall, network, promise, refusal, refused, run, today, who } from './kit.ts'

const why = { reason: 'No capacity' }

describe('sides', () => {
  test('PR1: the supplier is the node of the key result that gives, whatever node was asked', () => {
    const snapshot = promise({ supplierNodeId: 'third' })
    expect(refused(() => move(snapshot, 'cleo', 'promise'))).toEqual(['PROMISE_NOT_YOUR_MOVE'])
    expect(move(snapshot, 'ben', 'promise').state).toBe('promised')
  })

  test('PR1: without a key result it is the node that was asked', () => {
    expect(move(promise({ supplier: null, supplierNodeId: 'third' }), 'cleo', 'promise').state).toBe('promised')
  })

  test('PR2: where nobody leads, or no lead can write, editors and owners speak', () => {
    const participation = [{ id: 'pa', nodeId: 'platform', personId: 'vic', tier: 'lead' }]
    const need = { supplier: 'give', consumer: 'need', what: 'SSO', state: 'requested' }
    const start = () => network([need], { participation, person: [{ id: 'vic' }, { id: 'eva', name: 'Eva' }, { id: 'olga', name: 'Olga' }] })
    expect(refusal(() => move(start(), 'vic', 'promise')).details['names']).toEqual(['Eva', 'Olga'])
    expect(move(start(), 'eva', 'promise').state).toBe('promised')
    expect(move(start(), 'olga', 'promise').state).toBe('promised')
  })

  test('PR2: a team as lead stands for its people, and only while its participation lasts', () => {
    const participation = [{ id: 'pa', nodeId: 'platform', teamId: 'crew', tier: 'lead', until: '2027-02-10' }]
    const start = (day: string) =>
      network([{ supplier: 'give', consumer: 'need', what: 'SSO', state: 'requested' }], {
        participation: participation.map((each) => ({ ...each, until: day })),
        team: [{ id: 'crew' }],
        person: [{ id: 'ben', name: 'Ben', teamIds: ['crew'] }],
      })
    expect(move(start('2027-02-10'), 'ben', 'promise').state).toBe('promised')
    expect(refused(() => move(start('2027-02-09'), 'ben', 'promise'))).toEqual(['PROMISE_NOT_YOUR_MOVE'])
  })

  test('PR2: the program itself speaks for every node, and its moves have no person', () => {
    const snapshot = promise()
    expect(move(snapshot, system, 'promise').state).toBe('promised')
    expect(listOf(snapshot, 'promiseMove')[0]).toMatchObject({ personId: null, side: 'supplier' })
  })

  test('PR3: without a history an offer was the supplier’s, and a counter was made by the side that was asked', () => {
    expect(openMoves(promise({ state: 'offered' }), 'd1', who('ben'), today).map((each) => each.move)).toEqual(['withdraw'])
    expect(openMoves(promise({ state: 'countered' }), 'd1', who('ana'), today).map((each) => each.move)).toEqual([
      'accept',
      'counter',
      'decline',
      'withdraw',
    ])
    const offer = { move: 'offer', to: 'offered', side: 'supplier' }
    expect(openMoves(promise({ state: 'countered' }, [offer]), 'd1', who('ben'), today).map((each) => each.move)).toContain('accept')
  })

  test('PR3: the answer to a proposed change stands before every other move', () => {
    const snapshot = promise({ state: 'promised', promisedOn: '2027-03-01' })
    move(snapshot, 'ana', 'propose', { terms: { on: '2027-03-20' } })
    expect(openMoves(snapshot, 'd1', who('ben'), today).map((each) => each.move)).toEqual(['agree', 'refuse', 'deliver', 'bind', 'revoke'])
  })

  test('PR4: a contributor of the node asks and may take that back, and cannot answer for it', () => {
    const snapshot = promise({ state: 'draft' })
    expect(move(snapshot, 'carl', 'request').state).toBe('requested')
    expect(openMoves(snapshot, 'd1', who('carl'), today).map((each) => each.move)).toEqual(['withdraw'])
    expect(openMoves(promise(), 'd1', who('carl'), today)).toEqual([])
    expect(move(snapshot, 'carl', 'withdraw').state).toBe('withdrawn')
  })

  test('PR38: who speaks for both sides says for which one; else it is the supplier', () => {
    const counted = (side?: string) =>
      move(promise({ state: 'promised', promisedOn: '2027-03-01' }), system, 'propose', { terms: { on: '2027-03-20' }, ...(side ? { side } : {}) })
        .terms?.by
    expect([counted(), counted('supplier'), counted('consumer')]).toEqual(['supplier', 'supplier', 'consumer'])
    expect(refused(() => move(promise(), system, 'promise', { side: 'consumer' }))).toEqual(['PROMISE_NO_SUCH_MOVE'])
  })
})

describe('what a move is given', () => {
  const base = { neededOn: '2027-03-01', promisedOn: null, what: 'SSO', condition: null } as never

  test('PR5: the supplier’s day is promised; the consumer’s is needed, and so promised; what is left out stays', () => {
    const blank = { on: null, what: null, condition: null }
    expect(settle(base, null)).toMatchObject({ neededOn: '2027-03-01', promisedOn: '2027-03-01' })
    expect(settle(base, { by: 'supplier', ...blank, on: '2027-03-09' } as never)).toMatchObject({ neededOn: '2027-03-01', promisedOn: '2027-03-09' })
    expect(settle(base, { by: 'consumer', ...blank, on: '2027-02-20' } as never)).toMatchObject({ neededOn: '2027-02-20', promisedOn: '2027-02-20' })
    expect(settle(base, { by: 'supplier', ...blank, what: 'SAML' } as never)).toEqual({
      neededOn: '2027-03-01',
      promisedOn: '2027-03-01',
      what: 'SAML',
      condition: null,
    })
  })

  test('PR6: a counter needs other terms than those on the table', () => {
    expect(refused(() => move(promise(), 'ben', 'counter'))).toEqual(['TERMS_MISSING', 'terms'])
    expect(refused(() => move(promise(), 'ben', 'counter', { terms: {} }))).toEqual(['TERMS_MISSING', 'terms'])
    expect(refused(() => move(promise(), 'ben', 'counter', { terms: { on: '2027-03-01' } }))).toEqual(['TERMS_MISSING', 'terms'])
    const countered = () => promise({ state: 'countered', counteredBy: 'supplier', terms: { by: 'supplier', on: '2027-03-09' } })
    expect(refused(() => move(countered(), 'ana', 'counter', { terms: { on: '2027-03-09', what: 'SSO live' } }))).toEqual(['TERMS_MISSING', 'terms'])
  })

  test.each([
    ['decline', { state: 'requested' }, 'ben'],
    ['revoke', { state: 'promised' }, 'ben'],
    ['notSatisfied', { state: 'delivered' }, 'ana'],
  ] as const)('PR7: %s needs a reason that says something', (name, from, person) => {
    expect(refused(() => move(promise(from), person, name))).toEqual(['REASON_MISSING', 'reason'])
    expect(refused(() => move(promise(from), person, name, { reason: ' \n' }))).toEqual(['REASON_MISSING', 'reason'])
    const snapshot = promise(from)
    move(snapshot, person, name, why)
    expect(listOf(snapshot, 'promiseMove')[0]?.reason).toBe('No capacity')
  })

  test('PR7: a reason may go with every move', () => {
    const snapshot = promise()
    move(snapshot, 'ben', 'promise', { reason: 'Gladly' })
    expect(listOf(snapshot, 'promiseMove')[0]?.reason).toBe('Gladly')
  })

  test('PR8: what a move does not take is refused by its path', () => {
    expect(refused(() => move(promise(), 'ben', 'promise', { terms: { on: '2027-03-09' } }))).toEqual(['VALIDATION', 'terms'])
    expect(refused(() => move(promise(), 'ben', 'promise', { answerBy: '2027-03-09' }))).toEqual(['VALIDATION', 'answerBy'])
    expect(refused(() => move(promise({ state: 'promised' }), 'ben', 'deliver', { promisedOn: '2027-03-09' }))).toEqual(['VALIDATION', 'promisedOn'])
    expect(refused(() => move(promise({ state: 'delivered' }), 'ana', 'accept', { supplierKeyResultId: 'give' }))).toEqual([
      'VALIDATION',
      'supplierKeyResultId',
    ])
  })

  test('PR9: a bound key result lives on the supplier’s node; the consumer cannot bind', () => {
    const bind = (supplierKeyResultId: string) => () =>
      move(promise({ supplier: null, supplierNodeId: 'platform' }), 'ben', 'promise', { supplierKeyResultId })
    expect(bind('spare')()).toMatchObject({ supplierKeyResultId: 'spare', supplierNodeId: 'platform', state: 'promised' })
    expect(refused(bind('other'))).toEqual(['VALIDATION', 'supplierKeyResultId'])
    expect(refused(bind('gone'))).toEqual(['UNKNOWN_REFERENCE', 'supplierKeyResultId'])
    const inside = () =>
      move(promise({ supplier: null, supplierNodeId: 'billing', state: 'promised' }), 'ana', 'bind', { supplierKeyResultId: 'need' })
    expect(refused(inside)).toEqual(['SELF_DEPENDENCY', 'supplierKeyResultId'])
    const counter = { state: 'countered', counteredBy: 'supplier', terms: { by: 'supplier', on: '2027-03-09' } }
    expect(refused(() => move(promise(counter), 'ana', 'accept', { supplierKeyResultId: 'spare' }))).toEqual(['VALIDATION', 'supplierKeyResultId'])
  })

  test('PR9: an answer is put off to a day from today on', () => {
    expect(refused(() => move(promise(), 'ben', 'defer'))).toEqual(['VALIDATION', 'answerBy'])
    expect(refused(() => move(promise(), 'ben', 'defer', { answerBy: '2027-02-09' }))).toEqual(['VALIDATION', 'answerBy'])
    expect(move(promise(), 'ben', 'defer', { answerBy: today })).toMatchObject({ state: 'deferred', answerBy: today })
  })
})

describe('what a move leads to', () => {
  test('PR40: every move clears what lay on the table; naming the key result does not', () => {
    expect(move(promise({ state: 'deferred', answerBy: '2027-02-12' }), 'ben', 'promise')).toMatchObject({ answerBy: null })
    const changing = { state: 'promised', terms: { by: 'supplier', on: '2027-03-09' } }
    expect(move(promise(changing), 'ben', 'deliver')).toMatchObject({ terms: null })
    expect(move(promise(changing), 'ben', 'bind', { supplierKeyResultId: 'spare' })).toMatchObject({
      terms: { on: '2027-03-09' },
      supplierKeyResultId: 'spare',
    })
  })

  test('PR41: promised for the day that is said, else the needed one', () => {
    expect(move(promise(), 'ben', 'promise').promisedOn).toBe('2027-03-01')
    expect(move(promise(), 'ben', 'promise', { promisedOn: '2027-02-25' }).promisedOn).toBe('2027-02-25')
    expect(move(promise({ neededOn: null }), 'ben', 'promise').promisedOn).toBeNull()
  })

  test('PR42: a counter of the supplier, accepted, sets the promised day and leaves the needed one', () => {
    const snapshot = promise()
    expect(move(snapshot, 'ben', 'counter', { terms: { on: '2027-03-20', what: 'SAML', condition: 'two tenants' } })).toMatchObject({
      neededOn: '2027-03-01',
      promisedOn: null,
      what: 'SSO live',
      counteredBy: 'supplier',
    })
    expect(move(snapshot, 'ana', 'accept')).toMatchObject({
      neededOn: '2027-03-01',
      promisedOn: '2027-03-20',
      what: 'SAML',
      condition: 'two tenants',
      terms: null,
      counteredBy: null,
    })
  })

  test('PR42: a counter of the consumer, accepted, sets both', () => {
    const snapshot = promise({ state: 'offered', promisedOn: '2027-03-15' })
    move(snapshot, 'ana', 'counter', { terms: { on: '2027-03-05' } })
    expect(move(snapshot, 'ben', 'accept', { supplierKeyResultId: 'spare' })).toMatchObject({
      neededOn: '2027-03-05',
      promisedOn: '2027-03-05',
      supplierKeyResultId: 'spare',
    })
  })

  test('PR43: a change holds only after the other side agreed', () => {
    const start = () => {
      const snapshot = promise({ state: 'promised', promisedOn: '2027-03-01' })
      move(snapshot, 'ben', 'propose', { terms: { on: '2027-03-20' } })
      return snapshot
    }
    expect(get(start(), 'dependency', 'd1')).toMatchObject({
      state: 'promised',
      promisedOn: '2027-03-01',
      terms: { by: 'supplier', on: '2027-03-20' },
    })
    expect(move(start(), 'ana', 'agree')).toMatchObject({ state: 'promised', promisedOn: '2027-03-20', neededOn: '2027-03-01', terms: null })
    expect(move(start(), 'ana', 'refuse')).toMatchObject({ promisedOn: '2027-03-01', terms: null })
    expect(move(start(), 'ben', 'withdraw')).toMatchObject({ state: 'promised', promisedOn: '2027-03-01', terms: null })
    expect(refused(() => move(start(), 'ben', 'agree'))).toEqual(['PROMISE_NOT_YOUR_MOVE'])
    expect(refused(() => move(start(), 'ana', 'propose', { terms: { on: '2027-04-01' } }))).toEqual(['PROMISE_NO_SUCH_MOVE'])
  })

  test('PR44: declined and withdrawn have no promised day, revoked and cancelled keep theirs', () => {
    const offer = { state: 'offered', promisedOn: '2027-03-15' }
    expect(move(promise(offer), 'ana', 'decline', why).promisedOn).toBeNull()
    expect(move(promise(offer), 'ben', 'withdraw').promisedOn).toBeNull()
    const promised = { state: 'promised', promisedOn: '2027-03-15' }
    expect(move(promise(promised), 'ben', 'revoke', why).promisedOn).toBe('2027-03-15')
    expect(move(promise(promised), 'ana', 'cancel').promisedOn).toBe('2027-03-15')
  })

  test('PR45: asked again, with other terms at once, and without the day of the promise that was revoked', () => {
    const snapshot = promise({ state: 'revoked', promisedOn: '2027-02-15' })
    expect(move(snapshot, 'ana', 'request', { terms: { on: '2027-04-01', what: 'SSO for one tenant' } })).toMatchObject({
      state: 'requested',
      neededOn: '2027-04-01',
      promisedOn: null,
      what: 'SSO for one tenant',
      terms: null,
    })
  })

  test('PR46: the record of a move says who, when, for whom, from where to where, and what was settled', () => {
    const snapshot = promise()
    run(snapshot, 'ben', moveCall('counter', { terms: { on: '2027-03-20' }, reason: 'Two are away' }))
    run(snapshot, 'ana', moveCall('accept'))
    const [counter, accept] = listOf(snapshot, 'promiseMove')
    expect(counter).toMatchObject({
      move: 'counter',
      from: 'requested',
      to: 'countered',
      side: 'supplier',
      personId: 'ben',
      at: '2027-02-10T09:00:00Z',
      reason: 'Two are away',
      terms: { by: 'supplier', on: '2027-03-20', what: null, condition: null },
    })
    expect(accept).toMatchObject({
      move: 'accept',
      from: 'countered',
      to: 'promised',
      side: 'consumer',
      personId: 'ana',
      terms: { by: 'supplier', on: '2027-03-20' },
    })
    expect((accept?.rank ?? 0) > (counter?.rank ?? 0)).toBe(true)
  })

  test('PR46: a change set that moves a promise is told as that', () => {
    const told = (from: Readonly<Record<string, unknown>>, person: 'ana' | 'ben', name: 'promise' | 'decline' | 'accept', given = {}) => {
      const snapshot = promise(from)
      return summarise(snapshot, run(snapshot, person, moveCall(name, given)))
    }
    expect(told({}, 'ben', 'promise')).toBe('Promised “SSO live”')
    expect(told({}, 'ben', 'decline', why)).toBe('Declined “SSO live”')
    expect(told({ state: 'delivered' }, 'ana', 'accept')).toBe('Accepted “SSO live”')
  })

  test('PR46: an id of a move is taken once', () => {
    const snapshot = promise()
    run(snapshot, 'ben', moveCall('counter', { moveId: 'mine', terms: { on: '2027-03-20' } }))
    expect(refused(() => run(snapshot, 'ana', moveCall('accept', { moveId: 'mine' })))).toEqual(['ID_TAKEN'])
  })
})
