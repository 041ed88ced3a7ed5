import type { Exchange } from '../../entity.ts'
import { inDocumentOrder } from '../../okr/document-order.ts'
import { participationsOn } from '../../people/participations.ts'
import type { Party } from '../../people/party.ts'
import { likenessOf } from '../../promise/similar.ts'
import { find, listOf, type Snapshot } from '../../snapshot.ts'
import { partiesIn } from './lose-party.ts'

/** From this share of common words on, two deliverables are alike. */
const likeFrom = 0.5

/** A deliverable of the lost node and the one of another node that is like it. */
export type LikeDeliverable = { readonly lostExchangeId: string; readonly exchangeId: string; readonly likeness: number }

/** A node that could stand in, and why. */
export type NodeStandIn = {
  readonly nodeId: string
  /** for each deliverable of the lost node the most alike of this node's, if there is one */
  readonly alike: readonly LikeDeliverable[]
  /** who takes part in both nodes and so knows the work */
  readonly shared: readonly Party[]
}

/** Who could stand in for a node. */
export type StandIns = {
  readonly nodeId: string
  /** teams and people who take part in it, leads first: they stay when another node fails, and know this one when it does */
  readonly parties: readonly Party[]
  /** by deliverables that are covered, then by people in common, then in list order */
  readonly nodes: readonly NodeStandIn[]
}

function alikeOf(lost: readonly Exchange[], own: readonly Exchange[]): LikeDeliverable[] {
  return lost.flatMap((each) => {
    const pairs = own.map((other) => ({ lostExchangeId: each.id, exchangeId: other.id, likeness: likenessOf(each.deliverable, other.deliverable) }))
    const best = pairs.reduce<LikeDeliverable | null>((one, other) => (one === null || other.likeness > one.likeness ? other : one), null)
    return best !== null && best.likeness >= likeFrom ? [best] : []
  })
}

function keyOf({ kind, id }: Party): string {
  return `${kind} ${id}`
}

/**
 * Who could stand in for a node: nodes that give something like what it gives, or share people with it; and the teams and people who take
 * part in it. A resonance is a single contribution and makes nobody a stand-in. It is a list to talk about, with its reasons; nobody is scored.
 *
 * @param goneIds nodes that are gone as well and cannot stand in
 * @param day `YYYY-MM-DD`
 * @returns null where the node is not there
 * Cost O(exchanges of the node · exchanges + participations). Spec: VN42-VN43.
 */
export function standInsFor(
  snapshot: Snapshot,
  nodeId: string,
  { goneIds, day }: { readonly goneIds: ReadonlySet<string>; readonly day: string },
): StandIns | null {
  if (!find(snapshot, 'node', nodeId)) return null
  const partiesOf = (id: string) =>
    partiesIn(
      snapshot,
      participationsOn(snapshot, id, day).filter(({ tier }) => tier !== 'resonance'),
    )
  const parties = partiesOf(nodeId)
  const known = new Set(parties.map(keyOf))
  const given = Map.groupBy(inDocumentOrder(snapshot.tables.exchange), ({ fromNodeId }): string => fromNodeId)
  const lost = given.get(nodeId) ?? []
  const nodes = listOf(snapshot, 'node').flatMap(({ id }): NodeStandIn[] => {
    if (id === nodeId || goneIds.has(id)) return []
    const alike = alikeOf(lost, given.get(id) ?? [])
    const shared = partiesOf(id).filter((party) => known.has(keyOf(party)))
    return alike.length + shared.length === 0 ? [] : [{ nodeId: id, alike, shared }]
  })
  return { nodeId, parties, nodes: nodes.sort((a, b) => b.alike.length - a.alike.length || b.shared.length - a.shared.length) }
}
