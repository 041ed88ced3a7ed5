import type { Ritual, Tally } from '../../entity.ts'
import { referring, type Snapshot } from '../../snapshot.ts'

/** The question of the first vote; later ones of the same session are `confidence:2` to `confidence:9`. */
const first = 'confidence'
const mostVotes = 9

function numberOf(key: string): number | null {
  const found = /^confidence(?::([2-9]))?$/.exec(key)
  return found ? Number(found[1] ?? 1) : null
}

function keyOf(number: number): string {
  return number === 1 ? first : `${first}:${number}`
}

export type VoteKeys = {
  /** the vote that is under way; null where the last one is open and nobody has asked for another */
  readonly asked: string | null
  /** the last vote that was opened; null before the first */
  readonly shown: string | null
  /** the one that could be asked for next; null where there were too many */
  readonly next: string | null
}

/**
 * Where a session stands with its votes: who leads asks for a further one by the place of the session.
 *
 * Cost O(questions). Spec: PL79.
 */
export function voteKeys({ revealed, place }: Pick<Ritual, 'revealed' | 'place'>): VoteKeys {
  const last = Math.max(0, ...revealed.map((key) => numberOf(key) ?? 0))
  const wanted = numberOf(place ?? '')
  const next = last < mostVotes ? keyOf(last + 1) : null
  return { asked: last === 0 || wanted === last + 1 ? next : null, shown: last === 0 ? null : keyOf(last), next }
}

/**
 * What was voted the last time, by node and of all; none before votes are open, and none without a voter.
 *
 * Cost O(tallies of the session). Spec: PL79.
 */
export function lastVote(snapshot: Snapshot, ritualId: string): Tally[] {
  const tallies = referring(snapshot, 'tally', 'ritualId', ritualId).filter(({ key, voters }) => numberOf(key) !== null && voters > 0)
  const last = Math.max(0, ...tallies.map(({ key }) => numberOf(key) ?? 0))
  return tallies.filter(({ key }) => numberOf(key) === last)
}

/**
 * The votes of a question that no node is told of: of people who sit for none, and of nodes with too few voters.
 *
 * @param tallies of one question: that of all, and those of nodes
 * @returns null where nothing is left, or no node is told by itself; the counts add up to the voters
 * Cost O(tallies · choices). Spec: PL74.
 */
export function othersOf(tallies: readonly Tally[]): Pick<Tally, 'counts' | 'voters'> | null {
  const all = tallies.find(({ nodeId }) => nodeId === null)
  const nodes = tallies.filter(({ nodeId }) => nodeId !== null)
  if (!all || nodes.length === 0) return null
  const voters = nodes.reduce((left, each) => left - each.voters, all.voters)
  const counts = all.counts.map((count, value) => nodes.reduce((left, each) => left - (each.counts[value] ?? 0), count))
  return voters > 0 ? { counts, voters } : null
}

/** Below this mean of a fist of five the people of a node do not trust their plan: it goes back to the table. */
export const trustedFrom = 3

/** The mean of votes, from 0 up; 0 where nobody voted. Cost O(choices). Spec: PL38. */
export function meanOf({ counts }: Pick<Tally, 'counts'>): number {
  const votes = counts.reduce((sum, count) => sum + count, 0)
  return votes === 0 ? 0 : counts.reduce((sum, count, value) => sum + count * value, 0) / votes
}

/** A mean with one decimal, cut and not rounded: what is below 3 never reads 3.0. Cost O(1). Spec: PL38. */
export function meanText(mean: number): string {
  return (Math.floor(mean * 10 + 1e-9) / 10).toFixed(1)
}
