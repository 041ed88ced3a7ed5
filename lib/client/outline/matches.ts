import type { Assessment } from '../../domain/okr/assessment.ts'
import { find, nameOf, type Snapshot } from '../../domain/snapshot.ts'
import type { View } from '../view.ts'
import { entityOfKind } from './row.ts'
import type { Branch } from './tree.ts'

export type OutlineFilter = Pick<View, 'q' | 'status' | 'area' | 'owner'>

export function isFiltering({ q, status, area, owner }: OutlineFilter): boolean {
  return Boolean(q) || status.length + area.length > 0 || owner !== null
}

function hasWords(snapshot: Snapshot, { kind, id }: Branch, words: readonly string[]): boolean {
  const record = find(snapshot, entityOfKind[kind], id)
  const text = record ? nameOf(record).toLowerCase() : ''
  return words.every((word) => text.includes(word))
}

function hasStatus(assessment: Assessment, { kind, id }: Branch, status: readonly string[]): boolean {
  if (kind !== 'kr') return false
  const facts = assessment.keyResults.get(id)
  return (
    facts !== undefined &&
    (status.includes(facts.display) ||
      facts.derived.some((each) => status.includes(each)) ||
      (facts.stated !== null && status.includes(facts.stated)))
  )
}

function hasOwner(snapshot: Snapshot, { kind, id }: Branch, owner: string): boolean {
  if (kind === 'kr') return find(snapshot, 'keyResult', id)?.ownerId === owner
  if (kind === 'health') return find(snapshot, 'healthMetric', id)?.ownerId === owner
  return kind === 'objective' && find(snapshot, 'objective', id)?.ownerId === owner
}

/** What of the tree a filter leaves. Areas filter branches away; words, status and owner keep what matches and its ancestors. */
export function matcher(snapshot: Snapshot, assessment: Assessment, filter: OutlineFilter): (branch: Branch) => 'all' | 'self' | false {
  const words = (filter.q ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  const narrows = filter.status.length > 0 || filter.owner !== null
  return (branch) => {
    if (!narrows && words.length === 0) return 'all'
    if (filter.status.length > 0 && !hasStatus(assessment, branch, filter.status)) return false
    if (filter.owner !== null && !hasOwner(snapshot, branch, filter.owner)) return false
    if (words.length > 0 && !hasWords(snapshot, branch, words)) return false
    return narrows ? 'self' : 'all'
  }
}
