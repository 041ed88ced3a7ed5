import type { Answered } from './sealed.ts'

/** How the answers to a question are spread: votes for each choice, lowest first; for statements also for falling, steady and rising. */
export type Spread = {
  /** whose votes they are; null: those of all */
  readonly nodeId: string | null
  readonly counts: readonly number[]
  readonly trends: readonly number[]
  readonly voters: number
}

type Vote = Answered & { readonly seat: { readonly nodeId: string | null } }

function countsOf(choices: readonly number[], size: number): readonly number[] {
  return Array.from({ length: size }, (_, choice) => choices.filter((each) => each === choice).length)
}

function spreadOf(nodeId: string | null, votes: readonly Vote[]): Spread {
  const confidences = votes.flatMap((each) => (each.asks === 'confidence' ? [each.body.value] : []))
  if (confidences.length > 0) return { nodeId, counts: countsOf(confidences, 6), trends: [], voters: confidences.length }
  const statements = votes.flatMap((each) => (each.asks === 'statement' ? [each.body] : []))
  const colours = statements.map(({ colour }) => colour)
  const trends = statements.map(({ trend }) => trend + 1)
  return { nodeId, counts: countsOf(colours, 3), trends: countsOf(trends, 3), voters: statements.length }
}

/** A node is told by itself from so many votes on: with fewer, or with fewer left over, somebody's own vote could be read off. */
export const leastOfNode = 3

type NodeVotes = { readonly nodeId: string; readonly votes: readonly Vote[] }

/** The nodes whose votes can be told by themselves, so that what is left of all is nobody's or that of several: the smallest are joined to the rest first. */
function toldNodes(votes: readonly Vote[]): NodeVotes[] {
  const groups = [...Map.groupBy(votes, ({ seat }) => seat.nodeId)]
    .flatMap(([nodeId, own]): NodeVotes[] => (nodeId !== null && own.length >= leastOfNode ? [{ nodeId, votes: own }] : []))
    .toSorted((a, b) => a.votes.length - b.votes.length || (a.nodeId < b.nodeId ? -1 : 1))
  const rest = votes.length - groups.reduce((sum, group) => sum + group.votes.length, 0)
  const isTelling = rest > 0 && rest < leastOfNode
  return groups.slice(isTelling ? 1 : 0).toSorted((a, b) => (a.nodeId < b.nodeId ? -1 : 1))
}

/**
 * The spread of votes: of all first; where people vote for several nodes, also of each node with three voters at least, in the order of
 * their ids. Where one or two votes would be left over, the smallest of these nodes is left out too. Words have none.
 *
 * @returns null for drafts and sentences; counts and voters are whole numbers from 0, and the counts add up to the voters
 * Cost O(votes · nodes). Spec: RI23.
 */
export function spreadsOf(votes: readonly Vote[]): readonly Spread[] | null {
  const [first] = votes
  if (!first || (first.asks !== 'confidence' && first.asks !== 'statement')) return null
  const all = spreadOf(null, votes)
  if (first.asks === 'statement') return [all]
  return [all, ...toldNodes(votes).map((told) => spreadOf(told.nodeId, told.votes))]
}
