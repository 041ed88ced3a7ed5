import { describe, expect, test } from 'vitest'
import { assess } from '../../../../lib/domain/okr/assess.ts'
import { mostStops, partsOf } from '../../../../lib/domain/ritual/walk/agenda.ts'
import { secondsMeant, stopDetail } from '../../../../lib/domain/ritual/walk/detail.ts'
import { questionOf } from '../../../../lib/domain/ritual/walk/sentence.ts'
import { agendaSections, promiseStates } from '../../../../lib/domain/vocabulary.ts'
import { agendaOf, percent, today, told, walkNetwork } from './walk-kit.ts'

const late = { state: 'promised', promisedOn: '2027-02-01' }
const fall = (from: number, to: number) => [
  { at: '2027-01-20T09:00:00Z', confidence: from },
  { at: '2027-02-07T09:00:00Z', confidence: to },
]
const rise = (from: number, to: number) => [
  { at: '2027-01-30T09:00:00Z', value: from },
  { at: '2027-02-07T09:00:00Z', value: to },
]
const done = { metric: { kind: 'boolean', current: 1 } }

describe('what calls for a word', () => {
  test('WA3: promises, disagreements, falls, silence, asks, health; wins last, and apart', () => {
    const snapshot = walkNetwork(
      { s: {}, promised: {}, green: { confidence: 0.9 }, fell: {}, silent: {}, asks: {}, won: { metric: percent }, fine: {} },
      [
        { supplier: 's', consumer: 'promised', ...late },
        { supplier: 'promised', consumer: 'green' },
        { supplier: 's', consumer: 'asks', state: 'requested' },
      ],
      { checkIns: { fell: fall(0.9, 0.6), silent: [], won: rise(10, 20) }, healthMetric: [{ id: 'h', nodeId: 'node_s', lower: 80, current: 70 }] },
    )
    const { stops, wins, agenda, expected } = agendaOf(snapshot)
    expect(told(stops)).toEqual(['promises d1', 'disagreements green', 'fell fell', 'stale silent', 'asks d3', 'health h'])
    expect(told(wins)).toEqual(['wins won'])
    expect(agenda.map(({ id }) => id)).toEqual(['s1', 's2', 's3', 's4', 's5', 's6', 's7'])
    expect(expected).toBe(2)
  })

  test('WA1: key results of another cycle are neither walked nor counted; without a cycle all are', () => {
    const cycle = [{ id: 'q' }, { id: 'old', startsOn: '2026-10-01', endsOn: '2026-12-31', phase: 'active' }]
    const snapshot = walkNetwork({ a: { cycle: 'old' }, b: {} }, [{ supplier: 'b', consumer: 'a', ...late }], { cycle })
    expect(agendaOf(snapshot)).toMatchObject({ stops: [], expected: 1 })
    expect(told(agendaOf(snapshot, { cycleId: null }).stops)).toEqual(['promises d1'])
  })

  test('WA2: what is done calls for nothing, and neither does what it needs', () => {
    const needs = (['declined', 'requested'] as const).map((state) => ({ supplier: 's', consumer: 'a', state }))
    const snapshot = walkNetwork({ s: {}, a: { ...done, confidence: 0.9 } }, needs, { checkIns: { a: fall(0.9, 0.2) } })
    expect(agendaOf(snapshot)).toMatchObject({ stops: [], expected: 2 })
  })

  test.each(promiseStates)('WA4: a need that is %s is a broken promise where it was refused, or promised for a day that is past', (state) => {
    const stops = (more: object) => told(agendaOf(walkNetwork({ s: {}, a: {} }, [{ supplier: 's', consumer: 'a', state, ...more }])).stops)
    const isRefused = state === 'declined' || state === 'revoked'
    expect(stops({ promisedOn: today }).includes('promises d1')).toBe(isRefused)
    expect(stops({ promisedOn: '2027-02-07' }).includes('promises d1')).toBe(isRefused || state === 'promised')
  })

  test('WA6: a fall of two points is a stop, less is not', () => {
    const snapshot = walkNetwork({ a: {}, b: {} }, [], { checkIns: { a: fall(0.9, 0.7), b: fall(0.9, 0.71) } })
    expect(told(agendaOf(snapshot).stops)).toEqual(['fell a'])
  })

  test('WA5: said to be on track, and late', () => {
    const overrun = { confidence: 0.8, dueOn: '2027-02-07', metric: percent }
    const snapshot = walkNetwork({ overrun, honest: { ...overrun, confidence: 0.5 }, inTime: { ...overrun, dueOn: today } })
    expect(told(agendaOf(snapshot).stops)).toEqual(['disagreements overrun'])
    expect(agendaOf(snapshot).stops[0]?.sentence).toBe('“overrun” is said to be on track, 8 of 10, and is 1 day late.')
  })

  test('WA7: nine days of silence are too many', () => {
    const checkIns = { quiet: [{ at: '2027-01-30T09:00:00Z' }], heard: [{ at: '2027-01-31T09:00:00Z' }] }
    expect(told(agendaOf(walkNetwork({ quiet: {}, heard: {} }, [], { checkIns })).stops)).toEqual(['stale quiet'])
  })

  test('WA8: an ask that waits for seven days, or is past its day; one with an announced answer waits for it', () => {
    const ask = (more: object) => ({ supplier: 's', consumer: 'a', state: 'requested', ...more })
    const needs = [
      ask({ neededOn: '2027-02-07' }),
      ask({}),
      ask({}),
      ask({ state: 'deferred', answerBy: '2027-02-08' }),
      ask({ state: 'deferred', answerBy: '2027-02-07' }),
      ask({}),
    ]
    const moved = (dependencyId: string, at: string) => ({ id: `m_${dependencyId}`, dependencyId, move: 'request', to: 'requested', at })
    const promiseMove = [
      moved('d1', '2027-02-07T09:00:00Z'),
      moved('d2', '2027-02-01T09:00:00Z'),
      moved('d3', '2027-02-02T09:00:00Z'),
      moved('d5', '2027-01-25T09:00:00Z'),
    ]
    const snapshot = walkNetwork({ s: {}, a: {} }, needs, { promiseMove: promiseMove.map((move) => ({ side: 'consumer', ...move })) })
    expect(told(agendaOf(snapshot).stops)).toEqual(['asks d5', 'asks d2', 'asks d1', 'asks d6'])
  })

  test('WA8, AL5: how long an ask may wait is what the network has set', () => {
    const needs = [{ supplier: 's', consumer: 'a', state: 'requested' }]
    const promiseMove = [{ id: 'm', dependencyId: 'd1', move: 'request', to: 'requested', side: 'consumer', at: '2027-02-03T09:00:00Z' }]
    const stops = (limit: number) =>
      told(agendaOf(walkNetwork({ s: {}, a: {} }, needs, { promiseMove, checkSetting: [{ id: 'c', rule: 'unanswered', limit }] })).stops)
    expect([stops(5), stops(6)]).toEqual([['asks d1'], []])
  })

  test('WA9: red ones, then amber ones; what is fine or unread is none', () => {
    const metric = (id: string, current: number | null) => ({ id, nodeId: 'node_a', lower: 80, tolerance: 5, current })
    const healthMetric = [metric('amber', 76), metric('fine', 80), metric('red', 74), metric('unread', null), metric('red2', 1)]
    const snapshot = walkNetwork({ a: {} }, [], { healthMetric })
    expect(told(agendaOf(snapshot).stops)).toEqual(['health red', 'health red2', 'health amber'])
  })
})

