import { expect, test } from 'vitest'
import { isApart, spreadInWords, statements } from '../../../../lib/domain/ritual/check/statements.ts'
import { valueHint, wordsOfMark } from '../../../../lib/domain/ritual/check/value-words.ts'

test('CK30: the five statements, in their words and order', () => {
  expect(statements.map(({ text }) => text)).toEqual([
    'We can say in one sentence whose value our work creates.',
    'The KR moved because of what we did.',
    'Those who depend on us get what they need in time.',
    'We get what we need from others.',
    'We would spend last week the same way again.',
  ])
  expect(statements.map(({ key }) => key)).toEqual(['s1', 's2', 's3', 's4', 's5'])
})

test('CK31: votes are told as a spread, never as a mean', () => {
  expect(spreadInWords({ counts: [1, 0, 3], trends: [0, 2, 2], voters: 4 })).toBe('3 green, 1 red; 2 say it rises')
  expect(spreadInWords({ counts: [0, 2, 0], trends: [1, 1, 0], voters: 2 })).toBe('2 yellow; 1 says it falls')
  expect(spreadInWords({ counts: [0, 0, 0], trends: [], voters: 0 })).toBe('nobody has voted')
  expect(isApart({ counts: [1, 0, 3] })).toBe(true)
  expect(isApart({ counts: [2, 2, 0] })).toBe(false)
})

test.each([
  ['Patients wait two days less for their results', 'user'],
  ['Customers can pay without calling us', 'user'],
  ['Young families feel safer on the road', 'user'],
  ['New clients go live sooner', 'user'],
  ['Shops earn more with fewer returns', 'user'],
])('CK40: “%s” speaks of user value', (text, mark) => {
  expect(valueHint(text).mark).toBe(mark)
})

test.each([
  ['We launch the new portal', 'output'],
  ['We write documentation and build features', 'output'],
  ['Publishing 12 campaigns a year', 'output'],
  ['We keep the budget and meet every deadline', 'internal'],
  ['Velocity and utilisation of the team', 'internal'],
  ['We build efficiently', 'internal'],
  ['It is a good place to be', null],
  ['', null],
])('CK41: “%s” is %s', (text, mark) => {
  expect(valueHint(text).mark).toBe(mark)
})

test('CK42: every word on which it decided is given', () => {
  expect(valueHint('We ship features for customers').because).toEqual([
    { word: 'ship', list: 'output' },
    { word: 'features', list: 'output' },
    { word: 'customers', list: 'who' },
  ])
  expect(wordsOfMark('internal')).toBe('an internal measure')
})
