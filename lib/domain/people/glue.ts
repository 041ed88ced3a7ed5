import type { Dependency, Exchange, Participation } from '../entity.ts'
import { DomainError } from '../error.ts'
import { promiseClass } from '../okr/promise-class.ts'
import { nodeOfSide } from '../record-nodes.ts'
import { listOf, type Snapshot } from '../snapshot.ts'
import { type GlueCounts, glueSentence } from './glue-sentence.ts'
import { nodesServedOn } from './participations.ts'
import { type Party, partyOf } from './party.ts'

/** A node that both serve, and what ties each of them to it. */
export type SharedNode = { readonly nodeId: string; readonly a: readonly Participation[]; readonly b: readonly Participation[] }

/** From a node of `a` to one of `b`, the other way round, or both: a node that both serve belongs to each of them. */
export type Direction = 'aToB' | 'bToA' | 'both'

export type GlueExchange = { readonly exchange: Exchange; readonly direction: Direction }
/** The direction is that of what is given: `aToB` where a node of `b` waits for one of `a`. */
export type GlueNeed = {
  readonly dependency: Dependency
  readonly supplierNodeId: string
  readonly consumerNodeId: string
  readonly direction: Direction
}

/** Everything that joins two teams or people on a day. */
export type Glue = {
  readonly a: Party
  readonly b: Party
  readonly day: string
  readonly nodes: readonly SharedNode[]
  readonly exchanges: readonly GlueExchange[]
  readonly needs: readonly GlueNeed[]
  readonly counts: GlueCounts
  readonly sentence: string
}

type ServedBy = ReadonlyMap<string, readonly Participation[]>

function servedBy(snapshot: Snapshot, party: Party, day: string): ServedBy {
  return new Map(nodesServedOn(snapshot, party, day).map(({ nodeId, by }) => [nodeId, by]))
}

type Ends = { readonly from: string; readonly to: string }

/** Null where it joins no node of the one with another node of the other. */
function directionOf(a: ServedBy, b: ServedBy, { from, to }: Ends): Direction | null {
  if (from === to) return null
  const [aToB, bToA] = [a.has(from) && b.has(to), b.has(from) && a.has(to)]
  if (aToB) return bToA ? 'both' : 'aToB'
  return bToA ? 'bToA' : null
}

function exchangesBetween(snapshot: Snapshot, a: ServedBy, b: ServedBy): GlueExchange[] {
  return listOf(snapshot, 'exchange').flatMap((exchange) => {
    const direction = directionOf(a, b, { from: exchange.fromNodeId, to: exchange.toNodeId })
    return direction ? [{ exchange, direction }] : []
  })
}

function needsBetween(snapshot: Snapshot, a: ServedBy, b: ServedBy): GlueNeed[] {
  return listOf(snapshot, 'dependency').flatMap((dependency) => {
    const supplierNodeId = nodeOfSide(snapshot, dependency, 'supplier')
    const consumerNodeId = nodeOfSide(snapshot, dependency, 'consumer')
    if (supplierNodeId === null || consumerNodeId === null || promiseClass(dependency.state) === 'ended') return []
    const direction = directionOf(a, b, { from: supplierNodeId, to: consumerNodeId })
    return direction ? [{ dependency, supplierNodeId, consumerNodeId, direction }] : []
  })
}

function countIn(items: readonly { readonly direction: Direction }[], direction: Direction): number {
  return items.filter((item) => item.direction === direction || item.direction === 'both').length
}

function countsOf({ nodes, exchanges, needs }: Pick<Glue, 'nodes' | 'exchanges' | 'needs'>): GlueCounts {
  return {
    nodes: nodes.length,
    exchanges: exchanges.length,
    exchangesAToB: countIn(exchanges, 'aToB'),
    exchangesBToA: countIn(exchanges, 'bToA'),
    needs: needs.length,
    needsAToB: countIn(needs, 'aToB'),
    needsBToA: countIn(needs, 'bToA'),
  }
}

/**
 * What joins two teams or people on a day: the nodes that both serve, the exchanges between a node of the one and another node of the
 * other, and the needs that are not ended between their key results.
 *
 * @param ids of two teams or people
 * @param day `YYYY-MM-DD` in the network's time zone
 * @throws DomainError NOT_FOUND; VALIDATION where both are the same
 * Cost O(people + nodes + exchanges + dependencies, each sorted). Spec: PE12-PE15.
 */
export function glueOf(snapshot: Snapshot, ids: { readonly a: string; readonly b: string }, day: string): Glue {
  const [a, b] = [partyOf(snapshot, ids.a), partyOf(snapshot, ids.b)]
  if (a.kind === b.kind && a.id === b.id)
    throw new DomainError('VALIDATION', `“${a.name}” is joined with itself. Pick another team or person.`, {
      faults: [{ path: 'b', message: 'is the same as a', remedy: 'Pick another team or person.' }],
    })
  const [ofA, ofB] = [servedBy(snapshot, a, day), servedBy(snapshot, b, day)]
  const nodes = [...ofA].flatMap(([nodeId, by]) => {
    const other = ofB.get(nodeId)
    return other ? [{ nodeId, a: by, b: other }] : []
  })
  const found = { nodes, exchanges: exchangesBetween(snapshot, ofA, ofB), needs: needsBetween(snapshot, ofA, ofB) }
  const counts = countsOf(found)
  return { a, b, day, ...found, counts, sentence: glueSentence({ a, b, counts }) }
}
