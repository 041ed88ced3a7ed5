import { expect, test } from 'vitest'
import { addressOf, countFilters, filterIn, isByDaysOnly, keepsWords, queryOf } from '../../../app/[network]/history/_parts/filter.ts'

const nothing = { since: null, until: null, who: null, what: null, node: null, record: null, words: null, structure: null, why: null }

test('HS4: what an address cannot mean narrows nothing', () => {
  const odd = filterIn({ ...nothing, since: '2027-02-30', until: 'soon', who: '  ', what: 'spaceship', why: 'because' })
  expect(countFilters(odd)).toBe(0)
  expect(Object.values(queryOf(odd)).filter((value) => value !== undefined)).toEqual([])
})

test('HS4: the filter that is written into an address is the one that is read from it', () => {
  const filter = filterIn({ ...nothing, since: '2027-02-01', who: 'ana', what: 'node', structure: true, why: 'none' })
  const read = Object.fromEntries(new URLSearchParams(addressOf(filter)))
  expect(filterIn({ ...nothing, ...read, structure: read['structure'] === 'true' })).toEqual(filter)
  expect(queryOf(filter)).toMatchObject({ from: '2027-02-01', actor: 'ana', entity: 'node', structural: 'true', reason: 'none' })
  expect(addressOf(filterIn(nothing))).toBe('')
})

test('the totals of days hold only where nothing else narrows the list', () => {
  expect(isByDaysOnly(filterIn({ ...nothing, since: '2027-02-01' }))).toBe(true)
  expect(isByDaysOnly(filterIn({ ...nothing, structure: true }))).toBe(false)
  expect(countFilters(filterIn({ ...nothing, since: '2027-02-01', until: '2027-02-02', structure: true }))).toBe(2)
})

test('words are found in any order and whatever the case', () => {
  expect(keepsWords('Deleted node “New clients” node.delete Ana Lind', 'ana DELETED')).toBe(true)
  expect(keepsWords('Deleted node “New clients”', 'added')).toBe(false)
  expect(keepsWords('anything', null)).toBe(true)
})
