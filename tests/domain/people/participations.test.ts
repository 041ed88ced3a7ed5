import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Participation } from '../../../lib/domain/entity.ts'
import { DomainError } from '../../../lib/domain/error.ts'
import { parseDocument } from '../../../lib/domain/format/parse.ts'
import { nodesServedOn, participationsOn, spansOf } from '../../../lib/domain/people/participations.ts'
import { partyOf } from '../../../lib/domain/people/party.ts'
import { faultsOf } from '../../../lib/domain/rules.ts'
import type { Snapshot } from '../../../lib/domain/snapshot.ts'
import { addDays } from '../../../lib/domain/time.ts'
import { runs } from '../../property-runs.ts'
import { record, sketch } from '../sketch.ts'
import { peopleNetwork, somebody, someDay } from './random-network.ts'

type Loose = Readonly<Record<string, unknown>>

function network(participation: readonly Loose[]): Snapshot {
  return sketch({
    area: [{ id: 'a' }],
    node: ['n', 'm', 'o'].map((id) => ({ id, areaId: 'a' })),
    person: [
      { id: 'ana', teamIds: ['crew'] },
      { id: 'ben', teamIds: [] },
    ],
    team: [{ id: 'crew' }],
    participation: participation.map((each, at) => ({ id: `part${at}`, ...each })),
  })
}

describe('who was in', () => {
  const snapshot = network([
    { nodeId: 'n', personId: 'ana', tier: 'core', from: '2027-01-05', until: '2027-02-10' },
    { nodeId: 'n', personId: 'ben', tier: 'lead', until: '2027-01-05' },
    { nodeId: 'n', teamId: 'crew', tier: 'resonance', from: '2027-02-10' },
    { nodeId: 'm', teamId: 'crew', tier: 'core' },
  ])
  const idsOn = (day: string) => participationsOn(snapshot, 'n', day).map(({ id }) => id)

  test.each([
    ['2027-01-04', ['part1']],
    ['2027-01-05', ['part1', 'part0']],
    ['2027-01-06', ['part0']],
    ['2027-02-10', ['part0', 'part2']],
    ['2027-02-11', ['part2']],
    ['2031-01-01', ['part2']],
  ])('PE1-PE2: on %s; the first and the last day belong to it, leads stand first', (day, ids) => {
    expect(idsOn(day)).toEqual(ids)
  })

  test('PE10: a person serves what the person’s teams serve, a team what its people serve', () => {
    const served = (id: string, day: string) =>
      nodesServedOn(snapshot, partyOf(snapshot, id), day).map(({ nodeId, by }) => [nodeId, ...by.map((each) => each.id)])
    expect(served('ana', '2027-02-10')).toEqual([
      ['n', 'part0', 'part2'],
      ['m', 'part3'],
    ])
    expect(served('crew', '2027-01-05')).toEqual([
      ['n', 'part0'],
      ['m', 'part3'],
    ])
    expect(served('ben', '2027-01-06')).toEqual([])
    expect(() => partyOf(snapshot, 'nobody')).toThrow(DomainError)
  })

  test('PE11: agrees with asking every participation in turn', () => {
    fc.assert(
      fc.property(peopleNetwork, somebody, someDay, (random, id, day) => {
        const expected = new Set<string>()
        for (const each of random.tables.participation.values()) {
          const isIn = (each.from ?? '0') <= day && day <= (each.until ?? '9')
          const person = each.personId === null ? undefined : random.tables.person.get(each.personId)
          const own = each.personId === id || each.teamId === id
          const viaTeam = random.tables.person.get(id as never)?.teamIds.some((teamId) => teamId === each.teamId) ?? false
          const viaPerson = person?.teamIds.some((teamId) => teamId === id) ?? false
          if (isIn && (own || viaTeam || viaPerson)) expected.add(each.nodeId)
        }
        expect(new Set(nodesServedOn(random, partyOf(random, id), day).map(({ nodeId }) => nodeId))).toEqual(expected)
      }),
      { numRuns: runs(300), seed: 20_270_116 },
    )
  })
})

