import { leadsOf } from '../../own-nodes.ts'
import { listOf, referring, type Snapshot } from '../../snapshot.ts'
import { previousCycle } from './cycles.ts'

/** How far a node has prepared a planning session. */
export type NodeReadiness = {
  readonly nodeId: string
  /** how many of the three are true */
  readonly dots: number
  /** every key result of the cycle before has a grade; true where there was none */
  readonly graded: boolean
  /** the node has an objective in the cycle that is planned */
  readonly drafted: boolean
  /** somebody leads the node on the day */
  readonly led: boolean
  /** key results of the cycle before, and how many of them have a grade, and how many it is said of what becomes of them */
  readonly last: { readonly total: number; readonly graded: number; readonly decided: number }
}

/** The planned cycle and the day on which participations have to hold; a session of planning is one with its cycle. */
export type PlanDay = { readonly cycleId: string | null; readonly today: string }

function lastOf(snapshot: Snapshot, nodeId: string, cycleId: string | undefined): NodeReadiness['last'] {
  const objectives = referring(snapshot, 'objective', 'nodeId', nodeId).filter((each) => each.cycleId === cycleId)
  const keyResults = objectives.flatMap(({ id }) => referring(snapshot, 'keyResult', 'objectiveId', id))
  return {
    total: keyResults.length,
    graded: keyResults.filter(({ grade }) => grade !== null).length,
    decided: keyResults.filter(({ rollOver }) => rollOver !== null).length,
  }
}

/**
 * How ready each node is for planning a cycle: the last one graded, an objective drafted, a lead named.
 *
 * @returns one for each node, in the order of the areas and their nodes
 * Cost O(nodes + objectives + key results). Spec: PL3-PL5.
 */
export function readiness(snapshot: Snapshot, { cycleId, today }: PlanDay): NodeReadiness[] {
  const before = previousCycle(snapshot, cycleId)?.id
  const nodes = listOf(snapshot, 'area').flatMap(({ id }) => referring(snapshot, 'node', 'areaId', id))
  return nodes.map(({ id: nodeId }) => {
    const last = lastOf(snapshot, nodeId, before)
    const graded = last.graded === last.total
    const drafted = referring(snapshot, 'objective', 'nodeId', nodeId).some((each) => each.cycleId === cycleId)
    const led = leadsOf(snapshot, nodeId, today).length > 0
    return { nodeId, dots: [graded, drafted, led].filter(Boolean).length, graded, drafted, led, last }
  })
}
