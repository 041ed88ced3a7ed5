import { describe, expect, test } from 'vitest'
import { system } from '../../../lib/domain/access.ts'
import type { CommandCall } from '../../../lib/domain/command/call.ts'
import { planDelete } from '../../../lib/domain/command/cascade.ts'
import { moveFields } from '../../../lib/domain/promise/effect.ts'
import { firstMoveId } from '../../../lib/domain/promise/record-move.ts'
import { promisesTouched, touchedSentence } from '../../../lib/domain/promise/touched.ts'
import { find, get, listOf, type Snapshot } from '../../../lib/domain/snapshot.ts'
import { promiseStates } from '../../../lib/domain/vocabulary.ts'
import { network, promise, refusal, refused, run } from './kit.ts'

type Loose = Readonly<Record<string, unknown>>

function create(fields: Loose, person: Parameters<typeof run>[1] = 'ana') {
  const snapshot = network()
  const input = {
    id: 'd1',
    consumerKeyResultId: 'need',
    supplierKeyResultId: 'give',
    what: 'SSO live',
    strength: 1,
    neededOn: '2027-03-01',
    ...fields,
  }
  run(snapshot, person, { name: 'dependency.create', input })
  return snapshot
}

function update(snapshot: Snapshot, set: Loose) {
  run(snapshot, 'ana', { name: 'dependency.update', input: { id: 'd1', set } })
  return get(snapshot, 'dependency', 'd1')
}

describe('making a need', () => {
  test('PR50: a draft unless it says otherwise, without a move', () => {
    const snapshot = create({})
    expect(get(snapshot, 'dependency', 'd1').state).toBe('draft')
    expect(snapshot.tables.promiseMove.size).toBe(0)
  })

  test('PR48: asked at once, with its first move from the same step', () => {
    const snapshot = create({ state: 'requested' })
    expect(listOf(snapshot, 'promiseMove')).toMatchObject([
      { id: 'move_d1', move: 'request', from: null, to: 'requested', side: 'consumer', personId: 'ana' },
    ])
  })

  test('PR48: the id of the first move follows from that of the need', () => {
    expect(firstMoveId('dep_0192e4a5-7c1e-7000-8000-000000000001')).toBe('move_0192e4a5-7c1e-7000-8000-000000000001')
    expect(firstMoveId('need 7')).toBe('move_need 7')
    expect(firstMoveId('x'.repeat(200))).toHaveLength(200)
  })

  test('PR48: inside one node, who speaks for it promises in one step', () => {
    const inside = { supplierKeyResultId: 'beside', state: 'requested' }
    expect(get(create(inside), 'dependency', 'd1')).toMatchObject({ state: 'promised', promisedOn: '2027-03-01' })
    expect(get(create(inside, 'carl'), 'dependency', 'd1')).toMatchObject({ state: 'requested', promisedOn: null })
  })

  test.each(promiseStates.filter((state) => !['draft', 'requested', 'offered'].includes(state)))(
    'PR50: not as %s, but for the program itself',
    (state) => {
      expect(refused(() => create({ state }))).toEqual(['PROMISE_CHANGES_BY_MOVE', 'state'])
      expect(get(create({ state }, system), 'dependency', 'd1').state).toBe(state)
    },
  )

  test('PR50: fields that moves set are refused; an offer says its day', () => {
    expect(refused(() => create({ promisedOn: '2027-03-01' }))).toEqual(['PROMISE_CHANGES_BY_MOVE', 'promisedOn'])
    expect(refused(() => create({ state: 'requested', answerBy: '2027-03-01', counteredBy: 'supplier' }))).toEqual([
      'PROMISE_CHANGES_BY_MOVE',
      'counteredBy',
      'answerBy',
    ])
    expect(get(create({ state: 'offered', promisedOn: '2027-03-01' }, 'ben'), 'dependency', 'd1').promisedOn).toBe('2027-03-01')
  })

  test('PR4: asking needs the right to change the key result that needs', () => {
    expect(refused(() => create({ state: 'requested' }, 'cleo'))).toEqual(['FORBIDDEN'])
    expect(refused(() => create({}, 'vic'))).toEqual(['FORBIDDEN'])
    expect(get(create({ state: 'requested' }, 'eva'), 'dependency', 'd1').state).toBe('requested')
  })
})

