import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commands } from '../../../lib/domain/command/registry.ts'
import { relationshipsToLookAt } from '../../../lib/domain/review/attention.ts'
import { healthOf, healthSentence } from '../../../lib/domain/review/health.ts'
import { get } from '../../../lib/domain/snapshot.ts'
import { healths } from '../../../lib/domain/vocabulary.ts'
import { network, now, refused, run, today } from './kit.ts'

type Given = readonly (readonly [day: string, health: string, personId?: string])[]

function looked(given: Given, exchangeId = 'care-brand') {
  return network({
    exchangeCheck: given.map(([day, health, personId = null], at) => ({ id: `look${at}`, exchangeId, at: `${day}T09:00:00Z`, health, personId })),
  })
}

function health(given: Given) {
  return healthOf(looked(given), 'care-brand', today)
}

describe('a look', () => {
  test('RV1: says how it goes, now, in one’s own name', () => {
    const snapshot = network()
    run(snapshot, 'ben', 'exchangeCheck.create', { id: 'new', exchangeId: 'care-brand', health: 'worse', note: '  Two weeks of silence ' })
    expect(get(snapshot, 'exchangeCheck', 'new')).toMatchObject({ at: now, personId: 'ben', health: 'worse', note: 'Two weeks of silence', rank: 1 })
    run(snapshot, 'ana', 'exchangeCheck.create', { id: 'other', exchangeId: 'care-brand', health: 'better', note: ' ' })
    expect(get(snapshot, 'exchangeCheck', 'other')).toMatchObject({ personId: 'ana', note: null, rank: 2 })
  })

  test('RV1: is refused to who is on neither node, with an id that is taken, and of an exchange that is not there', () => {
    const look = { id: 'new', exchangeId: 'care-growth', health: 'same' } as const
    for (const person of ['ben', 'flo', 'vic']) expect(refused(network(), person, 'exchangeCheck.create', look)).toEqual(['FORBIDDEN'])
    expect(refused(looked([['2027-02-01', 'same']]), 'ana', 'exchangeCheck.create', { ...look, id: 'look0' })).toEqual(['ID_TAKEN'])
    expect(refused(network(), 'ana', 'exchangeCheck.create', { ...look, exchangeId: 'gone' })).toEqual(['UNKNOWN_REFERENCE', 'exchangeId'])
  })

  test('RV1: is never changed: no command does that', () => {
    expect([...commands.keys()].filter((name) => name.startsWith('exchangeCheck'))).toEqual(['exchangeCheck.create'])
  })
})

