import { expect } from 'vitest'
import { type CommandCall, call } from '../../../lib/domain/command/call.ts'
import { confidenceFromTen } from '../../../lib/domain/okr/confidence.ts'
import { parseLine } from '../../../lib/domain/ritual/line.ts'
import { walkBefore } from '../../../lib/domain/ritual/walk/actions.ts'
import { compileAgenda, partsOf } from '../../../lib/domain/ritual/walk/agenda.ts'
import { listOf } from '../../../lib/domain/snapshot.ts'
import { addDays } from '../../../lib/domain/time.ts'
import { say } from './planning.ts'
import type { Quarter } from './quarter.ts'
import type { Week } from './weeks.ts'

/** What happens on the days before a walk, each by the person whose it is, in the order of the days. */
async function live(quarter: Quarter, { day, told, health, moved = [], done = [] }: Week): Promise<void> {
  const happenings = [
    ...moved.map(([on, who, id, move, given = {}]) => ({
      on,
      go: () => quarter.run(who, { name: 'promise.move', input: { id, moveId: quarter.freshId('promiseMove'), move, ...given } }),
    })),
    ...done.map(([on, who, id]) => ({ on, go: async () => settle(quarter, who, id) })),
  ].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  for (const { on, go } of happenings) {
    quarter.at(`${on}T10:00:00Z`)
    await go()
  }
  quarter.at(`${addDays(day, -3)}T15:00:00Z`)
  for (const [who, keyResultId, value, confidence, note] of told)
    await quarter.run(who, {
      name: 'checkIn.create',
      input: { id: quarter.freshId('checkIn'), keyResultId, value, confidence: confidenceFromTen(confidence), note: note ?? null },
    })
  await read(quarter, 'ines', 'h-answer', health[0])
  await read(quarter, 'ben', 'h-twice', health[1])
}

async function read(quarter: Quarter, who: 'ines' | 'ben', healthMetricId: string, value: number | null): Promise<void> {
  if (value === null) return
  await quarter.run(who, { name: 'healthReading.create', input: { id: quarter.freshId('healthReading'), healthMetricId, value, note: null } })
}

/** Marks an action as done: by its id, or as the one about a need. */
async function settle(quarter: Quarter, who: Parameters<Quarter['run']>[0], id: string): Promise<unknown> {
  const about = id.startsWith('about:') ? id.slice('about:'.length) : null
  const item = listOf(await quarter.snapshot(), 'ritualItem').find((each) =>
    about === null ? each.id === id : each.kind === 'action' && each.about === about,
  )
  expect(item, id).toBeDefined()
  return quarter.run(who, { name: 'ritualItem.update', input: { id: item?.id ?? id, set: { status: 'done' } } })
}

async function open(quarter: Quarter, id: string): Promise<void> {
  const snapshot = await quarter.snapshot()
  const previous = walkBefore(snapshot, null)
  const before = previous?.revision ? await quarter.snapshotAt(previous.revision) : null
  const { agenda, expected } = compileAgenda(snapshot, before, await quarter.assessed('q1'), { previous })
  const base = { kind: 'walk', cycleId: 'q1', code: 'WALK27', agenda, expected, baseRevision: previous?.revision ?? null } as const
  await quarter.run('mara', { name: 'ritual.open', input: { id, ...base } })
}

async function speak(quarter: Quarter, id: string, { day, decisions = [], actions = [], parked = [] }: Week): Promise<void> {
  const { stops } = partsOf((await quarter.ritual(id)).agenda)
  const stop = stops[0]
  const about = stop ? { stop: stop.id, subject: stop.subject, about: stop.about, nodeId: stop.nodeId } : {}
  for (const text of decisions) await say(quarter, 'mara', { ritualId: id, kind: 'decision', text, ...about })
  const people = listOf(await quarter.snapshot(), 'person')
  for (const [itemId, line] of actions) {
    const { text, ownerId, dueOn } = parseLine(line, { people, today: day, weekStart: null })
    expect([ownerId === null, dueOn === null], line).toEqual([false, false])
    await say(quarter, 'mara', { ritualId: id, kind: 'action', text, ...about, id: itemId, ownerId, dueOn, status: 'open' })
  }
  for (const text of parked) await say(quarter, 'mara', { ritualId: id, kind: 'parked', text, ...about })
}

/** The walk of a week: what happened before it, the stops one after the other, what is said, and the close. Gives its id. */
export async function walk(quarter: Quarter, week: Week, number: number): Promise<string> {
  await live(quarter, week)
  const id = `walk-${number}`
  quarter.at(`${week.day}T08:00:00Z`)
  await open(quarter, id)
  const { stops } = partsOf((await quarter.ritual(id)).agenda)
  const move = (set: object): CommandCall => ({ name: 'ritual.move', input: { id, ...set } })
  await quarter.run('mara', move({ phase: 'stops', place: stops[0]?.id ?? null }))
  for (const [at, { id: stopId }] of stops.entries()) {
    quarter.at(`${week.day}T08:${String(4 + at * 2).padStart(2, '0')}:00Z`)
    await quarter.run('mara', move({ place: stops[at + 1]?.id ?? stopId, seen: { stopId, seconds: 90 } }))
  }
  await speak(quarter, id, week)
  quarter.at(`${week.day}T08:30:00Z`)
  const attendeeIds = (['mara', 'ines', 'tom', 'yuki', 'ben'] as const).map(quarter.personOf)
  const mark = { id: `mark-${id}`, name: `walk ${week.day}`, kind: 'walk' } as const
  await quarter.run('mara', call('ritual.close', { id, attendeeIds, guests: 0, mark }))
  return id
}