describe('spans', () => {
  const one = (from: string | null, until: string | null, more: Loose = {}): Participation =>
    record('participation', { id: `${from}-${until}`, nodeId: 'n', personId: 'ana', tier: 'core', from, until, ...more })
  const spansIn = (...list: Participation[]) => spansOf(list).map(({ from, until, parts }) => [from, until, parts.length])

  test('PE3: what overlaps or follows without a gap is one; a gap of a day makes two', () => {
    expect(spansIn(one('2027-01-01', '2027-01-10'), one('2027-01-11', '2027-02-01'))).toEqual([['2027-01-01', '2027-02-01', 2]])
    expect(spansIn(one('2027-01-01', '2027-01-10'), one('2027-01-12', '2027-02-01'))).toHaveLength(2)
    expect(spansIn(one('2027-01-01', null), one('2027-01-12', '2027-02-01'))).toEqual([['2027-01-01', null, 2]])
    expect(spansIn(one('2027-01-12', null), one(null, '2027-01-20'))).toEqual([[null, null, 2]])
    expect(spansIn(one('2027-01-01', '9999-12-31'), one('9999-12-31', null))).toEqual([['2027-01-01', null, 2]])
  })

  test('PE3: another person, team or node is another span; another tier is not', () => {
    expect(spansIn(one(null, null), one(null, null, { nodeId: 'm' }))).toHaveLength(2)
    expect(spansIn(one(null, null), one(null, null, { personId: 'ben' }))).toHaveLength(2)
    expect(spansIn(one(null, null), one(null, null, { tier: 'lead' }))).toHaveLength(1)
  })

  test('PE3: cover the same days as their participations, and no two of one party touch', () => {
    const end = fc.option(fc.integer({ min: 0, max: 12 }), { nil: null })
    const dayOf = (at: number | null) => (at === null ? null : addDays('2027-01-01', at))
    const part = fc
      .tuple(end, end)
      .map(([a, b]) => (a !== null && b !== null && b < a ? ([b, a] as const) : ([a, b] as const)))
      .map(([a, b]) => one(dayOf(a), dayOf(b)))
    const covers = (list: readonly { from: string | null; until: string | null }[], day: string) =>
      list.filter(({ from, until }) => (from ?? '0') <= day && day <= (until ?? '9')).length
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (list) => {
        const spans = spansOf(list)
        for (let at = -2; at <= 14; at += 1) {
          const day = addDays('2027-01-01', at)
          expect(covers(spans, day)).toBe(covers(list, day) > 0 ? 1 : 0)
        }
        expect(spans.flatMap(({ parts }) => parts)).toHaveLength(list.length)
      }),
      { numRuns: runs(500), seed: 20_270_117 },
    )
  })
})

describe('dates', () => {
  const codes = (from: string | null, until: string | null) =>
    faultsOf('participation', record('participation', { id: 'p', nodeId: 'n', personId: 'ana', tier: 'core', from, until }), () => true).map(
      ({ code, path }) => [code, path],
    )

  test('PE4: a participation does not end before it starts; one day is enough', () => {
    expect(codes('2027-01-05', '2027-01-04')).toEqual([['PARTICIPATION_DATES', 'until']])
    expect(codes('2027-01-05', '2027-01-05')).toEqual([])
    expect([...codes(null, '2027-01-05'), ...codes('2027-01-05', null)]).toEqual([])
  })

  test('PE4: nor does one in a document', () => {
    const document = (until: string) => ({
      format: 'weft/1',
      network: { id: 'net', name: 'N' },
      areas: [{ id: 'a', name: 'A' }],
      nodes: [{ id: 'n', areaId: 'a', name: 'N' }],
      people: [{ id: 'ana', name: 'Ana' }],
      participations: [{ id: 'p', nodeId: 'n', personId: 'ana', tier: 'core', from: '2027-01-05', until }],
    })
    expect(parseDocument(document('2027-01-05'))).toMatchObject({ ok: true })
    expect(parseDocument(document('2027-01-04'))).toMatchObject({ ok: false, faults: [{ path: 'participations[0].until' }] })
  })
})
