import { promiseClass } from '../okr/promise-class.ts'
import { nodeOfSide } from '../record-nodes.ts'
import { listOf, type Snapshot } from '../snapshot.ts'

/** The node through which most goes, with how much of all that is. */
export type Busiest = { readonly nodeId: string; readonly name: string; readonly load: number; readonly of: number }

/** How large a network is and how tightly it is knit. Counts of records; none is about a person. */
export type NetworkMeasures = {
  readonly nodes: number
  readonly exchanges: number
  readonly objectives: number
  /** needs that are not ended, between two different nodes */
  readonly crossNodeNeeds: number
  /** null where nothing goes between nodes */
  readonly busiest: Busiest | null
}

/** Both ends of all that goes between two nodes: exchanges, and needs that are not ended. */
function linksOf(snapshot: Snapshot): { readonly exchanges: [string, string][]; readonly needs: [string, string][] } {
  const exchanges = [...snapshot.tables.exchange.values()].map(({ fromNodeId, toNodeId }): [string, string] => [fromNodeId, toNodeId])
  const needs = [...snapshot.tables.dependency.values()].flatMap((need): [string, string][] => {
    const [supplier, consumer] = [nodeOfSide(snapshot, need, 'supplier'), nodeOfSide(snapshot, need, 'consumer')]
    const isBetween = supplier !== null && consumer !== null && supplier !== consumer && promiseClass(need.state) !== 'ended'
    return isBetween ? [[supplier, consumer]] : []
  })
  return { exchanges, needs }
}

function busiestOf(snapshot: Snapshot, links: readonly (readonly [string, string])[]): Busiest | null {
  const loads = new Map<string, number>()
  for (const id of links.flat()) loads.set(id, (loads.get(id) ?? 0) + 1)
  let busiest: Busiest | null = null
  for (const { id, name } of listOf(snapshot, 'node')) {
    const load = loads.get(id) ?? 0
    if (load > (busiest?.load ?? 0)) busiest = { nodeId: id, name, load, of: links.length }
  }
  return busiest
}

/**
 * The measures of a network. The load of a node is the number of exchanges and needs between it and other nodes; of equally busy nodes the
 * first in list order is named.
 *
 * Cost O(exchanges + dependencies + nodes log nodes). Spec: RV60-RV62.
 */
export function measuresOf(snapshot: Snapshot): NetworkMeasures {
  const { exchanges, needs } = linksOf(snapshot)
  return {
    nodes: snapshot.tables.node.size,
    exchanges: exchanges.length,
    objectives: snapshot.tables.objective.size,
    crossNodeNeeds: needs.length,
    busiest: busiestOf(snapshot, [...exchanges, ...needs]),
  }
}
