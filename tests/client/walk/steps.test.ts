import { describe, expect, test } from 'vitest'
import { nextBeyond, readPlace, secondsFor, stepAt, stepsOf, withPriority, writePlace } from '../../../app/[network]/walk/_session/steps.ts'
import type { Stop } from '../../../lib/domain/ritual/walk/agenda.ts'

function stop(id: string, section: Stop['section'] = 'promises', seenAt: string | null = null): Stop {
  return { id, section, subject: 'keyResult', about: `kr_${id}`, nodeId: null, areaId: null, sentence: id, seenAt, seconds: null }
}

const numbered = (count: number) => Array.from({ length: count }, (_, at) => stop(`s${at + 1}`))
const keys = (agenda: readonly Stop[], place: string | null = null) => stepsOf({ agenda: [...agenda], place }, ['a1', 'a2']).map(({ key }) => key)

describe('the steps of a walk', () => {
  test('WA70: the steps go from actions over what changed, each stop and each area to the close; wins are no stops', () => {
    expect(keys([stop('s1'), stop('w1', 'wins')])).toEqual(['actions', 'changed', 'stops:s1', 'sweep:a1', 'sweep:a2', 'close'])
  })
  test('WA71: they hold twelve stops, and one beyond only once it is called up or was seen', () => {
    const agenda = numbered(14)
    expect(keys(agenda)).not.toContain('stops:s13')
    expect(nextBeyond({ agenda, place: null })?.id).toBe('s13')
    expect(keys(agenda, 's13')).toContain('stops:s13')
    expect(nextBeyond({ agenda, place: 's13 why' })?.id).toBe('s14')
    const seen = [...agenda.slice(0, 12), stop('s13', 'stale', '2027-02-08T08:00:00.000Z'), stop('s14')]
    expect(keys(seen)).toContain('stops:s13')
  })
  test('WA72: a place says where it looks, and reads back the same', () => {
    for (const lens of ['both', 'why', 'soWhat'] as const) expect(readPlace(writePlace('s1', lens))).toEqual({ id: 's1', lens })
    expect(readPlace(null)).toEqual({ id: null, lens: 'both' })
  })
  test('WA73: a place that is gone is the first of its phase, and a phase without stops is the end', () => {
    const steps = stepsOf({ agenda: [stop('s1'), stop('s2')], place: null }, ['a1'])
    expect(steps[stepAt(steps, { phase: 'stops', place: 's2 why' })]?.key).toBe('stops:s2')
    expect(steps[stepAt(steps, { phase: 'stops', place: 'gone' })]?.key).toBe('stops:s1')
    expect(steps[stepAt(steps, { phase: 'sweep', place: null })]?.key).toBe('sweep:a1')
    const empty = stepsOf({ agenda: [], place: null }, [])
    expect(empty[stepAt(empty, { phase: 'stops', place: 's1' })]?.key).toBe('close')
  })
  test('WA74: twelve stops with the two longest, the sweep and the rest stay within half an hour', () => {
    const agenda = numbered(12)
    const steps = stepsOf({ agenda, place: null }, ['a1', 'a2', 'a3', 'a4'])
    const meant = new Map(agenda.map(({ id }, at) => [id, at < 2 ? 180 : 90]))
    const total = steps.reduce((sum, step) => sum + secondsFor(step, steps, meant), 0)
    expect(total).toBeLessThanOrEqual(30 * 60)
    expect(secondsFor({ key: 's', phase: 'stops', place: 'beyond' }, steps, meant)).toBe(90)
  })
})

describe('the order of stops', () => {
  const ids = (agenda: readonly Stop[]) => agenda.map(({ id }) => id)
  const agenda = [...numbered(4), stop('w1', 'wins')]
  test('WA75: a number takes the stop so many places from here, and no win before it', () => {
    expect(ids(withPriority(agenda, 's2', 1))).toEqual(['s1', 's2', 's3', 's4', 'w1'])
    expect(ids(withPriority(agenda, 's2', 2))).toEqual(['s1', 's3', 's2', 's4', 'w1'])
    expect(ids(withPriority(agenda, 's2', 5))).toEqual(['s1', 's3', 's4', 's2', 'w1'])
  })
  test('WA75: what was walked stays, nothing is lost, and a stop that is gone changes nothing', () => {
    for (const { id } of numbered(4))
      for (const priority of [1, 2, 3, 4, 5]) {
        const at = ids(agenda).indexOf(id)
        const moved = ids(withPriority(agenda, id, priority))
        expect(moved.slice(0, at)).toEqual(ids(agenda).slice(0, at))
        expect(moved.toSorted()).toEqual(ids(agenda).toSorted())
      }
    expect(ids(withPriority(agenda, 'gone', 3))).toEqual(ids(agenda))
  })
})
