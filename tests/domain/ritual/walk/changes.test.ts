import { describe, expect, test } from 'vitest'
import { assess } from '../../../../lib/domain/okr/assess.ts'
import { changesSince } from '../../../../lib/domain/ritual/walk/changes.ts'
import { movesSince, pointsFallen, progressGained } from '../../../../lib/domain/ritual/walk/moves.ts'
import type { Snapshot } from '../../../../lib/domain/snapshot.ts'
import { record } from '../../sketch.ts'
import { agendaOf, lastWeek, percent, today, told, walkNetwork } from './walk-kit.ts'

const lastWalk = record('ritual', { id: 'last', state: 'closed', at: '2027-02-03T09:00:00Z', closedAt: '2027-02-03T09:30:00Z' })

function changes(snapshot: Snapshot, before: Snapshot | null = null, previous: typeof lastWalk | null = null) {
  return changesSince(snapshot, assess(snapshot, { today, cycleId: 'q' }), { before, previous })
}

const at = (current: number | null, target = 100) => ({ metric: { ...percent, current, target } })

describe('against the network of the last walk', () => {
  test('WA14-WA15: steps in hundredths, largest first, and one sentence', () => {
    const before = walkNetwork({ a: at(10), b: at(50), c: at(40), d: at(null), e: at(20.1) })
    const now = walkNetwork({ a: at(14), b: at(30), c: at(40), d: at(10), e: at(20.4), f: at(90) })
    const { steps, up, down, added, sentence } = changes(now, before)
    expect(steps.map(({ keyResultId, points }) => [keyResultId, points])).toEqual([
      ['b', -20],
      ['a', 4],
    ])
    expect([up, down, added]).toEqual([1, 1, ['f']])
    expect(sentence).toBe('1 key result up, 1 down, 1 key result added')
  })

  test('WA11: a new target is no step, another kind of measure is unknown', () => {
    const steps = { metric: { kind: 'milestone', steps: [{ name: 'one', done: 1 }] } }
    const before = walkNetwork({ a: at(50), b: at(50), c: { metric: { kind: 'milestone', steps: [{ name: 'one', done: 0 }] } } })
    const now = walkNetwork({ a: at(50, 200), b: { metric: { kind: 'boolean', current: 1 } }, c: steps })
    expect(changes(now, before).steps.map(({ keyResultId, points }) => [keyResultId, points])).toEqual([['c', 100]])
  })

  test('WA11: a fall of confidence is read from both, whatever the check-ins', () => {
    const [before, now] = [0.9, 0.65].map((confidence) => walkNetwork({ a: { confidence } }))
    if (!before || !now) throw new Error('two networks')
    expect(changes(now, before).fell).toEqual(['a'])
    expect(told(agendaOf(now, { before }).stops)).toEqual(['fell a'])
    expect(agendaOf(now, { before }).stops[0]?.sentence).toBe('Confidence in “a” fell from 9 to 6.5 of 10.')
  })

  test('WA13: what was broken then is not broken since; what is promised now and was not is new', () => {
    const need = (state: string, promisedOn: string | null = null) => ({ supplier: 's', consumer: 'a', state, promisedOn })
    const before = walkNetwork({ s: {}, a: {} }, [
      need('promised', '2027-02-02'),
      need('promised', '2027-02-05'),
      need('promised'),
      need('declined'),
      need('requested'),
      need('promised'),
    ])
    const now = walkNetwork({ s: {}, a: {} }, [
      need('promised', '2027-02-02'),
      need('promised', '2027-02-05'),
      need('revoked'),
      need('declined'),
      need('promised'),
      need('delivered'),
    ])
    const { broken, promised, sentence } = changes(now, before, lastWalk)
    expect([broken, promised]).toEqual([['d2', 'd3'], ['d5']])
    expect(sentence).toBe('2 promises broken, 1 new')
  })

  test('WA15: nothing moved is said so; several are several', () => {
    const same = walkNetwork({ a: at(10) })
    expect(changes(same, same).sentence).toBe('Nothing moved')
    const before = walkNetwork({ a: at(10), b: at(10) })
    expect(changes(walkNetwork({ a: at(20), b: at(20) }), before).sentence).toBe('2 key results up')
    expect(changes(walkNetwork({ a: at(5), b: at(5), c: {}, d: {} }), before).sentence).toBe('2 key results down, 2 key results added')
  })
})

