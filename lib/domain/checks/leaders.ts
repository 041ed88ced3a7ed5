import type { Participation } from '../entity.ts'
import { inDocumentOrder } from '../okr/document-order.ts'
import { holdsOn } from '../own-nodes.ts'
import type { CheckScope } from './rule.ts'

/** Who leads nodes, which nodes are theirs, and with whom of the others they share something. */
export type Leaders = {
  /** in list order */
  readonly people: readonly string[]
  /** the nodes that are a leader's own: as lead, core member or co-creator */
  readonly nodesOf: ReadonlyMap<string, readonly string[]>
  /** the other leaders with whom one shares a node, an exchange or a need; cost O(ties of one's nodes) */
  readonly tiedTo: (personId: string) => ReadonlySet<string>
}

function listIn(map: Map<string, string[]>, key: string): string[] {
  const known = map.get(key)
  if (known) return known
  const made: string[] = []
  map.set(key, made)
  return made
}

/** The people by whom a participation is held: a team stands for its people. */
function holders({ snapshot }: CheckScope): (each: Participation) => readonly string[] {
  const people = inDocumentOrder(snapshot.tables.person)
  const byTeam = new Map<string, string[]>()
  for (const { id, teamIds } of people) for (const teamId of teamIds) listIn(byTeam, teamId).push(id)
  return ({ personId, teamId }) => [...(personId === null ? [] : [personId]), ...(teamId === null ? [] : (byTeam.get(teamId) ?? []))]
}

function neighbours({ exchanges, needs }: CheckScope): Map<string, string[]> {
  const lists = new Map<string, string[]>()
  const tie = (one: string, other: string) => {
    listIn(lists, one).push(other)
    listIn(lists, other).push(one)
  }
  for (const { fromNodeId, toNodeId } of exchanges) tie(fromNodeId, toNodeId)
  for (const { supplierNodeId, consumerNodeId } of needs.links) tie(supplierNodeId, consumerNodeId)
  return lists
}

/**
 * The leaders of a network on a day.
 *
 * Cost O(participations + people + exchanges + needs). Spec: AL76.
 */
export function leadersOf(scope: CheckScope): Leaders {
  const { snapshot, today } = scope
  const whose = holders(scope)
  const held = inDocumentOrder(snapshot.tables.participation).filter((each) => each.tier !== 'resonance' && holdsOn(each, today))
  const leading = new Set(held.flatMap((each) => (each.tier === 'lead' ? whose(each) : [])))
  const [nodesOf, leadersAt] = [new Map<string, string[]>(), new Map<string, string[]>()]
  for (const each of held)
    for (const id of whose(each)) {
      if (!leading.has(id)) continue
      listIn(nodesOf, id).push(each.nodeId)
      listIn(leadersAt, each.nodeId).push(id)
    }
  const near = neighbours(scope)
  const tiedTo = (personId: string) => {
    const own = nodesOf.get(personId) ?? []
    const around = own.flatMap((id) => [id, ...(near.get(id) ?? [])])
    return new Set(around.flatMap((id) => leadersAt.get(id) ?? []).filter((id) => id !== personId))
  }
  const people = inDocumentOrder(snapshot.tables.person).filter(({ id }) => leading.has(id))
  return { people: people.map(({ id }) => id), nodesOf, tiedTo }
}