describe('the order', () => {
  test('WA30: most waited for first: key results, then areas, then the document', () => {
    const keyResults = { s: {}, one: {}, two: { area: 'x' }, three: {}, four: {}, x1: { area: 'x' }, x2: { area: 'y' }, y1: {}, y2: {} }
    const snapshot = walkNetwork(keyResults, [
      { supplier: 's', consumer: 'one', ...late },
      { supplier: 's', consumer: 'two', ...late },
      { supplier: 's', consumer: 'three', state: 'declined' },
      { supplier: 's', consumer: 'four', state: 'revoked' },
      { supplier: 'two', consumer: 'y1' },
      { supplier: 'two', consumer: 'y2' },
      { supplier: 'three', consumer: 'x1' },
      { supplier: 'three', consumer: 'x2' },
    ])
    expect(told(agendaOf(snapshot).stops)).toEqual(['promises d3', 'promises d2', 'promises d1', 'promises d4'])
  })

  test('WA37: what the goal loses most by comes before what is most waited for, in whole hundredths, a promise by the strength of its need', () => {
    const snapshot = walkNetwork({ s: {}, one: {}, two: {}, three: {}, x1: {}, x2: {} }, [
      { supplier: 's', consumer: 'one', ...late },
      { supplier: 's', consumer: 'two', strength: 0.5, ...late },
      { supplier: 's', consumer: 'three', state: 'declined' },
      { supplier: 'three', consumer: 'x1' },
      { supplier: 'one', consumer: 'x1' },
      { supplier: 'one', consumer: 'x2' },
    ])
    const order = (losses: [string, number][]) => told(agendaOf(snapshot, { losses: new Map(losses) }).stops)
    expect(order([])).toEqual(['promises d1', 'promises d3', 'promises d2'])
    // two is worth 0.3 · 0.5, which is more than 0.1
    expect(
      order([
        ['one', 0.1],
        ['two', 0.3],
        ['three', 0.2],
      ]),
    ).toEqual(['promises d3', 'promises d2', 'promises d1'])
    // less than half of one in a hundred apart is a tie: then who waits
    expect(
      order([
        ['three', 0.104],
        ['one', 0.1],
      ]),
    ).toEqual(['promises d1', 'promises d3', 'promises d2'])
  })

  test('WA31: a key result is spoken of in one section, and each of its broken promises is a stop', () => {
    const needs = [
      { supplier: 's', consumer: 'a', state: 'revoked' },
      { supplier: 's', consumer: 'a', state: 'declined' },
    ]
    const snapshot = walkNetwork({ s: {}, a: { confidence: 0.9 } }, needs, { checkIns: { a: [] } })
    expect(told(agendaOf(snapshot).stops)).toEqual(['promises d1', 'promises d2'])
  })

  test('WA32: twelve stops, wins apart; twelve more are kept, and all that are left are counted', () => {
    const ids = Array.from({ length: 30 }, (_, at) => `k${at}`)
    const checkIns = { ...Object.fromEntries(ids.map((id) => [id, []])), won: rise(0, 5), sunk: fall(0.9, 0.1) }
    const snapshot = walkNetwork({ ...Object.fromEntries(ids.map((id) => [id, {}])), won: { metric: percent }, sunk: {} }, [], { checkIns })
    const agenda = agendaOf(snapshot)
    expect([agenda.stops.length, agenda.wins.length, agenda.left.length, agenda.agenda.length]).toEqual([mostStops, 1, 12, 25])
    expect(told(agenda.stops).slice(0, 3)).toEqual(['fell sunk', 'stale k0', 'stale k1'])
    expect(agenda.leftBySection).toEqual({ stale: 19 })
    expect(agenda.expected).toBe(0)
    expect(partsOf(agenda.agenda)).toEqual({ stops: agenda.stops, wins: agenda.wins, left: agenda.left })
  })

  test('WA34: the largest rise of each area of which nothing else is said, and none where nothing rose', () => {
    const checkIns = { a: rise(10, 20), b: rise(10, 40), c: rise(0, 5), d: rise(30, 20), e: rise(10, 100), s: rise(1, 1) }
    const keyResults = {
      s: { metric: percent },
      a: { metric: percent, area: 'y' },
      b: { metric: percent, area: 'y' },
      c: { metric: percent, area: 'x' },
      d: { metric: percent, area: 'z' },
      e: { metric: percent, area: 'y' },
    }
    const snapshot = walkNetwork(keyResults, [{ supplier: 's', consumer: 'e', ...late }], { checkIns })
    expect(told(agendaOf(snapshot).wins)).toEqual(['wins b', 'wins c'])
  })

  test('WA34: what is done counts as a win', () => {
    const checkIns = {
      a: [
        { at: '2027-01-30T09:00:00Z', value: 0 },
        { at: '2027-02-07T09:00:00Z', value: 1 },
      ],
    }
    expect(told(agendaOf(walkNetwork({ a: done }, [], { checkIns })).wins)).toEqual(['wins a'])
  })
})

