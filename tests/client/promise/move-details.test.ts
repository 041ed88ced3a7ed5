import { describe, expect, test } from 'vitest'
import { detailsOf, type MoveDraft } from '../../../app/components/promise/move-details.ts'
import type { OpenMove } from '../../../lib/domain/promise/moves.ts'

const stands = { neededOn: '2027-03-01', promisedOn: '2027-03-01', what: 'SSO live', condition: null }
const draft: MoveDraft = { when: '1 Mar', what: 'SSO live', condition: '', reason: '', keyResultId: null }

function open(move: OpenMove['move'], needs: OpenMove['needs'], takes: OpenMove['takes'] = []): OpenMove {
  return { move, to: 'promised', side: 'supplier', needs, takes, key: null, label: move }
}

describe('what goes along with a move', () => {
  const read = { stands, day: '2027-03-01' }
  test('a counter holds only what differs from what is on the table', () => {
    const later = { ...read, day: '2027-03-08' }
    expect(detailsOf(open('counter', ['terms']), draft, later)).toEqual({ terms: { on: '2027-03-08' } })
    expect(detailsOf(open('counter', ['terms']), { ...draft, condition: ' two sign in ' }, read)).toEqual({ terms: { condition: 'two sign in' } })
  })
  test('a counter that says the same again is told so', () => {
    expect(detailsOf(open('counter', ['terms']), draft, read)).toMatch(/nothing differs/)
  })
  test('without the reason that it needs a move is held back', () => {
    expect(detailsOf(open('decline', ['reason']), draft, read)).toMatch(/why/)
    expect(detailsOf(open('decline', ['reason']), { ...draft, reason: ' No room ' }, read)).toEqual({ reason: 'No room' })
  })
  test('the day of a deferral is that of the answer, the day of a promise that of the promise', () => {
    expect(detailsOf(open('defer', ['day']), draft, read)).toEqual({ answerBy: '2027-03-01' })
    expect(detailsOf(open('promise', [], ['day', 'keyResult']), { ...draft, keyResultId: 'kr_1' }, read)).toEqual({
      promisedOn: '2027-03-01',
      supplierKeyResultId: 'kr_1',
    })
  })
  test('what is no day is told, and nothing is sent', () => {
    expect(detailsOf(open('promise', [], ['day']), { ...draft, when: 'someday' }, { stands, day: null })).toMatch(/^Write the day/)
  })
})
