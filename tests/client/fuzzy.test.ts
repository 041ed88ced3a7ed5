import { describe, expect, test } from 'vitest'
import { placeInCycle } from '../../lib/client/cycle.ts'
import { fuzzyFilter, fuzzyScore } from '../../lib/client/fuzzy.ts'
import { readNumber, readValue } from '../../lib/client/metric-text.ts'
import { parseSelection, selectionOf } from '../../lib/client/view.ts'
import { asId } from '../../lib/domain/ids.ts'

describe('finding by a few letters', () => {
  test('letters in order match, others do not', () => {
    expect(fuzzyScore('Platform & tools', 'pltf')).not.toBeNull()
    expect(fuzzyScore('Platform & tools', 'tp')).toBeNull()
  })
  test('a beginning comes before a word, a word before letters apart', () => {
    const names = ['People ops', 'Great products', 'Products', 'Prompt outreach, duct tape']
    expect(fuzzyFilter(names, 'prod', (name) => name)).toEqual(['Products', 'Great products', 'Prompt outreach, duct tape'])
  })
  test('with nothing typed the order stays', () => {
    expect(fuzzyFilter(['b', 'a'], ' ', (name) => name)).toEqual(['b', 'a'])
  })
})

describe('values as they are typed', () => {
  test.each([
    ['6,5', 6.5],
    ['1 200', 1200],
    ['$1.2M', 1_200_000],
    ['85 %', 85],
    ['soon', null],
    ['', null],
  ])('%s is %s', (text, value) => {
    expect(readNumber(text)).toBe(value)
  })
  test('each metric takes its own kind', () => {
    expect(readValue({ kind: 'boolean', current: null }, 'yes')).toBe(1)
    expect(readValue({ kind: 'boolean', current: null }, '7')).toBeNull()
    expect(readValue({ kind: 'ordinal', zones: { commit: null, target: null, stretch: null }, current: null }, 'tar')).toBe('target')
    const steps = [
      { name: 'a', weight: null, done: null },
      { name: 'b', weight: null, done: null },
    ]
    expect(readValue({ kind: 'milestone', steps }, '100 ?')).toEqual([1, null])
    expect(readValue({ kind: 'milestone', steps }, '100')).toBeNull()
    expect(readValue({ kind: 'milestone', steps }, '100 140')).toBeNull()
  })
})

describe('the place in a cycle', () => {
  const cycle = { id: asId<'cycle'>('c'), rank: 1, name: '2027-Q1', startsOn: '2027-01-01', endsOn: '2027-03-31', phase: null }
  test.each([
    ['2027-01-01', 'week 1 of 13'],
    ['2027-02-10', 'week 6 of 13'],
    ['2027-03-31', 'week 13 of 13'],
    ['2026-12-31', 'starts tomorrow'],
    ['2027-04-01', 'ended'],
  ])('%s: %s', (day, words) => {
    expect(placeInCycle(cycle, day)).toBe(words)
  })
})

describe('a selection in the address', () => {
  test('is read back as it was written, colons and all', () => {
    expect(parseSelection(selectionOf('kr', 'a:b c'))).toEqual({ kind: 'kr', entity: 'keyResult', id: 'a:b c' })
  })
  test('is nothing where it is nothing that can be selected', () => {
    expect(parseSelection('toString:x')).toBeNull()
    expect(parseSelection('node')).toBeNull()
    expect(parseSelection(null)).toBeNull()
  })
})