describe('health', () => {
  test('RV2: the level is the running sum of the last 28 days', () => {
    const { level, looks, daysSince } = health([
      ['2027-01-13', 'worse'],
      ['2027-01-14', 'better'],
      ['2027-01-20', 'better'],
      ['2027-02-01', 'same'],
      ['2027-02-08', 'worse'],
    ])
    expect(looks.map((look) => look.level)).toEqual([null, 1, 2, 2, 1])
    expect([level, daysSince]).toEqual([1, 2])
  })

  test('RV3: nothing is known where nobody looked, and no level where nobody looked of late', () => {
    expect(health([])).toMatchObject({ looks: [], last: null, daysSince: null, level: null, isStale: false, differs: false })
    expect(health([['2027-01-01', 'better']])).toMatchObject({ daysSince: 40, level: null, isStale: false })
  })

  test('RV4: a look is out of date after 56 days', () => {
    expect(health([['2026-12-17', 'better']])).toMatchObject({ daysSince: 55, isStale: false })
    expect(health([['2026-12-16', 'better']])).toMatchObject({ daysSince: 56, isStale: true })
  })

  test('RV5: a look is of the side on whose node one takes part; somebody of both or of none is of no side', () => {
    const sides = (exchangeId: string) =>
      healthOf(
        looked(
          [
            ['2027-02-01', 'same', 'ana'],
            ['2027-02-02', 'same', 'ben'],
            ['2027-02-03', 'same', 'eve'],
          ],
          exchangeId,
        ),
        exchangeId,
        today,
      )
    expect(sides('care-brand').looks.map(({ side }) => side)).toEqual(['giver', 'receiver', null])
    expect(sides('brand-growth').looks.map(({ side }) => side)).toEqual(['receiver', 'giver', null])
    expect(sides('care-growth').looks.map(({ side }) => side)).toEqual([null, null, null])
  })

  test('RV5: what counts is the day of the look', () => {
    const snapshot = network({
      participation: [{ id: 'vic-brand', nodeId: 'brand', personId: 'vic', tier: 'core', until: '2027-01-31' }],
      exchangeCheck: ['2027-01-31', '2027-02-01'].map((day) => ({
        id: day,
        exchangeId: 'care-brand',
        at: `${day}T09:00:00Z`,
        health: 'same',
        personId: 'vic',
      })),
    })
    expect(healthOf(snapshot, 'care-brand', today).looks.map(({ side }) => side)).toEqual(['receiver', null])
  })

  test('RV6: both views stand apart where they differ', () => {
    const differing = health([
      ['2027-02-01', 'worse', 'ben'],
      ['2027-02-05', 'better', 'ana'],
    ])
    expect(differing.differs).toBe(true)
    expect([differing.giver?.check.health, differing.receiver?.check.health]).toEqual(['better', 'worse'])
    const agreed = health([
      ['2027-02-01', 'worse', 'ben'],
      ['2027-02-05', 'better', 'ana'],
      ['2027-02-06', 'better', 'ben'],
    ])
    expect(agreed.differs).toBe(false)
    const outOfDate = health([
      ['2026-12-01', 'worse', 'ben'],
      ['2027-02-05', 'better', 'ana'],
    ])
    expect(outOfDate).toMatchObject({ receiver: null, differs: false })
  })

  test('RV7: the order in which looks come in does not matter', () => {
    const look = fc.tuple(
      fc.integer({ min: 0, max: 80 }).map((back) => new Date(Date.parse('2027-02-10') - back * 86_400_000).toISOString().slice(0, 10)),
      fc.constantFrom(...healths),
      fc.constantFrom('ana', 'ben', 'eve'),
    )
    fc.assert(
      fc.property(fc.uniqueArray(look, { selector: ([day]) => day, maxLength: 8 }), (given) => {
        const told = (list: Given) => {
          const { level, daysSince, differs, isStale, looks } = health(list)
          return { level, daysSince, differs, isStale, levels: looks.map((each) => [each.day, each.level, each.side]) }
        }
        expect(told(given.toReversed())).toEqual(told(given))
      }),
    )
  })

  test('RV8: one sentence, both views first where they differ', () => {
    expect(healthSentence(health([]))).toBe('Never looked at.')
    expect(healthSentence(health([['2027-02-10', 'better']]))).toBe('Better, today.')
    expect(healthSentence(health([['2027-02-09', 'same']]))).toBe('Same, yesterday.')
    expect(healthSentence(health([['2026-11-02', 'worse']]))).toBe('Worse, 100 days ago: out of date.')
    const given: Given = [
      ['2027-02-01', 'worse', 'ben'],
      ['2027-02-05', 'better', 'ana'],
    ]
    expect(healthSentence(health(given))).toBe('The giver says better, the receiver worse.')
  })
})

describe('relationships to look at', () => {
  test('RV9: worse by the last look or by the trend, differing, one-sided, stale, never', () => {
    const reasons = (given: Given) => relationshipsToLookAt(looked(given), today).find(({ exchange }) => exchange.id === 'care-brand')?.reasons
    expect(reasons([])).toEqual(['never'])
    expect(reasons([['2027-02-05', 'same']])).toBeUndefined()
    expect(reasons([['2027-02-05', 'worse']])).toEqual(['worse'])
    expect(
      reasons([
        ['2027-01-20', 'worse'],
        ['2027-01-21', 'worse'],
        ['2027-02-05', 'better'],
      ]),
    ).toEqual(['worse'])
    expect(reasons([['2026-11-01', 'worse']])).toEqual(['stale'])
    expect(
      reasons([
        ['2027-02-01', 'worse', 'ben'],
        ['2027-02-05', 'better', 'ana'],
      ]),
    ).toEqual(['differs'])
    const oneSided = looked([['2027-02-05', 'same']])
    run(oneSided, null, 'exchange.update', { id: 'care-brand', set: { confirmed: false } })
    expect(relationshipsToLookAt(oneSided, today).find(({ exchange }) => exchange.id === 'care-brand')?.reasons).toEqual(['oneSided'])
  })

  test('RV10: most pressing first, then longest without a look', () => {
    const check = (exchangeId: string, day: string, said: string) => ({ id: exchangeId, exchangeId, at: `${day}T09:00:00Z`, health: said })
    const order = (...checks: readonly ReturnType<typeof check>[]) =>
      relationshipsToLookAt(network({ exchangeCheck: checks }), today).map(({ exchange }) => exchange.id)
    expect(order()).toEqual(['care-growth', 'care-brand', 'brand-growth'])
    expect(order(check('brand-growth', '2027-02-01', 'worse'), check('care-brand', '2026-10-01', 'same'))).toEqual([
      'brand-growth',
      'care-brand',
      'care-growth',
    ])
    expect(order(check('care-growth', '2027-02-05', 'worse'), check('brand-growth', '2027-02-01', 'worse'))[0]).toBe('brand-growth')
  })
})
