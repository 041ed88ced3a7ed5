import type { Participation } from './entity.ts'
import { find, listOf, referring, type Snapshot } from './snapshot.ts'
import { dayIn } from './time.ts'

/**
 * The day of an instant where the network lives, on which participations hold or not.
 *
 * @returns `YYYY-MM-DD`
 * Cost O(1).
 */
export function todayIn(snapshot: Snapshot, now: string): string {
  const [network] = snapshot.tables.network.values()
  return dayIn(network?.timeZone ?? null, now)
}

/** Whether a participation holds on a day; both its ends belong to it. Cost O(1). */
export function holdsOn({ from, until }: Pick<Participation, 'from' | 'until'>, day: string): boolean {
  return (from === null || from <= day) && (until === null || day <= until)
}

/**
 * The participations of a person on a day: the person's own, and those of the teams that the person belongs to.
 *
 * @param day `YYYY-MM-DD` in the network's time zone
 * Cost O(participations of the person and the teams).
 */
export function participationsOf(snapshot: Snapshot, personId: string, day: string): Participation[] {
  const own = referring(snapshot, 'participation', 'personId', personId)
  const teams = find(snapshot, 'person', personId)?.teamIds ?? []
  const shared = teams.flatMap((teamId) => referring(snapshot, 'participation', 'teamId', teamId))
  return [...own, ...shared].filter((each) => holdsOn(each, day))
}

/**
 * The nodes that are a person's own on a day: where the person, or a team of the person, is lead, core member or co-creator. A resonance
 * is a single contribution and makes no node one's own.
 *
 * Cost O(participations of the person and the teams).
 */
export function ownNodes(snapshot: Snapshot, personId: string | null, day: string): ReadonlySet<string> {
  if (personId === null) return new Set()
  return new Set(
    participationsOf(snapshot, personId, day)
      .filter(({ tier }) => tier !== 'resonance')
      .map(({ nodeId }) => nodeId),
  )
}

/**
 * The people who lead a node on a day, in list order. A team as lead stands for all its people.
 *
 * Cost O(participations of the node + people where a team leads).
 */
export function leadsOf(snapshot: Snapshot, nodeId: string, day: string): readonly string[] {
  const leading = referring(snapshot, 'participation', 'nodeId', nodeId).filter((each) => each.tier === 'lead' && holdsOn(each, day))
  const teams = new Set(leading.flatMap(({ teamId }) => (teamId === null ? [] : [teamId])))
  const people = leading.flatMap(({ personId }) => (personId === null ? [] : [personId]))
  if (teams.size === 0) return people
  const members = listOf(snapshot, 'person').filter(({ teamIds }) => teamIds.some((teamId) => teams.has(teamId)))
  return [...new Set([...people, ...members.map(({ id }) => id)])]
}

/**
 * The participations by which a node is somebody's own on a day: all but resonances.
 *
 * Cost O(participations of the node).
 */
export function coreOf(snapshot: Snapshot, nodeId: string, day: string): readonly Participation[] {
  return referring(snapshot, 'participation', 'nodeId', nodeId).filter((each) => each.tier !== 'resonance' && holdsOn(each, day))
}
