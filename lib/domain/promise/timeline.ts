import type { Dependency, PromiseMove } from '../entity.ts'
import type { Assessment, DependencyAssessment, DependencyCondition } from '../okr/assessment.ts'
import { find, listOf, networkOf, referring, type Snapshot } from '../snapshot.ts'
import { compareInstants, dayReader, daysBetween } from '../time.ts'
import type { PromiseState, Side } from '../vocabulary.ts'

/** When what happened, or is to happen, to a promise: days `YYYY-MM-DD` in the network's time zone, null where nobody knows. */
export type PromiseDates = {
  /** the first move that left the draft; unknown where promises came without their history */
  readonly askedOn: string | null
  readonly neededOn: string | null
  readonly promisedOn: string | null
  /** the day that one side proposes and the other has not answered */
  readonly proposedOn: string | null
  readonly deliveredOn: string | null
  readonly acceptedOn: string | null
}

export type TimelineEntry = PromiseDates & {
  readonly id: string
  readonly what: string
  readonly state: PromiseState
  readonly condition: DependencyCondition
  readonly giverNodeId: string | null
  readonly takerNodeId: string | null
  readonly takerKeyResultId: string
  readonly proposedBy: Side | null
  readonly lateDays: number
  readonly overdueDays: number
  readonly backwardsDays: number
  /** days from the promised to the needed day, negative where it is promised after; null where one is unknown */
  readonly slackDays: number | null
  /** days from the promised day to the delivery, negative where it came early; null where one is unknown */
  readonly deliveredLateDays: number | null
}

export type TimelineLane = {
  /** null gathers promises of nobody in particular */
  readonly nodeId: string | null
  readonly areaId: string | null
  readonly entries: readonly TimelineEntry[]
}

export type Timeline = {
  /** in document order of areas and nodes; every entry has a day */
  readonly lanes: readonly TimelineLane[]
  /** neither needed on a day nor promised, proposed or delivered on one */
  readonly undated: readonly TimelineEntry[]
  /** withdrawn or cancelled ones, which are in neither list */
  readonly ended: number
}

type Days = (at: string) => string

function movesOf(snapshot: Snapshot, id: string): readonly PromiseMove[] {
  return referring(snapshot, 'promiseMove', 'dependencyId', id).toSorted((a, b) => compareInstants(a.at, b.at))
}

/** The day of the last move into a state, as long as the promise has not left it again for another delivery. */
function reachedOn(moves: readonly PromiseMove[], state: PromiseState, dayOf: Days): string | null {
  const at = moves.findLast(({ to, from }) => to === state && from !== state)?.at
  return at === undefined ? null : dayOf(at)
}

function datesOf(snapshot: Snapshot, { id, state, neededOn, promisedOn, terms }: Dependency, dayOf: Days): PromiseDates {
  const moves = movesOf(snapshot, id)
  const asked = moves.find(({ to }) => to !== 'draft')?.at
  const isDelivered = state === 'delivered' || state === 'accepted'
  return {
    askedOn: asked === undefined ? null : dayOf(asked),
    neededOn,
    promisedOn,
    proposedOn: terms?.on ?? null,
    deliveredOn: isDelivered ? reachedOn(moves, 'delivered', dayOf) : null,
    acceptedOn: state === 'accepted' ? reachedOn(moves, 'accepted', dayOf) : null,
  }
}

function between(from: string | null, to: string | null): number | null {
  return from === null || to === null ? null : daysBetween(from, to)
}

function entryOf(snapshot: Snapshot, facts: DependencyAssessment, dayOf: Days): TimelineEntry | null {
  const dependency = find(snapshot, 'dependency', facts.id)
  if (!dependency) return null
  const dates = datesOf(snapshot, dependency, dayOf)
  return {
    ...dates,
    id: facts.id,
    what: dependency.what,
    state: facts.state,
    condition: facts.condition,
    giverNodeId: facts.supplierNodeId,
    takerNodeId: facts.consumerNodeId,
    takerKeyResultId: facts.consumerKeyResultId,
    proposedBy: dependency.terms?.by ?? null,
    lateDays: facts.lateDays,
    overdueDays: facts.overdueDays,
    backwardsDays: facts.isSettled ? 0 : facts.backwardsDays,
    slackDays: between(dates.promisedOn, dates.neededOn),
    deliveredLateDays: between(dates.promisedOn, dates.deliveredOn ?? dates.acceptedOn),
  }
}

/** The day by which a promise is ordered: promised, else proposed, else needed, else delivered. Null where it has none. Cost O(1). Spec: TL3. */
export function orderDay({ promisedOn, proposedOn, neededOn, deliveredOn, acceptedOn }: PromiseDates): string | null {
  return promisedOn ?? proposedOn ?? neededOn ?? deliveredOn ?? acceptedOn
}

/** Promises by the day of `orderDay`, those of one day by id. Cost O(1). */
export function byDay(a: TimelineEntry, b: TimelineEntry): number {
  const [left, right] = [orderDay(a) ?? '', orderDay(b) ?? '']
  return left === right ? (a.id < b.id ? -1 : 1) : left < right ? -1 : 1
}

function lanesOf(snapshot: Snapshot, entries: readonly TimelineEntry[], by: 'giver' | 'taker'): TimelineLane[] {
  const byNode = Map.groupBy(entries, ({ giverNodeId, takerNodeId }) => (by === 'giver' ? giverNodeId : takerNodeId))
  const areaRank = new Map<string, number>(listOf(snapshot, 'area').map(({ id }, at) => [id, at]))
  const nodes = listOf(snapshot, 'node').toSorted((a, b) => (areaRank.get(a.areaId) ?? 0) - (areaRank.get(b.areaId) ?? 0))
  const places: { nodeId: string | null; areaId: string | null }[] = [
    ...nodes.map(({ id, areaId }) => ({ nodeId: id, areaId })),
    { nodeId: null, areaId: null },
  ]
  return places.flatMap((place) => {
    const held = byNode.get(place.nodeId)
    return held ? [{ ...place, entries: held.toSorted(byDay) }] : []
  })
}

/**
 * The promises of the cycle of an assessment on a line of time, by the node that gives or that takes.
 *
 * @param by   whose lanes: those of the givers or of the takers
 * @param keep which promises are wanted, by what is known of them; all where it is left out
 * @returns each promise of the cycle exactly once: in a lane, among the undated, or counted as ended
 * Cost O(promises · moves of each + nodes log nodes). Spec: TL1-TL5.
 */
export function timelineOf(
  snapshot: Snapshot,
  assessment: Assessment,
  { by, keep = () => true }: { readonly by: 'giver' | 'taker'; readonly keep?: (facts: DependencyAssessment) => boolean },
): Timeline {
  const dayOf = dayReader(networkOf(snapshot).timeZone)
  const { cycleId } = assessment
  const wanted = [...assessment.dependencies.values()].filter((each) => (cycleId === null || each.cycleId === cycleId) && keep(each))
  const entries = wanted.filter(({ isEnded }) => !isEnded).flatMap((facts) => entryOf(snapshot, facts, dayOf) ?? [])
  return {
    lanes: lanesOf(
      snapshot,
      entries.filter((entry) => orderDay(entry) !== null),
      by,
    ),
    undated: entries.filter((entry) => orderDay(entry) === null).toSorted(byDay),
    ended: wanted.filter(({ isEnded }) => isEnded).length,
  }
}
