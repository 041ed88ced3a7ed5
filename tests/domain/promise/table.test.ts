import { describe, expect, test } from 'vitest'
import { system } from '../../../lib/domain/access.ts'
import { table } from '../../../lib/domain/promise/machine.ts'
import { openMoves } from '../../../lib/domain/promise/moves.ts'
import { get, listOf } from '../../../lib/domain/snapshot.ts'
import { type PromiseMoveName, type PromiseState, promiseMoves, promiseStates } from '../../../lib/domain/vocabulary.ts'
import { move, moveCall, network, type PersonOfTest, promise, refusal, refused, run, today, who } from './kit.ts'

type Loose = Readonly<Record<string, unknown>>

const other = { terms: { on: '2027-03-20' } }
const why = { reason: 'Everybody is on live alerts' }
const asked = { move: 'request', to: 'requested', side: 'consumer' }
const offered = { move: 'offer', to: 'offered', side: 'supplier' }
const bySupplier = { counteredBy: 'supplier', terms: { by: 'supplier', on: '2027-03-09' } }
const byConsumer = { counteredBy: 'consumer', terms: { by: 'consumer', on: '2027-02-20' } }
const changing = { promisedOn: '2027-03-01', terms: { by: 'supplier', on: '2027-03-09' } }

/** Each row of the table, moved by somebody of the side that it names: where from, who, what, where to. */
const rows: readonly (readonly [
  title: string,
  from: Loose,
  person: PersonOfTest,
  name: PromiseMoveName,
  to: PromiseState,
  given?: Loose,
  history?: Loose,
])[] = [
  ['PR10: inside one node a lead promises by asking', { supplier: 'beside', state: 'draft' }, 'ana', 'request', 'promised'],
  ['PR10: … and again after a refusal', { supplier: 'beside', state: 'declined' }, 'ana', 'request', 'promised'],
  ['PR10: … who does not lead it asks those who do', { supplier: 'beside', state: 'draft' }, 'carl', 'request', 'requested'],
  ['PR11: a draft is asked', { state: 'draft' }, 'ana', 'request', 'requested'],
  ['PR13: an offer is accepted', { state: 'offered' }, 'ana', 'accept', 'promised'],
  ['PR14: an offer is countered', { state: 'offered' }, 'ana', 'counter', 'countered', other],
  ['PR15: an offer is declined', { state: 'offered' }, 'ana', 'decline', 'declined', why],
  ['PR16: an ask is promised', {}, 'ben', 'promise', 'promised'],
  ['PR16: … also after it was put off', { state: 'deferred', answerBy: '2027-02-12' }, 'ben', 'promise', 'promised'],
  ['PR17: an ask is countered', {}, 'ben', 'counter', 'countered', other],
  ['PR17: … also after it was put off', { state: 'deferred' }, 'ben', 'counter', 'countered', other],
  ['PR18: an ask is declined', {}, 'ben', 'decline', 'declined', why],
  ['PR18: … also after it was put off', { state: 'deferred' }, 'ben', 'decline', 'declined', why],
  ['PR19: an answer is put off', {}, 'ben', 'defer', 'deferred', { answerBy: '2027-02-15' }],
  ['PR20: the consumer accepts the supplier’s counter', { state: 'countered', ...bySupplier }, 'ana', 'accept', 'promised'],
  ['PR20: the supplier accepts the consumer’s counter', { state: 'countered', ...byConsumer }, 'ben', 'accept', 'promised'],
  ['PR21: a counter is countered', { state: 'countered', ...bySupplier }, 'ana', 'counter', 'countered', other],
  ['PR22: a counter is declined', { state: 'countered', ...bySupplier }, 'ana', 'decline', 'declined', why],
  ['PR23: an ask is withdrawn', {}, 'ana', 'withdraw', 'withdrawn'],
  ['PR23: an ask that was put off is withdrawn', { state: 'deferred' }, 'ana', 'withdraw', 'withdrawn'],
  ['PR23: a countered ask is withdrawn by who asked', { state: 'countered', ...byConsumer }, 'ana', 'withdraw', 'withdrawn', {}, asked],
  ['PR23: a countered offer is withdrawn by who offered', { state: 'countered', ...bySupplier }, 'ben', 'withdraw', 'withdrawn', {}, offered],
  ['PR23: an offer is withdrawn', { state: 'offered' }, 'ben', 'withdraw', 'withdrawn'],
  ['PR24: a promise is delivered', { state: 'promised' }, 'ben', 'deliver', 'delivered'],
  ['PR25: a change is agreed to', { state: 'promised', ...changing }, 'ana', 'agree', 'promised'],
  ['PR26: a change is refused', { state: 'promised', ...changing }, 'ana', 'refuse', 'promised'],
  ['PR27: a change is withdrawn', { state: 'promised', ...changing }, 'ben', 'withdraw', 'promised'],
  ['PR28: the supplier proposes a change', { state: 'promised' }, 'ben', 'propose', 'promised', other],
  ['PR28: the consumer proposes a change', { state: 'promised' }, 'ana', 'propose', 'promised', other],
  ['PR29: the supplier names another key result', { state: 'promised' }, 'ben', 'bind', 'promised', { supplierKeyResultId: 'spare' }],
  ['PR30: a promise is revoked', { state: 'promised' }, 'ben', 'revoke', 'revoked', why],
  ['PR31: a promise is cancelled', { state: 'promised' }, 'ana', 'cancel', 'cancelled'],
  ['PR32: a delivery is accepted', { state: 'delivered' }, 'ana', 'accept', 'accepted'],
  ['PR33: a delivery does not satisfy', { state: 'delivered' }, 'ana', 'notSatisfied', 'promised', why],
  ['PR34: asked again after a refusal', { state: 'declined' }, 'ana', 'request', 'requested'],
  ['PR34: asked again after a promise was revoked', { state: 'revoked' }, 'ana', 'request', 'requested', other],
  ['PR35: a need that nobody will meet is given up', { state: 'declined' }, 'ana', 'withdraw', 'withdrawn'],
]

