import { find, networkOf, type Snapshot } from '../snapshot.ts'
import { assessDependencies, coverageOf } from './assess-dependencies.ts'
import { addDependency, addObjective, finishTally, type GroupTally, startTally } from './assess-groups.ts'
import { assessKeyResults } from './assess-key-results.ts'
import { assessObjectives } from './assess-objectives.ts'
import type { Assessment, DependencyAssessment, GroupAssessment, ObjectiveAssessment } from './assessment.ts'
import { inDocumentOrder } from './document-order.ts'
import { placesOf } from './place.ts'

type Tallies = { readonly nodes: Map<string, GroupTally>; readonly areas: Map<string, GroupTally>; readonly network: GroupTally }

function startTallies(snapshot: Snapshot): Tallies {
  const { node, area } = snapshot.tables
  const startAll = (records: readonly { readonly id: string }[]) => new Map(records.map(({ id }) => [id, startTally(id)]))
  return { nodes: startAll(inDocumentOrder(node)), areas: startAll(inDocumentOrder(area)), network: startTally(networkOf(snapshot).id) }
}

function tallyObjective(snapshot: Snapshot, { nodes, areas, network }: Tallies, objective: ObjectiveAssessment): void {
  const weight = find(snapshot, 'objective', objective.id)?.weight ?? null
  const areaId = find(snapshot, 'node', objective.nodeId)?.areaId ?? ''
  for (const tally of [nodes.get(objective.nodeId), areas.get(areaId), network]) if (tally) addObjective(tally, objective, weight)
}

function tallyDependency({ nodes, areas, network }: Tallies, dependency: DependencyAssessment): void {
  addDependency(nodes.get(dependency.consumerNodeId ?? ''), nodes.get(dependency.supplierNodeId ?? ''), dependency)
  addDependency(areas.get(dependency.consumerAreaId ?? ''), areas.get(dependency.supplierAreaId ?? ''), dependency)
  addDependency(network, network, dependency)
}

function finishAll(tallies: ReadonlyMap<string, GroupTally>): Map<string, GroupAssessment> {
  return new Map(Array.from(tallies, ([id, tally]) => [id, finishTally(tally)]))
}

/**
 * All that the screens need to know about a network on one day: progress, pace and statuses of every key result, the state
 * of every dependency, and the roll-ups of objectives, nodes, areas and the network.
 *
 * @param today day in the network's time zone (`dayIn`), `YYYY-MM-DD`
 * @param cycleId which cycle nodes, areas and the network are about; null is all of them. A dependency belongs to its
 *   consumer's cycle. Key results, dependencies and objectives are assessed for every cycle, because needs cross cycles
 * @returns plain data, maps in the order of the document, whatever the order of the tables
 * @throws DomainError NOT_FOUND where the snapshot holds no network
 * Cost O(records), a constant number of passes.
 */
export function assess(snapshot: Snapshot, { today, cycleId }: { readonly today: string; readonly cycleId: string | null }): Assessment {
  const places = placesOf(snapshot)
  const dependencies = assessDependencies(snapshot, places, today)
  const keyResults = assessKeyResults(snapshot, places, dependencies, today)
  const objectives = assessObjectives(snapshot, keyResults)
  const isInQuestion = (subject: { readonly cycleId: string | null }) => cycleId === null || subject.cycleId === cycleId
  const tallies = startTallies(snapshot)
  for (const objective of objectives.values()) if (isInQuestion(objective)) tallyObjective(snapshot, tallies, objective)
  const inQuestion = dependencies.filter(isInQuestion)
  for (const dependency of inQuestion) if (!dependency.isEnded) tallyDependency(tallies, dependency)
  return {
    today,
    cycleId,
    keyResults,
    dependencies: new Map(dependencies.map((each) => [each.id, each])),
    objectives,
    nodes: finishAll(tallies.nodes),
    areas: finishAll(tallies.areas),
    network: { ...finishTally(tallies.network), coverage: coverageOf(inQuestion) },
  }
}