describe('a stop', () => {
  const needs = [
    { supplier: 's', consumer: 'a', what: 'SSO', ...late, promisedOn: '2027-01-15' },
    { supplier: 'a', consumer: 'b', strength: 0.5 },
    { supplier: 'b', consumer: 'c', strength: 0.5 },
    { supplier: 'c', consumer: 'done', strength: 0.5 },
    { supplier: 'done', consumer: 'e', strength: 0.5 },
    { supplier: 'a', consumer: 'met', state: 'accepted' },
    { supplier: 'a', consumer: 'ended', state: 'cancelled' },
  ]
  const keyResults = { s: { node: 'Platform' }, a: {}, b: { area: 'x' }, c: { area: 'y' }, done, e: {}, met: {}, ended: {} }
  const snapshot = walkNetwork(keyResults, needs, {
    checkIns: {
      a: [
        { at: '2027-01-25T09:00:00Z', confidence: 0.4 },
        { at: '2027-02-07T09:00:00Z', confidence: 0.6, note: 'Waiting' },
      ],
    },
  })
  const assessment = assess(snapshot, { today, cycleId: 'q' })
  const [stop] = agendaOf(snapshot).stops

  test('WA20-WA21: those wait that need it, directly or through others; not what is done, met or ended, and nothing behind it', () => {
    expect(stop && stopDetail(snapshot, assessment, stop)).toMatchObject({
      keyResultId: 'a',
      dependencyId: 'd1',
      downstream: ['a', 'b', 'c'],
      reach: { keyResults: 3, areas: 3 },
    })
  })

  test('WA22: key results of other cycles do not count', () => {
    const cycle = [{ id: 'q' }, { id: 'next', startsOn: '2027-04-01', endsOn: '2027-06-30', phase: 'planning' }]
    const network = walkNetwork(
      { s: {}, a: {}, later: { cycle: 'next' } },
      [
        { supplier: 's', consumer: 'a', ...late },
        { supplier: 'a', consumer: 'later' },
      ],
      { cycle },
    )
    const [first] = agendaOf(network).stops
    expect(first?.sentence).toMatch(/1 key result in 1 area waits\.$/)
  })

  test('WA40: the sentence says who promised what, how late it is, and who waits', () => {
    expect(stop?.sentence).toBe('Platform promised “SSO” by 15 Jan; it is 24 days late. 3 key results in 3 areas wait.')
  })

  test('WA40: it names no people', () => {
    const network = walkNetwork({ s: { ownerId: 'person_1' }, a: { ownerId: 'person_1' } }, [{ supplier: 's', consumer: 'a', ...late }], {
      person: [{ id: 'person_1', name: 'Zoë Unusual' }],
    })
    expect(
      agendaOf(network)
        .stops.map(({ sentence }) => sentence)
        .join(),
    ).not.toMatch(/Zoë|person_1/)
  })

  test('WA41: each section asks for something that the room can choose', () => {
    const questions = agendaSections.map((section) => questionOf({ section }))
    expect(new Set(questions).size).toBe(agendaSections.length)
    expect(questionOf({ section: 'promises' })).toBe('Move the date, add people, or release the takers?')
  })

  test('WA42: what it waits for, nearest first; of what was deleted nothing is shown', () => {
    const third = {
      id: 's1',
      section: 'stale',
      subject: 'keyResult',
      about: 'c',
      nodeId: null,
      areaId: null,
      sentence: '',
      seenAt: null,
      seconds: null,
    } as const
    expect(stopDetail(snapshot, assessment, third).upstream).toEqual(['b', 'a', 's'])
    expect(stopDetail(snapshot, assessment, { ...third, about: 'gone' })).toMatchObject({
      keyResultId: null,
      upstream: [],
      downstream: [],
      why: null,
    })
  })

  test('WA43: the last note, and the last confidence of each week', () => {
    const detail = stop && stopDetail(snapshot, assessment, stop)
    expect(detail?.lastNote).toEqual({ text: 'Waiting', day: '2027-02-07', personId: null })
    expect(detail?.confidences).toEqual([null, null, null, null, null, 0.4, null, 0.6])
  })

  test('WA50: three minutes for the two behind which most waits', () => {
    const network = walkNetwork({ s: {}, a: {}, b: {}, c: {}, d: {} }, [
      { supplier: 's', consumer: 'a', ...late },
      { supplier: 's', consumer: 'b', ...late },
      { supplier: 'b', consumer: 'c', ...late },
      { supplier: 'c', consumer: 'd' },
    ])
    const { stops } = agendaOf(network)
    const meant = secondsMeant(network, assess(network, { today, cycleId: 'q' }), stops)
    expect(stops.map(({ about, id }) => [about, meant.get(id)])).toEqual([
      ['d2', 180],
      ['d3', 180],
      ['d1', 90],
    ])
  })
})