describe('without the network of then', () => {
  test('WA10: since the day on which the last walk was closed, else a week ago, in the time zone of the network', () => {
    const snapshot = walkNetwork({ a: {} }, [], { network: [{ id: 'net', timeZone: 'Asia/Tokyo' }] })
    expect(changes(snapshot).since).toBe(lastWeek)
    const late = record('ritual', { id: 'last', state: 'closed', closedAt: '2027-02-03T20:00:00Z' })
    expect(changes(snapshot, null, late).since).toBe('2027-02-04')
    expect(changes(snapshot, null, record('ritual', { id: 'last', at: '2027-02-03T09:00:00Z' })).since).toBe('2027-02-03')
  })

  test('WA12: check-ins up to the day against those after it', () => {
    const checkIns = {
      a: [
        { at: '2027-02-01T23:00:00Z', value: 20 },
        { at: '2027-02-03T09:00:00Z', value: 44 },
      ],
    }
    const snapshot = walkNetwork({ a: at(44), b: at(10) }, [], { checkIns })
    expect(changes(snapshot)).toMatchObject({ steps: [{ keyResultId: 'a', nodeId: 'node_a', points: 24, progress: 0.44 }], added: [] })
    expect(changes(snapshot, null, lastWalk).steps).toEqual([])
  })

  test('WA13: dates and moves tell what broke and what is new', () => {
    const need = (state: string, promisedOn: string | null = null) => ({ supplier: 's', consumer: 'a', state, promisedOn })
    const moved = (dependencyId: string, move: string, to: string, on: string) => ({
      id: `m_${dependencyId}`,
      dependencyId,
      move,
      to,
      at: `${on}T09:00:00Z`,
    })
    const needs = [
      need('promised', '2027-01-31'),
      need('promised', '2027-02-01'),
      need('revoked'),
      need('declined'),
      need('declined'),
      need('promised'),
      need('promised'),
    ]
    const promiseMove = [
      moved('d3', 'revoke', 'revoked', '2027-02-02'),
      moved('d4', 'decline', 'declined', '2027-02-01'),
      moved('d6', 'promise', 'promised', '2027-02-02'),
      moved('d7', 'promise', 'promised', '2027-02-01'),
    ].map((each) => ({ side: 'supplier', ...each }))
    const { broken, promised } = changes(walkNetwork({ s: {}, a: {} }, needs, { promiseMove }))
    expect([broken, promised]).toEqual([['d2', 'd3'], ['d6']])
  })
})

describe('what moved by check-ins', () => {
  test('WA16: a key result with a check-in after the day, from what was said before to what is said now', () => {
    const a = [
      { at: '2027-01-20T09:00:00Z', value: 10, confidence: 0.8 },
      { at: '2027-02-01T09:00:00Z', value: 20 },
      { at: '2027-02-03T09:00:00Z', value: 35 },
      { at: '2027-02-07T09:00:00Z', confidence: 0.5 },
    ]
    const moves = movesSince(walkNetwork({ a: at(50), b: at(50) }, [], { checkIns: { a, b: [{ at: '2027-02-01T23:59:59Z', value: 40 }] } }), lastWeek)
    expect([...moves.keys()]).toEqual(['a'])
    expect(moves.get('a')).toEqual({ keyResultId: 'a', progressBefore: 0.2, progressAfter: 0.35, confidenceBefore: 0.8, confidenceAfter: 0.5 })
  })

  test('WA16: the day of a check-in is that of the network, not that of UTC', () => {
    const checkIns = { a: [{ at: '2027-02-01T23:30:00Z', value: 1 }] }
    const moved = (timeZone: string) => movesSince(walkNetwork({ a: {} }, [], { network: [{ id: 'net', timeZone }], checkIns }), lastWeek).size
    expect([moved('UTC'), moved('Asia/Tokyo'), moved('America/New_York')]).toEqual([0, 1, 0])
  })

  test('WA17: what was never said before is unknown, neither a rise nor a fall', () => {
    const checkIns = { a: [{ at: '2027-02-03T09:00:00Z', value: 35, confidence: 0.1 }] }
    const move = movesSince(walkNetwork({ a: at(50) }, [], { checkIns }), lastWeek).get('a')
    if (!move) throw new Error('a moved')
    expect(move).toMatchObject({ progressBefore: null, confidenceBefore: null })
    expect([pointsFallen(move), progressGained(move)]).toEqual([0, 0])
  })

  test('WA17: falls are counted in points of ten, rises in shares; the other way is 0', () => {
    const move = { keyResultId: 'a', progressBefore: 0.25, progressAfter: 0.5, confidenceBefore: 0.9, confidenceAfter: 0.7 }
    expect([pointsFallen(move), progressGained(move)]).toEqual([2, 0.25])
    const back = { ...move, progressBefore: 0.5, progressAfter: 0.25, confidenceBefore: 0.7, confidenceAfter: 0.9 }
    expect([pointsFallen(back), progressGained(back)]).toEqual([0, 0])
  })
})