const cases = rows.map(([title, from, person, name, to, given = {}, history]) => ({
  title,
  person,
  name,
  to,
  given,
  start: () => promise(from, history ? [history] : []),
}))

describe('the table', () => {
  test.each(cases)('$title', ({ start, person, name, to, given }) => {
    const snapshot = start()
    const before = get(snapshot, 'dependency', 'd1').state
    expect(move(snapshot, person, name, given).state).toBe(to)
    expect(listOf(snapshot, 'promiseMove').at(-1)).toMatchObject({ dependencyId: 'd1', move: name, from: before, to, personId: person })
  })

  test('PR12: an offer is made with the need, by who speaks for the side that gives', () => {
    const input = {
      id: 'd1',
      consumerKeyResultId: 'need',
      supplierKeyResultId: 'give',
      what: 'SSO live',
      strength: 1,
      state: 'offered',
      promisedOn: '2027-03-01',
    }
    const snapshot = network()
    run(snapshot, 'ben', { name: 'dependency.create', input })
    expect(get(snapshot, 'dependency', 'd1')).toMatchObject({ state: 'offered', promisedOn: '2027-03-01' })
    expect(listOf(snapshot, 'promiseMove')).toMatchObject([
      { id: 'move_d1', move: 'offer', from: null, to: 'offered', side: 'supplier', personId: 'ben' },
    ])
    expect(refused(() => run(network(), 'ana', { name: 'dependency.create', input }))).toEqual(['PROMISE_NOT_YOUR_MOVE'])
  })

  test('PR10-PR35: every row has an example above', () => {
    const cited = rows.map(([title]) => title.split(':')[0])
    expect(table.map(({ rule }) => rule).filter((rule) => !cited.includes(rule))).toEqual([])
  })

  test('PR36: whatever no row allows is refused, in every state, by everybody; the network stays as it was', () => {
    const allowed = new Set(table.flatMap(({ from, move: name }) => from.map((state) => `${state} ${name}`)))
    const everything = { ...why, ...other, answerBy: '2027-02-15', promisedOn: '2027-03-01', supplierKeyResultId: 'spare' }
    for (const state of promiseStates)
      for (const name of promiseMoves) {
        if (allowed.has(`${state} ${name}`)) continue
        const snapshot = promise({ state })
        expect(
          refused(() => move(snapshot, system, name, everything)),
          `${state} ${name}`,
        ).toEqual(['PROMISE_NO_SUCH_MOVE'])
        expect(get(snapshot, 'dependency', 'd1').state).toBe(state)
        expect(snapshot.tables.promiseMove.size).toBe(0)
      }
  })

  test('PR36: accepted, withdrawn and cancelled are ends', () => {
    for (const state of ['accepted', 'withdrawn', 'cancelled']) {
      expect(openMoves(promise({ state }), 'd1', system, today)).toEqual([])
      expect(refusal(() => move(promise({ state }), 'ana', 'request')).message).toMatch(/has ended; ask anew/)
    }
  })

  test('PR36: a refusal says what is possible, by whom', () => {
    const { message, details } = refusal(() => move(promise(), 'ben', 'deliver'))
    expect(message).toBe(
      '“SSO live” is asked. Possible now, by the side that gives it: “Promise”, “Counter”, “Decline”, “Answer by a day”; by the side that needs it: “Withdraw”.',
    )
    expect(details).toMatchObject({ dependencyId: 'd1', state: 'requested', possible: ['promise', 'counter', 'decline', 'defer', 'withdraw'] })
  })

  test('PR37: the other side is refused and told whose move it is', () => {
    const { code, message, details } = refusal(() => move(promise(), 'ana', 'promise'))
    expect([code, details['names'], details['side'], details['nodeId']]).toEqual(['PROMISE_NOT_YOUR_MOVE', ['Ben'], 'supplier', 'platform'])
    expect(message).toBe('“Promise” belongs to the side that gives it (platform). It is the move of Ben.')
  })

  test.each(cases.filter(({ title }) => !title.startsWith('PR10')))('PR37: nobody else can do it – $title', ({ start, person, name, given }) => {
    const bothSides = name === 'propose'
    for (const stranger of ['ana', 'ben', 'cleo', 'eva', 'fay', 'vic'] as const) {
      const mayAsk = name === 'request' && stranger === 'eva'
      if (stranger === person || mayAsk || (bothSides && (stranger === 'ana' || stranger === 'ben'))) continue
      expect(
        refused(() => move(start(), stranger, name, given)),
        stranger,
      ).toEqual(['PROMISE_NOT_YOUR_MOVE'])
    }
  })

  test('PR1-PR2: openMoves shows to each person exactly what the command takes from that person', () => {
    const everyone = ['ana', 'ben', 'carl', 'cleo', 'eva', 'olga', 'fay', 'vic'] as const
    for (const state of promiseStates)
      for (const person of everyone)
        for (const name of promiseMoves) {
          const open = openMoves(promise({ state }), 'd1', who(person), today).filter((each) => each.move === name)
          const needs = new Set(open.flatMap((each) => each.needs))
          const given = {
            ...(needs.has('reason') ? why : {}),
            ...(needs.has('terms') ? other : {}),
            ...(needs.has('day') ? { answerBy: today } : {}),
            ...(needs.has('keyResult') ? { supplierKeyResultId: 'spare' } : {}),
          }
          const attempt = () => move(promise({ state }), person, name, given)
          if (open.length === 0) expect(refused(attempt)[0], `${state} ${person} ${name}`).toMatch(/^PROMISE_N/)
          else expect(attempt().state, `${state} ${person} ${name}`).toBe(open[0]?.to)
        }
  })

  test('PR2: keys answer with one press, and a move that was refused left no trace in the batch', () => {
    const keys = openMoves(promise(), 'd1', who('ben'), today).map(({ move: name, key }) => [name, key])
    expect(keys).toEqual([
      ['promise', 'Y'],
      ['counter', 'C'],
      ['decline', 'X'],
      ['defer', null],
    ])
    const snapshot = promise()
    expect(refused(() => run(snapshot, 'ben', [moveCall('promise'), moveCall('deliver'), moveCall('accept')]))).toEqual(['PROMISE_NOT_YOUR_MOVE'])
    expect(get(snapshot, 'dependency', 'd1').state).toBe('requested')
  })
})
