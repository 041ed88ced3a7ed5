import type { Dependency } from '../entity.ts'
import type { Snapshot } from '../snapshot.ts'
import type { Coverage, DependencyAssessment } from './assessment.ts'
import { dependencyCondition, dependencyDates } from './dependency-marks.ts'
import { inDocumentOrder } from './document-order.ts'
import { nowhere, type Place, type Places } from './place.ts'
import { isSettledState, promiseClass } from './promise-class.ts'

function supplierPlace(places: Places, { supplierKeyResultId, supplierNodeId }: Dependency): Place {
  if (supplierKeyResultId !== null) return places.ofKeyResult.get(supplierKeyResultId) ?? nowhere
  return supplierNodeId === null ? nowhere : (places.ofNode.get(supplierNodeId) ?? nowhere)
}

function assessDependency(places: Places, dependency: Dependency, today: string): DependencyAssessment {
  const { id, state, strength, consumerKeyResultId, supplierKeyResultId } = dependency
  const consumer = places.ofKeyResult.get(consumerKeyResultId) ?? nowhere
  const supplier = supplierPlace(places, dependency)
  const kind = promiseClass(state)
  const dates = dependencyDates(dependency, today)
  return {
    id,
    state,
    strength,
    consumerKeyResultId,
    supplierKeyResultId,
    consumerNodeId: consumer.nodeId,
    supplierNodeId: supplier.nodeId,
    consumerAreaId: consumer.areaId,
    supplierAreaId: supplier.areaId,
    cycleId: consumer.cycleId,
    isPromised: kind === 'promised',
    isOpen: kind === 'open',
    isEnded: kind === 'ended',
    isSettled: isSettledState(state),
    isInsideNode: consumer.nodeId === supplier.nodeId,
    crossesArea: consumer.areaId !== supplier.areaId,
    marks: dates.marks,
    lateDays: dates.lateDays,
    overdueDays: dates.overdueDays,
    backwardsDays: dates.backwardsDays,
    condition: dependencyCondition(state, dates.marks),
  }
}

/** Every dependency of the network in document order, with its places, its class and its marks. Cost O(n). Spec: ST10-ST17. */
export function assessDependencies(snapshot: Snapshot, places: Places, today: string): DependencyAssessment[] {
  return inDocumentOrder(snapshot.tables.dependency).map((dependency) => assessDependency(places, dependency, today))
}

/**
 * How much of what is needed has been promised.
 *
 * @param dependencies those in question; ended ones are counted apart and are in no other number
 * @returns share = promised ÷ all that are neither ended nor draft; null where there is nothing to promise
 * Cost O(n). Spec: ST18-ST19.
 */
export function coverageOf(dependencies: Iterable<DependencyAssessment>): Coverage {
  const count = {
    total: 0,
    promised: 0,
    open: 0,
    refused: 0,
    draft: 0,
    ended: 0,
    crossNode: 0,
    crossArea: 0,
    late: 0,
    overdue: 0,
    backwards: 0,
    onNodeOnly: 0,
  }
  for (const dependency of dependencies) {
    count[promiseClass(dependency.state)] += 1
    if (dependency.isEnded) continue
    count.total += 1
    if (!dependency.isInsideNode) count.crossNode += 1
    if (dependency.crossesArea) count.crossArea += 1
    if (dependency.supplierKeyResultId === null) count.onNodeOnly += 1
    for (const mark of dependency.marks) count[mark] += 1
  }
  const asked = count.total - count.draft
  return { ...count, share: asked === 0 ? null : count.promised / asked }
}
