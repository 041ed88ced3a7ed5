import { fuzzyScore } from '../../../lib/client/fuzzy.ts'
import type { View } from '../../../lib/client/view.ts'
import type { Assessment } from '../../../lib/domain/okr/assessment.ts'
import { find, type Snapshot } from '../../../lib/domain/snapshot.ts'

/** What of an address narrows a view. */
type Filter = Pick<View, 'area' | 'status' | 'owner' | 'q'>

/** Whether the shared filter bar asks for anything. */
export function hasFilter({ area, status, owner, q }: Filter): boolean {
  return area.length > 0 || status.length > 0 || owner !== null || (q ?? '').trim() !== ''
}

/** Whether a key result passes the shared filters. */
export function keepsKeyResult(snapshot: Snapshot, assessment: Assessment, view: Filter, id: string): boolean {
  const record = find(snapshot, 'keyResult', id)
  const facts = assessment.keyResults.get(id)
  if (!record || !facts) return false
  if (view.area.length > 0 && !view.area.includes(facts.areaId ?? '')) return false
  if (view.status.length > 0 && !view.status.includes(facts.display)) return false
  const objective = find(snapshot, 'objective', facts.objectiveId)
  if (view.owner !== null && (record.ownerId ?? objective?.ownerId ?? null) !== view.owner) return false
  const words = [record.title, objective?.title, find(snapshot, 'node', facts.nodeId)?.name].join(' ')
  return matches(words, view.q)
}

/** Whether words hold what was typed into the filter. */
export function matches(words: string, q: string | null): boolean {
  const typed = (q ?? '').trim()
  if (typed === '') return true
  return words.toLowerCase().includes(typed.toLowerCase()) || (fuzzyScore(words, typed) ?? 0) >= 100
}

/** The nodes that an address lights up, else those that pass the shared filters: by themselves, or by one of their key results. */
export function keptNodes(snapshot: Snapshot, assessment: Assessment, view: Filter & Pick<View, 'lit'>): ReadonlySet<string> | null {
  if (view.lit.length > 0) return new Set(view.lit)
  if (!hasFilter(view)) return null
  const kept = new Set<string>()
  for (const [id, { nodeId, cycleId }] of assessment.keyResults) {
    if (nodeId === null || kept.has(nodeId) || (assessment.cycleId !== null && cycleId !== assessment.cycleId)) continue
    if (keepsKeyResult(snapshot, assessment, view, id)) kept.add(nodeId)
  }
  if (view.status.length > 0 || view.owner !== null) return kept
  for (const [id, node] of snapshot.tables.node) {
    if (view.area.length > 0 && !view.area.includes(node.areaId)) continue
    if (matches(node.name, view.q)) kept.add(id)
  }
  return kept
}
