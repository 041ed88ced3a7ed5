import { describe, expect, test } from 'vitest'
import { assess } from '../../../lib/domain/okr/assess.ts'
import { marketOf } from '../../../lib/domain/promise/market.ts'
import { likenessOf, similarAsks } from '../../../lib/domain/promise/similar.ts'
import type { Snapshot } from '../../../lib/domain/snapshot.ts'
import { network, today } from './kit.ts'

const need = { supplier: 'give', consumer: 'need', what: 'SSO' }
const assessed = (snapshot: Snapshot) => assess(snapshot, { today, cycleId: 'q' })

function marketIn(needs: Parameters<typeof network>[0], nodeId: string, more: Parameters<typeof network>[1] = {}) {
  const snapshot = network(needs, more)
  return marketOf(snapshot, assessed(snapshot), nodeId)
}

describe('the market of a node', () => {
  const needs = [
    { ...need, state: 'promised' },
    { ...need, state: 'requested' },
    { ...need, state: 'declined' },
    { ...need, state: 'draft' },
    { ...need, state: 'withdrawn' },
    { ...need, supplier: 'beside', state: 'requested' },
    { ...need, supplier: 'need', consumer: 'give', state: 'requested' },
  ]
  const groups = (lines: ReturnType<typeof marketOf>['needs']) => lines.map(({ dependencyId, group }) => [dependencyId, group])

  test('PR85: what a node needs stands by who has to move; what has ended is in none', () => {
    expect(groups(marketIn(needs, 'billing').needs)).toEqual([
      ['d3', 'yours'],
      ['d2', 'theirs'],
      ['d6', 'theirs'],
      ['d4', 'draft'],
      ['d1', 'agreed'],
    ])
  })

  test('PR85: the giver sees the same from the other side, without drafts', () => {
    expect(groups(marketIn(needs, 'platform').gives)).toEqual([
      ['d2', 'yours'],
      ['d3', 'theirs'],
      ['d1', 'agreed'],
    ])
  })

  test('PR85: within a group the oldest stands first, and what a node needs of itself is not what others need of it', () => {
    const moves = [3, 1].map((day, at) => ({
      id: `m${at}`,
      dependencyId: `d${at + 1}`,
      move: 'request',
      to: 'requested',
      side: 'consumer',
      at: `2027-02-0${day}T09:00:00Z`,
    }))
    const asks = [
      { ...need, state: 'requested' },
      { ...need, state: 'requested' },
      { ...need, supplier: 'spare', consumer: 'give', state: 'requested' },
    ]
    const { gives } = marketIn(asks, 'platform', { promiseMove: moves })
    expect(gives.map(({ dependencyId, ageDays }) => [dependencyId, ageDays])).toEqual([
      ['d2', 9],
      ['d1', 7],
    ])
  })

  test('PR86: too late by what is on the table, else promised, else planned by the giver', () => {
    const terms = { by: 'supplier', on: '2027-03-11', what: null, condition: null }
    const lines = marketIn(
      [
        { ...need, state: 'countered', neededOn: '2027-03-01', terms },
        { ...need, state: 'promised', neededOn: '2027-03-01', promisedOn: '2027-03-04' },
        { ...need, state: 'requested', neededOn: '2027-03-01' },
        { ...need, state: 'promised', promisedOn: '2027-03-04' },
      ],
      'platform',
    ).gives
    const late = new Map<string, number>(lines.map(({ dependencyId, backwardsDays }) => [dependencyId, backwardsDays]))
    expect([late.get('d1'), late.get('d2'), late.get('d3'), late.get('d4')]).toEqual([10, 3, 0, 0])
  })

  test('PR87: the load of a giver is what it promised to others and what waits for its answer', () => {
    const { load } = marketIn([...needs, { ...need, supplier: 'spare', consumer: 'give', state: 'promised' }], 'platform')
    expect(load).toEqual({ promised: 1, asked: 1, most: 5 })
  })

  test('AL4-AL5: what is too much for a giver is what the network has set, and nothing where it has switched the rule off', () => {
    const most = (checkSetting: readonly Readonly<Record<string, unknown>>[]) => marketIn(needs, 'platform', { checkSetting }).load.most
    expect(most([{ id: 's', rule: 'overload', limit: 8 }])).toBe(8)
    expect(most([{ id: 's', rule: 'overload', limit: 8, isOn: false }])).toBeNull()
  })

  test('PR87: what was delivered weighs on nobody any more', () => {
    const { load } = marketIn(
      [
        { ...need, state: 'delivered' },
        { ...need, state: 'accepted' },
        { ...need, state: 'promised' },
      ],
      'platform',
    )
    expect(load.promised).toBe(1)
  })
})

describe('similar asks', () => {
  test('PR88: half of the words in common, whatever fills the sentence', () => {
    expect(likenessOf('The test data sets', 'test data set')).toBe(1)
    expect(likenessOf('SSO for all clients', 'SSO live')).toBeCloseTo(1 / 3)
    expect(likenessOf('', 'SSO')).toBe(0)
  })

  test('PR88-PR89: pairs of one giver that wait for an answer, the older ask first, and whether one taker asks twice', () => {
    const what = 'Test data of two clients'
    const snapshot = network([
      { ...need, what, state: 'requested' },
      { ...need, consumer: 'other', what: 'test data, two clients', state: 'requested' },
      { ...need, consumer: 'beside', what, state: 'countered' },
      { ...need, what, state: 'promised' },
      { ...need, supplier: 'other', consumer: 'give', what, state: 'requested' },
    ])
    const pairs = similarAsks(snapshot, assessed(snapshot)).map(({ dependencyIds, isSameTaker }) => [...dependencyIds, isSameTaker])
    expect(pairs).toEqual([
      ['d1', 'd2', false],
      ['d1', 'd3', true],
      ['d2', 'd3', false],
    ])
  })
})
