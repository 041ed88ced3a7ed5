import type { Participation } from '../entity.ts'
import { holdsOn } from '../own-nodes.ts'
import { listOf, referring, type Snapshot } from '../snapshot.ts'
import { addDays } from '../time.ts'
import { tiers } from '../vocabulary.ts'
import { type Party, tiesOf } from './party.ts'

/** A node that somebody serves, and by which participations: one's own, or those of one's teams or people. */
export type Served = { readonly nodeId: string; readonly by: readonly Participation[] }

function byTier(a: Participation, b: Participation): number {
  return tiers.indexOf(a.tier) - tiers.indexOf(b.tier) || a.rank - b.rank || (a.id < b.id ? -1 : 1)
}

/**
 * Who was in on a day: the participations of a node that held then, leads first.
 *
 * @param day `YYYY-MM-DD`; the first and the last day of a participation belong to it
 * Cost O(participations of the node). Spec: PE1, PE2.
 */
export function participationsOn(snapshot: Snapshot, nodeId: string, day: string): readonly Participation[] {
  return referring(snapshot, 'participation', 'nodeId', nodeId)
    .filter((each) => holdsOn(each, day))
    .sort(byTier)
}

/**
 * The nodes that somebody served on a day, in list order, each with what ties them to it.
 *
 * @param day `YYYY-MM-DD`
 * Cost O(people + nodes log nodes + participations found). Spec: PE10, PE11.
 */
export function nodesServedOn(snapshot: Snapshot, party: Pick<Party, 'kind' | 'id'>, day: string): readonly Served[] {
  const held = tiesOf(snapshot, party).filter((each) => holdsOn(each, day))
  const byNode = Map.groupBy(held, ({ nodeId }): string => nodeId)
  return listOf(snapshot, 'node').flatMap(({ id }) => {
    const by = byNode.get(id)
    return by ? [{ nodeId: id, by: by.sort(byTier) }] : []
  })
}

/** A stretch of time without a gap in which somebody takes part in a node. An absent end is open. */
export type Span = {
  readonly nodeId: string
  readonly personId: string | null
  readonly teamId: string | null
  readonly from: string | null
  readonly until: string | null
  /** those that it is made of, by their first day */
  readonly parts: readonly Participation[]
}

/** No day of the calendar sorts before the one or after the other. */
const always = { first: '0000-01-01', last: '9999-12-31' }

function byFirstDay(a: Participation, b: Participation): number {
  const [left, right] = [a.from ?? always.first, b.from ?? always.first]
  if (left !== right) return left < right ? -1 : 1
  return byTier(a, b)
}

/** Whether a participation begins before a span ends, or on the day after. */
function continues(until: string | null, { from }: Participation): boolean {
  if (until === null || from === null || until === always.last) return true
  return from <= addDays(until, 1)
}

function later(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return null
  return a < b ? b : a
}

/** The spans of one party in one node. */
function spansOfOne(participations: readonly Participation[]): Span[] {
  const spans: Span[] = []
  for (const each of participations.toSorted(byFirstDay)) {
    const last = spans.at(-1)
    if (last && continues(last.until, each)) spans[spans.length - 1] = { ...last, until: later(last.until, each.until), parts: [...last.parts, each] }
    else {
      const { nodeId, personId, teamId, from, until } = each
      spans.push({ nodeId, personId, teamId, from, until, parts: [each] })
    }
  }
  return spans
}

/**
 * Participations as they are read: those of one person (or team) in one node that overlap or follow each other without a gap make one
 * stretch of time.
 *
 * @returns spans in the order in which node and party first appear, those of one party by their first day
 * Cost O(n log n). Spec: PE3.
 */
export function spansOf(participations: readonly Participation[]): readonly Span[] {
  const groups = Map.groupBy(participations, ({ nodeId, personId, teamId }) => JSON.stringify([nodeId, personId, teamId]))
  return [...groups.values()].flatMap(spansOfOne)
}
