import type { Who } from '../access.ts'
import { leadsOf } from '../own-nodes.ts'
import { readiness } from '../ritual/plan/readiness.ts'
import { listOf, networkOf, type Snapshot } from '../snapshot.ts'
import { addDays, dayIn, formatInstant } from '../time.ts'
import { dueHour, instantOn, weekdayOf } from './digest-time.ts'
import type { ReminderKind } from './kinds.ts'
import { missingCheckIns } from './missing-check-ins.ts'
import type { Notification } from './notify.ts'

/** What one person is reminded of, and the instant at which that was due, in milliseconds since 1970. */
export type Reminder = Omit<Notification, 'kind'> & { readonly kind: ReminderKind; readonly dueMs: number }

const hourMs = 3_600_000

/** What was due while no server ran is made up for within so long; later it would be no help. */
const lateMs = 48 * hourMs

/** An hour before the mails, so that those of the day tell of it. */
const morning = dueHour - 1

const planDaysBefore = [7, 2]
const readyDots = 2
const friday = 4
const fridayHour = 15

type At = { readonly snapshot: Snapshot; readonly members: Who['members']; readonly nowMs: number; readonly zone: string; readonly today: string }

function isDue({ nowMs }: At, dueMs: number): boolean {
  return dueMs <= nowMs && nowMs < dueMs + lateMs
}

/** Cycles that are being planned, each with the day of its session, else the day on which it starts. */
function plannedCycles({ snapshot, zone }: At): readonly { readonly cycleId: string; readonly startsOn: string }[] {
  const sessions = listOf(snapshot, 'ritual').filter(({ kind, state }) => kind === 'plan' && state === 'open')
  return listOf(snapshot, 'cycle').flatMap(({ id, phase, startsOn }) => {
    const startsAt = sessions.find(({ cycleId }) => cycleId === id)?.startsAt ?? null
    if (startsAt !== null) return [{ cycleId: id, startsOn: dayIn(zone, startsAt) }]
    return phase === 'planning' && startsOn !== null ? [{ cycleId: id, startsOn }] : []
  })
}

function ofPlans(at: At): Reminder[] {
  const { snapshot, members, zone, today } = at
  return plannedCycles(at).flatMap(({ cycleId, startsOn }) => {
    const due = planDaysBefore.map((days) => instantOn(zone, addDays(startsOn, -days), morning)).findLast((each) => isDue(at, each))
    if (due === undefined) return []
    return readiness(snapshot, { cycleId, today })
      .filter(({ dots }) => dots < readyDots)
      .flatMap(({ nodeId }) => leadsOf(snapshot, nodeId, today).map((personId) => ({ personId, nodeId })))
      .filter(({ personId }) => members.has(personId))
      .map(({ personId, nodeId }): Reminder => ({ personId, kind: 'plan.unready', subject: 'node', subjectId: nodeId, dueMs: due }))
  })
}

/** One for each person and week, however many results wait for a word. */
function ofCheckIns(at: At): Reminder[] {
  const { snapshot, members, zone, today } = at
  const lastFriday = addDays(today, -((weekdayOf(today) - friday + 7) % 7))
  const dueMs = instantOn(zone, lastFriday, fridayHour)
  if (!isDue(at, dueMs)) return []
  return [...missingCheckIns(snapshot, lastFriday).keys()]
    .filter((personId) => members.has(personId))
    .map((personId): Reminder => ({ personId, kind: 'checkIn.missing', subject: 'person', subjectId: personId, dueMs }))
}

function ofActions(at: At): Reminder[] {
  const { snapshot, members, zone } = at
  return listOf(snapshot, 'ritualItem').flatMap(({ id, kind, status, ownerId, dueOn }): Reminder[] => {
    if (kind !== 'action' || status !== 'open' || !ownerId || !dueOn || !members.has(ownerId)) return []
    const dueMs = instantOn(zone, dueOn, morning)
    return isDue(at, dueMs) ? [{ personId: ownerId, kind: 'action.due', subject: 'ritualItem', subjectId: id, dueMs }] : []
  })
}

/**
 * Who is to be reminded of what at an instant, whether they were already or not: what was due in the last 48 hours and still is true.
 *
 * @param nowMs since 1970-01-01T00:00:00Z
 * @returns only members; `dueMs` tells the same reminder of another week from this one
 * Cost O(nodes + key results · check-ins of each + entries of sessions). Spec: NO43-NO46.
 */
export function remindersOf(snapshot: Snapshot, members: Who['members'], nowMs: number): readonly Reminder[] {
  const zone = networkOf(snapshot).timeZone ?? 'UTC'
  const at = { snapshot, members, nowMs, zone, today: dayIn(zone, formatInstant(nowMs)) }
  return [...ofPlans(at), ...ofCheckIns(at), ...ofActions(at)]
}
