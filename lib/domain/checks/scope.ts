import type { Cycle } from '../entity.ts'
import { nodeNeeds } from '../network/node-needs.ts'
import type { Assessment } from '../okr/assessment.ts'
import { inDocumentOrder } from '../okr/document-order.ts'
import { type NeedGraph, needGraph } from '../plan/graph.ts'
import type { FitScope } from '../ritual/plan/fit/finding.ts'
import { keyResultsOf, needsOf } from '../ritual/plan/needs.ts'
import { find, networkOf, referring, type Snapshot } from '../snapshot.ts'
import { addDays, dayReader } from '../time.ts'
import type { CheckScope, DraftScope } from './rule.ts'
import { limitOf } from './settings.ts'

/** After so many days one looks again at what is accepted. */
const reviewAfterDays = 90

function planScope(snapshot: Snapshot, assessment: Assessment, { cycle, graph }: { cycle: Cycle; graph: NeedGraph }): FitScope {
  return {
    snapshot,
    assessment,
    cycle,
    graph,
    keyResults: keyResultsOf(snapshot, cycle.id),
    needs: needsOf(snapshot, cycle.id),
    ritualId: null,
    dayOf: dayReader(networkOf(snapshot).timeZone),
    maxPromisesOut: limitOf(snapshot, 'overload'),
  }
}

/**
 * What the rules look at: everything in document order, whatever the order of the tables.
 *
 * @param assessment of the cycle in question; without a cycle nothing is planned
 * @param known the graph of the cycle, where the caller has it already
 * Cost O(n log n) in the records. Spec: AL2.
 */
export function checkScope(snapshot: Snapshot, assessment: Assessment, known?: NeedGraph): CheckScope {
  const cycle = find(snapshot, 'cycle', assessment.cycleId) ?? null
  const plan = cycle && planScope(snapshot, assessment, { cycle, graph: known ?? needGraph(snapshot, cycle.id) })
  return {
    snapshot,
    assessment,
    today: assessment.today,
    reviewOn: addDays(assessment.today, reviewAfterDays),
    cycle,
    plan,
    isPart: false,
    nodes: inDocumentOrder(snapshot.tables.node),
    objectives: cycle === null ? [] : inDocumentOrder(snapshot.tables.objective).filter(({ cycleId }) => cycleId === cycle.id),
    keyResults: plan?.keyResults ?? [],
    exchanges: inDocumentOrder(snapshot.tables.exchange),
    needs: nodeNeeds(assessment),
  }
}

/** What rules about a draft look at: one node, and what it plans for a cycle. Cost O(its objectives and key results). Spec: AL10. */
export function draftScope(snapshot: Snapshot, nodeId: string, cycleId: string | null): DraftScope {
  const node = find(snapshot, 'node', nodeId)
  const objectives = referring(snapshot, 'objective', 'nodeId', nodeId).filter((each) => each.cycleId === cycleId)
  const keyResults = objectives.flatMap(({ id }) => referring(snapshot, 'keyResult', 'objectiveId', id))
  return { snapshot, nodes: node ? [node] : [], objectives, keyResults, isPart: true }
}