describe('changing and deleting a need', () => {
  test('PR51: a draft changes freely but for what moves set', () => {
    const snapshot = promise({ state: 'draft' })
    expect(update(snapshot, { what: 'SAML', neededOn: '2027-04-01', supplierKeyResultId: 'spare', condition: 'two tenants' })).toMatchObject({
      what: 'SAML',
      supplierKeyResultId: 'spare',
    })
    for (const field of moveFields) {
      const value = {
        state: 'requested',
        promisedOn: '2027-03-01',
        counteredBy: 'supplier',
        answerBy: '2027-03-01',
        terms: { by: 'supplier', on: '2027-03-01' },
      }[field]
      expect(refused(() => update(snapshot, { [field]: value }))).toEqual(['PROMISE_CHANGES_BY_MOVE', field])
    }
  })

  test('PR51: later only how much it matters, the note and the place', () => {
    for (const state of promiseStates.filter((each) => each !== 'draft')) {
      expect(update(promise({ state }), { strength: 0.5, note: 'x', rank: 9 })).toMatchObject({ strength: 0.5, note: 'x', rank: 9, state })
      expect(refused(() => update(promise({ state }), { what: 'y', neededOn: null, note: 'x' }))).toEqual([
        'PROMISE_CHANGES_BY_MOVE',
        'what',
        'neededOn',
      ])
    }
  })

  test('PR54: what is promised later than needed may be needed later, up to the promised day and not further', () => {
    const backwards = () => promise({ state: 'promised', promisedOn: '2027-03-12' })
    expect(update(backwards(), { neededOn: '2027-03-12' })).toMatchObject({ neededOn: '2027-03-12', promisedOn: '2027-03-12', state: 'promised' })
    expect(update(backwards(), { neededOn: '2027-03-05' }).neededOn).toBe('2027-03-05')
    for (const neededOn of ['2027-03-13', '2027-02-20', null])
      expect(refused(() => update(backwards(), { neededOn }))).toEqual(['PROMISE_CHANGES_BY_MOVE', 'neededOn'])
    for (const state of promiseStates.filter((each) => each !== 'draft' && each !== 'promised'))
      expect(
        refused(() => update(promise({ state, promisedOn: '2027-03-12' }), { neededOn: '2027-03-12' })),
        state,
      ).toEqual(['PROMISE_CHANGES_BY_MOVE', 'neededOn'])
  })

  test('PR51: what says the same again is no change', () => {
    expect(update(promise({ state: 'promised' }), { state: 'promised', neededOn: '2027-03-01', note: 'x' }).note).toBe('x')
  })

  test('PR51: only drafts and what was withdrawn or cancelled can be deleted', () => {
    for (const state of promiseStates) {
      const snapshot = promise({ state })
      const remove = () => run(snapshot, 'ana', { name: 'dependency.delete', input: { id: 'd1', carry: true } })
      if (['draft', 'withdrawn', 'cancelled'].includes(state)) {
        remove()
        expect(find(snapshot, 'dependency', 'd1')).toBeUndefined()
      } else expect(refused(remove), state).toEqual(['PROMISE_CHANGES_BY_MOVE', 'state'])
    }
  })
})

/** Every change of structure that leaves the promise there. */
const structural: readonly (readonly [name: string, call: CommandCall])[] = [
  ['the objective of the key result that gives goes', { name: 'objective.delete', input: { id: 'obj_give', carry: true } }],
  ['the key result that gives goes', { name: 'keyResult.delete', input: { id: 'give', carry: true } }],
  ['the key result that gives moves to another node', { name: 'keyResult.update', input: { id: 'give', set: { objectiveId: 'obj_other' } } }],
  ['the objective of the consumer moves to another node', { name: 'objective.update', input: { id: 'obj_need', set: { nodeId: 'third' } } }],
  ['the lead’s participation ends', { name: 'participation.update', input: { id: 'pa2', set: { until: '2027-02-01' } } }],
  ['the lead goes', { name: 'person.delete', input: { id: 'ben', carry: true } }],
  ['the lead’s participation goes', { name: 'participation.delete', input: { id: 'pa2' } }],
  ['the metric is measured in another way', { name: 'keyResult.update', input: { id: 'give', set: { metric: { kind: 'increase', target: 4 } } } }],
  ['the cycle gets other dates', { name: 'cycle.update', input: { id: 'q', set: { endsOn: '2027-02-01' } } }],
  ['another node goes', { name: 'node.delete', input: { id: 'third', carry: true } }],
]

describe('a change of structure', () => {
  test.each(structural)('PR53: changes neither state, days nor terms – %s', (_, call) => {
    for (const state of promiseStates) {
      const terms = { by: 'supplier', on: '2027-03-20' }
      const move = { move: 'propose', from: 'promised', to: 'promised', side: 'supplier', personId: 'ben', terms }
      const snapshot = promise({ state, promisedOn: '2027-03-05', answerBy: '2027-02-12', counteredBy: 'supplier', terms }, [move])
      const { supplierKeyResultId: _kr, supplierNodeId: _node, ...before } = get(snapshot, 'dependency', 'd1')
      run(snapshot, system, call)
      expect(get(snapshot, 'dependency', 'd1')).toMatchObject(before)
      expect(listOf(snapshot, 'promiseMove')).toHaveLength(1)
    }
  })

  test('PR52: a delete names the promises in force that go with it or lose what stood behind them', () => {
    const snapshot = promise({ state: 'promised' })
    const touched = (id: string) => promisesTouched(snapshot, planDelete(snapshot, 'keyResult', id))
    expect(touched('need')).toEqual([{ id: 'd1', name: 'SSO live', state: 'promised', becomes: 'goes' }])
    expect(touched('give')).toEqual([{ id: 'd1', name: 'SSO live', state: 'promised', becomes: 'loosened' }])
    expect(touchedSentence(touched('give'))).toBe('Stays as it was settled, with nothing behind it any more: “SSO live” (promised).')
    expect(touchedSentence([])).toBe('')
  })

  test('PR52: it has to be confirmed, also where no record goes with it', () => {
    const { code, message, details } = refusal(() => run(promise({ state: 'promised' }), system, { name: 'keyResult.delete', input: { id: 'give' } }))
    expect([code, details['promises']]).toEqual(['DELETE_CARRIES_OTHERS', [{ id: 'd1', name: 'SSO live', state: 'promised', becomes: 'loosened' }]])
    expect(message).toMatch(/“SSO live” \(promised\)/)
    for (const state of ['draft', 'declined', 'withdrawn', 'accepted'])
      run(promise({ state }), system, { name: 'keyResult.delete', input: { id: 'give' } })
  })
})
