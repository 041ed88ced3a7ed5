import type { Assessment, DependencyAssessment, DependencyCondition } from '../okr/assessment.ts'
import { worseCondition } from '../okr/status-counts.ts'

/** All that one node needs from another, derived from the dependencies of their key results. */
export type NodeLink = {
  readonly supplierNodeId: string
  readonly consumerNodeId: string
  readonly supplierAreaId: string | null
  readonly consumerAreaId: string | null
  readonly crossesArea: boolean
  /** in document order */
  readonly dependencyIds: readonly string[]
  readonly count: number
  readonly promised: number
  readonly open: number
  /** declined or revoked */
  readonly refused: number
  readonly draft: number
  readonly late: number
  readonly overdue: number
  readonly backwards: number
  /** strongest of the dependencies, 0 to 1 */
  readonly strength: number
  readonly worst: DependencyCondition
}

/** One node's side of it. */
export type NodeNeeds = {
  readonly nodeId: string
  /** one link for each node whose key results it needs */
  readonly needs: readonly NodeLink[]
  /** one link for each node that needs its key results */
  readonly gives: readonly NodeLink[]
  /** dependencies between its own key results */
  readonly insideDependencyIds: readonly string[]
  readonly needCount: number
  readonly giveCount: number
  readonly worstNeed: DependencyCondition | null
  readonly worstGive: DependencyCondition | null
}

/** Who needs whose key results, for the whole network. */
export type NetworkNeeds = {
  /** supplier → consumer, in the order of the first dependency of each */
  readonly links: readonly NodeLink[]
  /** every node that needs, gives or depends inside; others are missing */
  readonly byNode: ReadonlyMap<string, NodeNeeds>
  /** dependencies that are not ended */
  readonly total: number
  readonly crossNode: number
  readonly crossArea: number
  readonly inside: number
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
type Draft = Omit<Mutable<NodeLink>, 'dependencyIds'> & { readonly dependencyIds: string[] }

function startLink(first: DependencyAssessment, supplierNodeId: string, consumerNodeId: string): Draft {
  const { supplierAreaId, consumerAreaId, crossesArea, condition } = first
  const counts = { count: 0, promised: 0, open: 0, refused: 0, draft: 0, late: 0, overdue: 0, backwards: 0 }
  return { supplierNodeId, consumerNodeId, supplierAreaId, consumerAreaId, crossesArea, dependencyIds: [], ...counts, strength: 0, worst: condition }
}

function addToLink(link: Draft, { id, state, isPromised, isOpen, marks, strength, condition }: DependencyAssessment): void {
  link.dependencyIds.push(id)
  link.count += 1
  if (isPromised) link.promised += 1
  else if (isOpen) link.open += 1
  else if (state === 'draft') link.draft += 1
  else link.refused += 1
  for (const mark of marks) link[mark] += 1
  link.strength = Math.max(link.strength, strength)
  link.worst = worseCondition(link.worst, condition)
}

type Side = { needs: NodeLink[]; gives: NodeLink[]; inside: string[] }

function worstOf(links: readonly NodeLink[]): DependencyCondition | null {
  return links.reduce<DependencyCondition | null>((worst, link) => worseCondition(worst, link.worst), null)
}

function finishSide(nodeId: string, { needs, gives, inside }: Side): NodeNeeds {
  return {
    nodeId,
    needs,
    gives,
    insideDependencyIds: inside,
    needCount: needs.reduce((sum, { count }) => sum + count, 0),
    giveCount: gives.reduce((sum, { count }) => sum + count, 0),
    worstNeed: worstOf(needs),
    worstGive: worstOf(gives),
  }
}

type Collection = {
  /** by supplier, then by consumer */
  readonly links: Map<string, Map<string, Draft>>
  readonly inOrder: Draft[]
  readonly sides: Map<string, Side>
}

function entryOf<V>(map: Map<string, V>, key: string, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

function sideOf({ sides }: Collection, nodeId: string): Side {
  return entryOf(sides, nodeId, () => ({ needs: [], gives: [], inside: [] }))
}

function linkFor(collection: Collection, dependency: DependencyAssessment, supplierNodeId: string, consumerNodeId: string): Draft {
  const bySupplier = entryOf(collection.links, supplierNodeId, () => new Map<string, Draft>())
  return entryOf(bySupplier, consumerNodeId, () => {
    const link = startLink(dependency, supplierNodeId, consumerNodeId)
    collection.inOrder.push(link)
    sideOf(collection, consumerNodeId).needs.push(link)
    sideOf(collection, supplierNodeId).gives.push(link)
    return link
  })
}

/**
 * The node-level question: for each node, whose key results it needs and who needs its. A need on a node that has no key
 * result for it counts at that node; ended dependencies are in no number, drafts are.
 *
 * @param assessment of the day; its `cycleId` says which dependencies count (those of its consumers), null is all
 * Cost O(dependencies). Spec: ST50-ST56.
 */
export function nodeNeeds({ dependencies, cycleId }: Pick<Assessment, 'dependencies' | 'cycleId'>): NetworkNeeds {
  const collection: Collection = { links: new Map(), inOrder: [], sides: new Map() }
  const count = { total: 0, crossNode: 0, crossArea: 0, inside: 0 }
  for (const dependency of dependencies.values()) {
    const { consumerNodeId, supplierNodeId } = dependency
    const isCounted = !dependency.isEnded && (cycleId === null || dependency.cycleId === cycleId)
    if (!isCounted || consumerNodeId === null || supplierNodeId === null) continue
    count.total += 1
    if (dependency.isInsideNode) {
      count.inside += 1
      sideOf(collection, consumerNodeId).inside.push(dependency.id)
    } else {
      count.crossNode += 1
      if (dependency.crossesArea) count.crossArea += 1
      addToLink(linkFor(collection, dependency, supplierNodeId, consumerNodeId), dependency)
    }
  }
  const byNode = new Map(Array.from(collection.sides, ([id, side]) => [id, finishSide(id, side)]))
  return { links: collection.inOrder, byNode, ...count }
}
