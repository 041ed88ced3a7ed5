import { speakersFor, type Who } from '../access.ts'
import { limitOf } from '../checks/settings.ts'
import type { Dependency } from '../entity.ts'
import type { Assessment, KeyResultAssessment } from '../okr/assessment.ts'
import { dependencyDueOn } from '../okr/dependency-marks.ts'
import { todayIn } from '../own-nodes.ts'
import { isReceived } from '../ritual/check/words-said.ts'
import { find, networkOf, type Snapshot } from '../snapshot.ts'
import { dayReader, daysBetween } from '../time.ts'
import { checkInSentence, deliverSentence, receivedSentence, waitingSentence } from './inbox-sentence.ts'
import { historyOf, nodesOfPromise } from './stand.ts'
import { ageInDays, type DayContext, type Waiting, type WaitingKind, waitingOf } from './waiting.ts'

/** Something that waits for one person. */
export type InboxItem = {
  /** the same for as long as it waits */
  readonly id: string
  readonly kind: WaitingKind | 'deliver' | 'checkIn'
  readonly dependencyId: string | null
  readonly keyResultId: string | null
  /** calendar days that it has waited; null where nobody knows since when */
  readonly ageDays: number | null
  /** calendar days until it is due, negative where that has passed; null where no day is given */
  readonly dueInDays: number | null
  readonly sentence: string
}

/** How many days before its day a promise comes into the inbox of those who keep it. */
export const deliverWithinDays = 7

type Reader = DayContext & { readonly snapshot: Snapshot; readonly speaksFor: (nodeId: string | null) => boolean }

function readerOf(snapshot: Snapshot, who: Who, now: string): Reader {
  const today = todayIn(snapshot, now)
  const known = new Map<string, boolean>()
  const speaksFor = (nodeId: string | null) => {
    if (nodeId === null || who.personId === null) return false
    const speaks = known.get(nodeId) ?? speakersFor(snapshot, who, nodeId, today).includes(who.personId)
    known.set(nodeId, speaks)
    return speaks
  }
  return { snapshot, today, dayOf: dayReader(networkOf(snapshot).timeZone), speaksFor }
}

function dueInDays(day: string | null, today: string): number | null {
  return day === null ? null : daysBetween(today, day)
}

function dueOf(dependency: Dependency, { kind }: Waiting): string | null {
  if (kind === 'proposal') return dependencyDueOn(dependency)
  return dependency.answerBy ?? dependency.neededOn
}

function waitingItem(reader: Reader, dependency: Dependency, waiting: Waiting): InboxItem {
  const { snapshot, today } = reader
  const ageDays = ageInDays(dependency.id, waiting.since, reader)
  return {
    id: `${waiting.kind}:${dependency.id}`,
    kind: waiting.kind,
    dependencyId: dependency.id,
    keyResultId: null,
    ageDays,
    dueInDays: dueInDays(dueOf(dependency, waiting), today),
    sentence: waitingSentence(snapshot, dependency, waiting, { today, ageDays }),
  }
}

function deliverItem(reader: Reader, dependency: Dependency): InboxItem | null {
  const { snapshot, today } = reader
  if (dependency.state !== 'promised') return null
  const due = dueInDays(dependencyDueOn(dependency), today)
  const isHad = isReceived(snapshot, dependency)
  if (!isHad && (due === null || due > deliverWithinDays)) return null
  const made = historyOf(snapshot, dependency.id).findLast(({ from, to, move }) => to === 'promised' && (from !== 'promised' || move === 'agree'))
  return {
    id: `deliver:${dependency.id}`,
    kind: 'deliver',
    dependencyId: dependency.id,
    keyResultId: null,
    ageDays: ageInDays(dependency.id, made, reader),
    dueInDays: due,
    sentence: isHad || due === null ? receivedSentence(snapshot, dependency) : deliverSentence(snapshot, dependency, today, due),
  }
}

function* promiseItems(reader: Reader, dependency: Dependency): Generator<InboxItem> {
  const nodes = nodesOfPromise(reader.snapshot, dependency)
  const waiting = waitingOf(reader.snapshot, dependency)
  if (waiting && reader.speaksFor(nodes[waiting.side])) yield waitingItem(reader, dependency, waiting)
  const due = reader.speaksFor(nodes.supplier) ? deliverItem(reader, dependency) : null
  if (due) yield due
}

/** A check-in is due from the owner of the key result, else from those who speak for its node. */
function isCheckInMine({ snapshot, speaksFor }: Reader, who: Who, { id, nodeId }: KeyResultAssessment): boolean {
  const ownerId = find(snapshot, 'keyResult', id)?.ownerId ?? null
  return ownerId !== null && who.members.has(ownerId) ? ownerId === who.personId : speaksFor(nodeId)
}

/** Without any check-in nobody knows since when one is due: the key result may be of today. */
function checkInItem({ snapshot }: Reader, keyResult: KeyResultAssessment): InboxItem {
  const silent = keyResult.daysSinceCheckIn
  const waited = silent === null ? null : Math.max(0, silent - limitOf(snapshot, 'stale'))
  return {
    id: `checkIn:${keyResult.id}`,
    kind: 'checkIn',
    dependencyId: null,
    keyResultId: keyResult.id,
    ageDays: waited,
    dueInDays: waited === null ? null : -waited,
    sentence: checkInSentence({ title: find(snapshot, 'keyResult', keyResult.id)?.title ?? '' }, keyResult.daysSinceCheckIn),
  }
}

function byAge(a: InboxItem, b: InboxItem): number {
  const [left, right] = [a.dueInDays ?? Number.MAX_SAFE_INTEGER, b.dueInDays ?? Number.MAX_SAFE_INTEGER]
  return (b.ageDays ?? -1) - (a.ageDays ?? -1) || left - right
}

/**
 * What waits for one person, in every cycle: answers to asks, offers, counters, proposed changes and deliveries; needs that were refused;
 * promises due within a week, or that who takes them has already; check-ins that are overdue.
 *
 * @param assessment of the day of `now`, of any cycle
 * @returns oldest first, then soonest due, then in document order; nothing for who is no person of the network
 * Cost O(dependencies + moves + key results). Spec: PR72-PR76.
 */
export function inboxOf(snapshot: Snapshot, assessment: Assessment, who: Who, now: string): InboxItem[] {
  const reader = readerOf(snapshot, who, now)
  if (who.personId === null) return []
  const promises = [...assessment.dependencies.keys()].flatMap((id) => {
    const dependency = find(snapshot, 'dependency', id)
    return dependency ? [...promiseItems(reader, dependency)] : []
  })
  const overdue = [...assessment.keyResults.values()].filter(
    (each) => each.derived.includes('stale') && !each.isDone && isCheckInMine(reader, who, each),
  )
  return [...promises, ...overdue.map((each) => checkInItem(reader, each))].sort(byAge)
}
