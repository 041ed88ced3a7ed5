import type { Cycle } from '../../domain/entity.ts'
import { listOf, referring, type Snapshot } from '../../domain/snapshot.ts'
import { childOf, keyOf, levelOf, type RecordKind, type RecordRow } from './row.ts'

export type Branch = { readonly kind: RecordKind; readonly id: string; readonly children: readonly Branch[] }

function objectivesOf(snapshot: Snapshot, nodeId: string, cycle: Cycle | null) {
  return cycle === null ? [] : referring(snapshot, 'objective', 'nodeId', nodeId).filter(({ cycleId }) => cycleId === cycle.id)
}

function childrenOf(snapshot: Snapshot, kind: RecordKind, id: string, cycle: Cycle | null): readonly { readonly id: string }[] {
  switch (kind) {
    case 'area':
      return referring(snapshot, 'node', 'areaId', id)
    case 'node':
      return objectivesOf(snapshot, id, cycle)
    case 'objective':
      return referring(snapshot, 'keyResult', 'objectiveId', id)
    case 'kr':
      return referring(snapshot, 'dependency', 'consumerKeyResultId', id)
    case 'health':
    case 'need':
      return []
  }
}

/** What a node protects stands below its objectives. */
function healthOf(snapshot: Snapshot, nodeId: string): Branch[] {
  return referring(snapshot, 'healthMetric', 'nodeId', nodeId).map(({ id }) => ({ kind: 'health', id, children: [] }))
}

function branch(snapshot: Snapshot, kind: RecordKind, id: string, cycle: Cycle | null): Branch {
  const child = childOf[kind]
  const children = child ? childrenOf(snapshot, kind, id, cycle).map((each) => branch(snapshot, child, each.id, cycle)) : []
  return { kind, id, children: kind === 'node' ? [...children, ...healthOf(snapshot, id)] : children }
}

/** The whole network as a tree: areas, nodes, the cycle's objectives, key results and their needs, and what nodes protect. */
export function treeOf(snapshot: Snapshot, cycle: Cycle | null): Branch[] {
  return listOf(snapshot, 'area').map(({ id }) => branch(snapshot, 'area', id, cycle))
}

/** The keys of the rows above one, from the outside in; none where it is not in the tree. */
export function pathTo(tree: readonly Branch[], key: string): string[] {
  for (const { kind, id, children } of tree) {
    const own = keyOf(kind, id)
    if (children.some((child) => keyOf(child.kind, child.id) === key)) return [own]
    const below = pathTo(children, key)
    if (below.length > 0) return [own, ...below]
  }
  return []
}

/** What is open: everything down to a level, but for what was opened or closed by hand. */
export type Expansion = { readonly depth: number; readonly byKey: ReadonlyMap<string, boolean> }

export function isOpen({ depth, byKey }: Expansion, key: string, kind: RecordKind): boolean {
  return byKey.get(key) ?? levelOf[kind] < depth
}

/** The rows that are on show, in order. */
export function rowsOf(tree: readonly Branch[], expansion: Expansion, parentKey: string | null = null, rows: RecordRow[] = []): RecordRow[] {
  tree.forEach(({ kind, id, children }, at) => {
    const key = keyOf(kind, id)
    const isExpanded = children.length > 0 && isOpen(expansion, key, kind)
    rows.push({
      key,
      kind,
      id,
      level: levelOf[kind],
      parentKey,
      hasChildren: children.length > 0,
      isExpanded,
      position: at + 1,
      siblings: tree.length,
    })
    if (isExpanded) rowsOf(children, expansion, key, rows)
  })
  return rows
}

/** Only what matches, with everything above it; what stands below a match by words stays too. */
export function filterTree(tree: readonly Branch[], matches: (branch: Branch) => 'all' | 'self' | false): Branch[] {
  return tree.flatMap((each) => {
    const match = matches(each)
    if (match === 'all') return [each]
    const children = filterTree(each.children, matches)
    return match || children.length > 0 ? [{ ...each, children }] : []
  })
}

export function countBranches(tree: readonly Branch[]): number {
  return tree.reduce((sum, { children }) => sum + 1 + countBranches(children), 0)
}
